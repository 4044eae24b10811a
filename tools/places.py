"""Where things are in a clone, and how the tools speak."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = BIN / "python"
VAR = Path(os.environ.get("ALONGSIDE_VAR", ROOT / "var"))

RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
INSTALL_LOCK = ROOT / "tools" / "install.lock"
NODE_LOCK = ROOT / "tools" / "node.lock"


def say(words: str) -> None:
    """One line to the person at the keyboard, at once: what follows may take a while."""
    print(words, flush=True)


def stop(words: str) -> None:
    """Say in one sentence what is missing and how to get it, and leave."""
    sys.stdout.flush()
    raise SystemExit(words)
