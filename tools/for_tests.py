"""A pytest plugin: the environment tests run in, so that plain ``pytest`` works in a fresh shell.

It is a plugin because Django's settings are read before any ``conftest.py`` is.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

_ours: list[Path] = []


def _folder() -> Path:
    """In memory where the machine offers it: a test database is written often and kept never."""
    memory = Path("/dev/shm")  # noqa: S108
    inside = str(memory) if os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="alongside-tests-", dir=inside))
    _ours.append(folder)
    return folder


def _prepare() -> None:
    os.environ.setdefault("ALONGSIDE_DEBUG", "1")
    if "PYTEST_XDIST_WORKER" in os.environ or "ALONGSIDE_TEST_SQLITE" in os.environ:
        return
    folder = _folder()
    os.environ.setdefault("ALONGSIDE_VAR", str(folder / "var"))
    # A file and not memory: threads race for real only over a real file.
    os.environ["ALONGSIDE_TEST_SQLITE"] = str(folder / "test.sqlite3")


_prepare()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Nothing of a run stays behind."""
    if not hasattr(config, "workerinput"):
        for folder in _ours:
            shutil.rmtree(folder, ignore_errors=True)
