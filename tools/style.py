"""``make check``: style, types, the order of rooms, templates, migrations. Nothing here runs a test."""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor

from tools.outcome import Failed
from tools.places import BIN, PYTHON
from tools.running import quietly

PYTHON_FOLDERS = ["src", "checks", "journeys", "tools", "conftest.py"]

# Without a memory: it has been wrong about modules that were moved.
CHECKS = {
    "types (mypy)": [str(BIN / "mypy"), "--cache-dir", os.devnull, "src", "tools"],
    "migrations": [str(PYTHON), "-m", "alongside", "makemigrations", "--check", "--dry-run"],
    "style (ruff check)": [str(BIN / "ruff"), "check", "."],
    "layout (ruff format)": [str(BIN / "ruff"), "format", "--check", "."],
    "order of rooms (import-linter)": [str(BIN / "lint-imports"), "--no-cache"],
    "templates (djlint)": [str(BIN / "djlint"), "--lint", "--quiet", "src"],
}


def check() -> str:
    """All of them, two at a time, each with what it found; raises Failed if one found something."""
    with tempfile.TemporaryDirectory() as var, ThreadPoolExecutor(2) as two:
        env = {"ALONGSIDE_DEBUG": "1", "ALONGSIDE_VAR": var}
        passed = two.map(lambda one: quietly(*one, **env), CHECKS.items())
        wrong = [name for name, well in zip(CHECKS, passed, strict=True) if not well]
    if wrong:
        raise Failed(", ".join(wrong))
    return f"{len(CHECKS)} checks"
