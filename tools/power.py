"""As if the power were cut: a process and everything it started is gone at once, and tidies up nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from typing import NamedTuple

LONGEST = 30.0
"""Seconds until the last of them has let go of what it held."""


class Process(NamedTuple):
    """One line of ``ps``."""

    pid: int
    parent: int
    lives: bool


def cut_power(of: int) -> None:
    """End this process and all that it started, and what those started (-9).

    All are held first: else whoever sees another one go could still answer, or put things in order.
    """
    ours = set[int]()
    while new := family(of) - ours:  # one that is held starts no other
        ours |= new
        _tell(new, signal.SIGSTOP)
    _tell(ours, signal.SIGKILL)
    until = time.monotonic() + LONGEST
    while time.monotonic() < until and any(one.pid in ours and one.lives for one in running()):
        time.sleep(0.02)


def _tell(them: set[int], number: int) -> None:
    for pid in them:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def family(of: int) -> set[int]:
    """This process and all that it started, and what those started."""
    there, found = running(), {of}
    while more := {one.pid for one in there if one.parent in found} - found:
        found |= more
    return found


def running() -> list[Process]:
    """Every process of this machine. One that has ended and that nobody asked about does not live."""
    command = ["ps", "-e", "-o", "pid=,ppid=,stat="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    lines = [line.split() for line in listed]
    return [Process(int(pid), int(parent), not state.startswith("Z")) for pid, parent, state in lines]
