"""The server and its worker live and end together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alongside.website import serving

SLEEPER = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(60)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SLEEPER
BOTH = """
import sys
from alongside.website import serving
serving.GRACE = 0.5
commands = [[sys.executable, "-c", code, where] for code, where in zip(sys.argv[1::2], sys.argv[2::2])]
sys.exit(serving.together(commands, lambda: True, lambda: print("open", flush=True)))
"""


def _gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text()


def _all_gone(pids: list[int]) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if all(map(_gone, pids)):
            return True
        time.sleep(0.05)
    return False


def _begin(folder: Path, *codes: str) -> tuple[subprocess.Popen[str], list[int]]:
    """A supervisor with two children, and the children's numbers once both run."""
    notes = [folder / str(number) for number, _ in enumerate(codes)]
    words = [str(word) for pair in zip(codes, notes, strict=True) for word in pair]
    parent = subprocess.Popen([sys.executable, "-c", BOTH, *words], stdout=subprocess.PIPE, text=True)
    until = time.monotonic() + 10
    while not all(note.exists() and note.read_text() for note in notes):
        assert time.monotonic() < until, "the children did not start"
        time.sleep(0.05)
    return parent, [int(note.read_text()) for note in notes]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_told_to_stop_it_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    parent, children = _begin(tmp_path, SLEEPER, STUBBORN)
    parent.send_signal(number)
    assert parent.wait(10) == 0
    assert _all_gone(children)
    assert parent.communicate()[0] == "open\n"


def test_when_one_ends_the_other_ends(tmp_path: Path) -> None:
    parent, children = _begin(tmp_path, SLEEPER, SLEEPER)
    os.kill(children[1], signal.SIGKILL)
    assert parent.wait(10) not in (0, None)
    assert _all_gone(children)
    parent.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends what an ended parent started")
def test_killed_outright_it_leaves_nothing_behind(tmp_path: Path) -> None:
    parent, children = _begin(tmp_path, SLEEPER, SLEEPER)
    parent.kill()
    parent.communicate()
    assert _all_gone(children)


def test_the_server_keeps_no_log_of_who_asked_for_what() -> None:
    assert "--no-access-log" in serving.server("127.0.0.1", 8000, 2, quiet=False)
