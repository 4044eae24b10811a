"""Make ``.venv`` hold exactly what the locks name; a second run sees the stamp and does nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.places import BIN, DEV_LOCK, INSTALL_LOCK, PYTHON, ROOT, RUN_LOCK, VENV, say, stop

NEEDS_VENV = "Python has no ensurepip here, so it cannot make an environment: apt install python3-venv"
NEEDS_PYTHON = "Alongside needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 …"


def install(with_dev: bool) -> None:
    """Install what running needs, or with ``with_dev`` also what testing needs."""
    stamp = VENV / ("stamp-dev" if with_dev else "stamp-run")
    wanted = _digest()
    if _says(stamp, wanted) or _says(VENV / "stamp-dev", wanted):
        return
    if sys.version_info < (3, 11):
        stop(NEEDS_PYTHON)
    _environment()
    say("installing Python packages …")
    _packages(DEV_LOCK if with_dev or (VENV / "stamp-dev").exists() else RUN_LOCK)
    for name in ("stamp-run", "stamp-dev"):
        if (VENV / name).exists() or VENV / name == stamp:
            (VENV / name).write_text(wanted)


def _digest() -> str:
    digest = hashlib.sha256()
    for part in (ROOT / "pyproject.toml", RUN_LOCK, DEV_LOCK, INSTALL_LOCK):
        digest.update(part.read_bytes())
    return f"{digest.hexdigest()} {VENV}"


def _says(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text() == wanted and PYTHON.exists()


def _environment() -> None:
    """A virtual environment that runs; one whose folder was moved or Python removed is made again."""
    if _runs([str(PYTHON), "-m", "pip", "--version"]):
        return
    if not _runs([sys.executable, "-c", "import ensurepip, venv"]):
        stop(NEEDS_VENV)
    shutil.rmtree(VENV, ignore_errors=True)
    say("making .venv …")
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def _packages(lock: Path) -> None:
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    hashed = ["--require-hashes", "-r"]
    ours = ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    uv = [str(BIN / "uv"), "pip", "install", "--quiet", "--python", str(PYTHON)]
    _must([*pip, *hashed, str(INSTALL_LOCK)])
    if not _runs([*uv, *hashed, str(lock)]):
        # Some networks let only pip through, by its own configuration.
        say("uv could not install them; trying with pip …")
        _must([*pip, *hashed, str(lock)])
    _must([*pip, *ours])


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, env=_clean(), check=False).returncode == 0
    except OSError:
        return False


def _must(command: list[str]) -> None:
    if subprocess.run(command, env=_clean(), check=False).returncode:
        stop(
            "\nThe packages could not be installed; the lines above say why. Without a network the first "
            "start cannot work, because it fetches them. Once you are connected, run the same command again."
        )


def _clean() -> dict[str, str]:
    """The environment without another virtual environment's or checkout's say."""
    return {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH")}


if __name__ == "__main__":
    install(with_dev="--dev" in sys.argv)
