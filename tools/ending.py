"""Ends that leave nothing behind: whatever we start goes when we go, however we go."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tools.places import ROOT

ENDS = ((signal.SIGINT, 15), (signal.SIGTERM, 5), (signal.SIGKILL, 5))
"""What we ask for, and how many seconds it has: tidy up and go; go; gone."""


def listen() -> None:
    """Told to stop in any way, end as after Ctrl-C; also where a shell has started us deaf to it."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _as_after_ctrl_c)


def _as_after_ctrl_c(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def follow_make() -> None:
    """Ctrl-C reaches everybody at a terminal; but a ``make`` that alone is told to stop tells nobody.

    It only stops minding the signal and waits for us. So a small watcher looks whether it still minds,
    and else ends us. Linux only.
    """
    make, mind = os.getppid(), _minds(os.getppid())
    if not mind or os.fork():
        return
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    with_parent()
    we = os.getppid()
    while os.getppid() == we and _minds(make) == mind:
        time.sleep(0.3)
    if os.getppid() == we:
        os.kill(we, signal.SIGTERM)
    os._exit(0)


def _minds(process: int) -> int:
    """Which of Ctrl-C and the closing of the terminal a process has a handler for, as bits."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
    return int(caught, 16) & (1 << signal.SIGINT - 1 | 1 << signal.SIGHUP - 1)


def with_parent() -> None:
    """For ``preexec_fn``: when our parent is killed outright, the kernel ends us. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def run_whole(command: Sequence[str], env: Mapping[str, str]) -> int:
    """Run a program that starts others, and come back when all of them have ended; its exit code."""
    first = subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True, preexec_fn=with_parent)
    try:
        return first.wait()
    finally:
        for number, seconds in ENDS:
            if _gone(first, 0.2):
                break
            with suppress(ProcessLookupError):
                os.killpg(first.pid, number)
            _gone(first, seconds)


def _gone(first: subprocess.Popen[bytes], seconds: float) -> bool:
    """Nobody of its group is left, or soon will be."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        first.poll()
        try:
            os.killpg(first.pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
