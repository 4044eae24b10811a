"""The command ``alongside`` in a place where nothing is set up yet: a sentence, never a trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.cli import own_folder


def test_it_says_which_setting_is_missing(tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", "from alongside.cli import main; main()", "migrate"]
    done = subprocess.run(command, cwd=tmp_path, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Set the ALONGSIDE_SECRET_KEY environment variable" in done.stderr
    assert "docs/settings.md" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_makes_its_own_folder_for_no_other_eyes(tmp_path: Path) -> None:
    own_folder(tmp_path / "a" / "var")
    own_folder(tmp_path / "a" / "var")
    assert (tmp_path / "a" / "var").stat().st_mode & 0o777 == 0o700


def test_it_says_where_it_cannot_keep_anything(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SystemExit, match="cannot make that folder"):
        own_folder(tmp_path / "file" / "var")
