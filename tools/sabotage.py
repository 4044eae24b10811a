"""Make each small mistake in a copy of the house, and see the tests turn red.

    python -m tools.sabotage [--quick]

First the very same tests run green in the untouched copy, under the same settings: a red that was red
before proves nothing. Exits 0 only if all is as it should be.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from checks.sabotage.patches import Patch, patches
from tools.for_tests import in_memory
from tools.outcome import Failed
from tools.places import PYTHON, ROOT, say
from tools.running import environment

T = TypeVar("T")
AT_ONCE = 2
RED = 1
"""How pytest says that tests ran and failed; anything else is no proof."""


@contextmanager
def copy() -> Iterator[Path]:
    """The house as it stands here, somewhere else."""
    with tempfile.TemporaryDirectory(prefix="alongside-sabotage-", dir=in_memory()) as folder:
        for name in ("src", "checks", "tools", "journeys", "docs"):
            shutil.copytree(ROOT / name, Path(folder) / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("conftest.py", "pyproject.toml", "Makefile", "README.md"):
            shutil.copy(ROOT / name, Path(folder) / name)
        yield Path(folder)


def run(root: Path, tests: Sequence[str]) -> int:
    """How pytest ended."""
    command = [str(PYTHON), "-m", "pytest", "-q", "-x", "-n", "0", "--no-header", *tests]
    settings = environment(PYTHONPATH=str(root / "src"), PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)
    if done.returncode not in (0, RED):
        say(done.stdout[-2000:] + done.stderr[-2000:])
    return done.returncode


def noticed(root: Path, patch: Patch) -> bool:
    """Whether the tests turn red, and only because of this mistake."""
    good = (root / patch.file).read_text(encoding="utf-8")
    patch.spoil(root)
    try:
        seen = run(root, patch.red) == RED
    finally:
        (root / patch.file).write_text(good, encoding="utf-8")
    say(f"  {'noticed' if seen else 'MISSED '}  {patch.what}")
    return seen


def red_before(these: Sequence[tuple[str, ...]]) -> list[str]:
    """Those of these tests that are not green, or that find nothing to run, while nothing is spoilt."""
    with copy() as root:
        return [" ".join(tests) for tests in these if run(root, tests) != 0]


def missed(these: Sequence[Patch]) -> list[str]:
    """What nobody noticed of these mistakes, each made in the same copy, one after the other."""
    with copy() as root:
        return [patch.what for patch in these if not noticed(root, patch)]


def in_shares(work: Callable[[Sequence[T]], list[str]], these: Sequence[T]) -> list[str]:
    """What came of it, done by two hands at once."""
    with ThreadPoolExecutor(AT_ONCE) as hands:
        shares = [these[number::AT_ONCE] for number in range(AT_ONCE)]
        return [said for share in hands.map(work, shares) for said in share]


def sabotage(quick: bool) -> str:
    """Try the mistakes. Raises ``Failed`` for one that nobody noticed, or tests that were red already."""
    chosen = [patch for patch in patches() if patch.quick or not quick]
    if red := in_shares(red_before, list(dict.fromkeys(patch.red for patch in chosen))):
        raise Failed(f"red before anything was spoilt: {'; '.join(red)}")
    if unseen := in_shares(missed, chosen):
        raise Failed(f"not noticed: {'; '.join(unseen)}")
    return f"{len(chosen)} mistakes, all noticed"


if __name__ == "__main__":
    try:
        say(sabotage("--quick" in sys.argv[1:]))
    except Failed as failed:
        say(str(failed))
        sys.exit(1)
