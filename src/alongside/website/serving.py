"""The web server and the worker as one thing: when one ends, or we are told to stop, all end."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType
from typing import NoReturn

GRACE = 10
"""Seconds that a process has for finishing what it is doing before it is ended."""

_WHEN_PARENT_DIES = 1  # PR_SET_PDEATHSIG in linux/prctl.h


class ToldToStop(Exception):
    """Someone pressed Ctrl-C, closed the terminal or asked us to end."""


def server(host: str, port: int, workers: int, quiet: bool) -> list[str]:
    """The command line of the web server. It keeps no log of who asked for which page when."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "alongside.wsgi:application"),
        *("--host", host, "--port", str(port), "--workers", str(workers), "--blocking-threads", "4"),
        *("--no-access-log", "--no-ws", "--log-level", "warning" if quiet else "info"),
        # A page that hangs must not hold up an update or a restart for ever.
        *("--workers-kill-timeout", str(GRACE - 2)),
    ]


def free(host: str, port: int) -> bool:
    """Nobody answers at this address yet, so we can."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError:
            return False
    return True


def answers(host: str, port: int) -> bool:
    """The server has begun to listen."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def together(
    commands: Sequence[Sequence[str]], ready: Callable[[], bool], say_ready: Callable[[], None]
) -> int:
    """Run the commands side by side until one ends or we are told to stop; leave none behind.

    Calls ``say_ready`` once when ``ready``. Returns 0 when told to stop, else the code of the first to end.
    """
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    running: list[subprocess.Popen[bytes]] = []
    said = False
    try:
        for command in commands:
            running.append(_start(command))
        while not (ended := [one for one in running if one.poll() is not None]):
            if not said and ready():
                said = True
                say_ready()
            time.sleep(0.1)
        return ended[0].returncode or 1
    except ToldToStop:
        return 0
    finally:
        _end(running)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise ToldToStop


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """In a session of its own, so that the terminal speaks to us only and the end has one order."""
    return subprocess.Popen(command, start_new_session=True, preexec_fn=_end_with_parent)  # noqa: S603


def _end_with_parent() -> None:
    """Even when we are killed outright, the kernel ends what we started. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_WHEN_PARENT_DIES, signal.SIGTERM)


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for one in running:
        if one.poll() is None:
            one.terminate()
    until = time.monotonic() + GRACE
    for one in running:
        with suppress(subprocess.TimeoutExpired):
            one.wait(max(0.1, until - time.monotonic()))
        # What the process itself has started shares its session; nothing of it may stay.
        with suppress(ProcessLookupError):
            os.killpg(one.pid, signal.SIGKILL)
        one.wait()
