"""The worker as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_told_to(tmp_path: Path, number: signal.Signals) -> None:
    env = {**os.environ, "ALONGSIDE_VAR": str(tmp_path), "ALONGSIDE_DEBUG": "1"}
    env["DATABASE_URL"] = f"sqlite:///{tmp_path / 'empty.sqlite3'}"  # without tables: every round fails
    running = subprocess.Popen(
        [sys.executable, "-m", "alongside", "worker"], env=env, stderr=subprocess.PIPE, text=True
    )
    assert running.stderr is not None
    for line in running.stderr:
        if "did not work" in line:
            break
    running.send_signal(number)
    began = time.monotonic()

    _out, said = running.communicate(timeout=10)

    assert running.returncode == 0
    assert time.monotonic() - began < 5
    assert "Traceback" not in said
