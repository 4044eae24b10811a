"""What the machine has beyond Python, and how to get what it has not."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

from tools.places import BIN, say

Found = TypeVar("Found")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

WHERE_PLAYWRIGHT_KEEPS_IT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    print(p.chromium.executable_path)
"""


class Missing(Exception):
    """Something that a kind of test needs is not here and may not be installed; says how to get it."""


def chromium() -> str:
    """The path of a Chromium that starts. Playwright's own, where the system's is only a stub."""
    return (
        _chromium_here()
        or _after_apt("chromium", _chromium_here)
        or _playwrights_own()
        or _missing("chromium", "apt install chromium")
    )


def java() -> str:
    """The path of a Java that starts; the checker of HTML runs on it."""
    return (
        _java_here()
        or _after_apt("default-jre-headless", _java_here)
        or _missing("java", "apt install default-jre-headless")
    )


def postgres_programs() -> Path:
    """The folder with ``initdb`` and ``postgres``; Debian keeps them out of the path."""
    return (
        _postgres_here()
        or _after_apt("postgresql", _postgres_here)
        or _missing("postgresql", "apt install postgresql, or set DATABASE_URL to a database for tests")
    )


def _missing(what: str, how: str) -> NoReturn:
    raise Missing(f"needs {what}: {how}")


def _chromium_here() -> str | None:
    found = (shutil.which(name) for name in BROWSERS)
    return next((path for path in found if path and _starts(path, "--version")), None)


def _java_here() -> str | None:
    path = shutil.which("java")
    return path if path and _starts(path, "-version") else None


def _postgres_here() -> Path | None:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name))
    path = shutil.which("initdb")
    found = [*debian, *([Path(path).resolve().parent] if path else [])]
    return next((folder for folder in reversed(found) if (folder / "postgres").exists()), None)


def _after_apt(package: str, look: Callable[[], Found | None]) -> Found | None:
    """Install a Debian package where we may, and look again."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    say(f"installing {package} …")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    said = ""
    for words in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        done = subprocess.run([*apt, *words], env=env, capture_output=True, text=True, check=False)
        said += done.stderr
    found = look()
    if found is None:
        say(said.strip()[-600:])
    return found


def _playwrights_own() -> str | None:
    """Where the system's browser is a stub (Ubuntu's is a snap), Playwright can bring one along."""
    ours = [str(BIN / "python"), "-c", WHERE_PLAYWRIGHT_KEEPS_IT]
    try:
        path = subprocess.run(ours, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
    if not Path(path).exists():
        say("fetching a Chromium with Playwright …")
        libraries_too = ["--with-deps"] if os.geteuid() == 0 else []
        fetch = [str(BIN / "playwright"), "install", *libraries_too, "chromium"]
        subprocess.run(fetch, capture_output=True, check=False)
    return path if Path(path).exists() and _starts(path, "--version") else None


def _starts(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
