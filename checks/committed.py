"""The files of the repository: what is committed, or would be."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@cache
def files() -> tuple[Path, ...]:
    """Every file that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = (ROOT / name for name in listed.split("\0") if name)
    return tuple(sorted(path for path in found if path.is_file()))


def python() -> list[Path]:
    """Every Python file but migrations, which are made and not written."""
    return [path for path in files() if path.suffix == ".py" and "migrations" not in path.parts]


def templates() -> list[Path]:
    """Every template, of pages and of messages."""
    return [path for path in files() if "templates" in path.parts and path.suffix in {".html", ".txt"}]


def name(path: Path) -> str:
    """How a fault names the file."""
    return str(path.relative_to(ROOT))
