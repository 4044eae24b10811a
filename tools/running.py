"""How the tools run pytest and other programs: in an environment that the shell has no say in."""

from __future__ import annotations

import os
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

from tools.ending import run_whole
from tools.for_tests import in_memory
from tools.machine import Missing, chromium
from tools.outcome import Failed
from tools.places import BIN, PYTHON, ROOT, say

AT_ONCE = "2"
NOTHING_FOUND = 5  # as pytest says it


def environment(**more: str) -> dict[str, str]:
    """Ours only: settings of a neighbouring project must not lead a test to its database."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ALONGSIDE_", "DJANGO_")) and name not in ("DATABASE_URL", "PYTHONPATH")
    }
    return {**own, "PATH": f"{BIN}{os.pathsep}{own.get('PATH', '')}", **more}


def pytest(folders: Sequence[str], args: Sequence[str], **env: str) -> str:
    """Run these folders. Raises Failed, or Missing when a test said what it needs and has not got."""
    folders = [one for one in folders if (ROOT / one).exists()]
    if not folders:
        raise Failed("there are no such tests")
    with tempfile.TemporaryDirectory(prefix="alongside-tests-", dir=in_memory()) as folder:
        report = Path(folder) / "report.xml"
        # A journey is a story in one file: its parts stay with one browser, in order.
        command = [str(PYTHON), "-m", "pytest", "-q", "-n", AT_ONCE, "--dist", "loadgroup"]
        where = {"ALONGSIDE_VAR": f"{folder}/var", "ALONGSIDE_TEST_SQLITE": f"{folder}/test.sqlite3"}
        code = run_whole([*command, f"--junitxml={report}", *folders, *args], environment(**where, **env))
        if code:
            raise Failed("no test was found" if code == NOTHING_FOUND else "see above")
        return passed(report)


def in_a_browser(folders: Sequence[str], args: Sequence[str]) -> str:
    """The same for journeys. Raises Missing where there is no browser."""
    # Playwright runs a loop of its own, and Django cannot know that we do not query inside it.
    return pytest(folders, args, ALONGSIDE_CHROMIUM=chromium(), DJANGO_ALLOW_ASYNC_UNSAFE="true")


def passed(report: Path) -> str:
    """How many ran; a test skipped because it *needs* something has not run, and that counts."""
    cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314 - our own file
    skipped = [case.find("skipped") for case in cases]
    reasons = [one.get("message", "") for one in skipped if one is not None]
    needs = sorted({reason for reason in reasons if reason.startswith("needs ")})
    if needs:
        raise Missing("a part of it " + "; ".join(needs))
    return f"{len(skipped) - len(reasons)} tests" + (f", {len(reasons)} skipped" if reasons else "")


def quietly(name: str, command: Sequence[str], **env: str) -> bool:
    """Run a program, show what it says only when it fails; whether it passed."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment(**env), capture_output=True, text=True, check=False
    )
    say(f"  {name}: {'ok' if done.returncode == 0 else 'not ok'}")
    if done.returncode:
        say((done.stdout + done.stderr).rstrip())
    return done.returncode == 0
