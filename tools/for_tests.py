"""A pytest plugin: the environment tests run in, so that plain ``pytest`` works in a fresh shell.

It is a plugin because Django's settings are read before any ``conftest.py`` is.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_ours: list[Path] = []


def in_memory() -> str | None:
    """A test database is written often and kept never; None where the machine offers no such place."""
    memory = "/dev/shm"  # noqa: S108
    return memory if os.access(memory, os.W_OK) else None


def _prepare() -> None:
    os.environ.setdefault("ALONGSIDE_DEBUG", "1")
    if "PYTEST_XDIST_WORKER" in os.environ or "ALONGSIDE_TEST_SQLITE" in os.environ:
        return
    folder = Path(tempfile.mkdtemp(prefix="alongside-tests-", dir=in_memory()))
    _ours.append(folder)
    os.environ.setdefault("ALONGSIDE_VAR", str(folder / "var"))
    # A file and not memory: threads race for real only over a real file.
    os.environ["ALONGSIDE_TEST_SQLITE"] = str(folder / "test.sqlite3")


if "pytest" in sys.modules:
    _prepare()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Nothing of a run stays behind."""
    if not hasattr(config, "workerinput"):
        for folder in _ours:
            shutil.rmtree(folder, ignore_errors=True)
