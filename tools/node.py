"""Style, script and font into the look room, with a Node of our own where the machine has none."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

from tools.places import BIN, NODE_LOCK, PYTHON, ROOT, say, stop

OLDEST_NODE = (20, 19)


def assets(for_tests: bool = True) -> None:
    """Build what is not built yet; quick when nothing changed. Tests need a few packages more."""
    build = [str(PYTHON), "tools/assets.py", *([] if for_tests else ["--lean"])]
    if subprocess.run(build, cwd=ROOT, env=with_node(), check=False).returncode:
        stop("\nThe style and scripts could not be built; the lines above say why.")


def with_node() -> dict[str, str]:
    """The environment with a Node that is new enough in its path, fetched into ``.venv`` if need be."""
    ours_first = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    if (BIN / "node").exists():
        return ours_first
    if new_enough(_version()) and shutil.which("npm"):
        return dict(os.environ)
    say("no Node here that is new enough; fetching one into .venv …")
    fetch = ["pip", "install", "--quiet", "--require-hashes", "-r", str(NODE_LOCK)]
    if (
        subprocess.run([str(BIN / "uv"), *fetch, "--python", str(PYTHON)], check=False).returncode
        and subprocess.run([str(PYTHON), "-m", *fetch], check=False).returncode
    ):
        stop(
            "\nNode could not be fetched. Install Node 20.19 or newer with npm, or try again when connected."
        )
    return ours_first


def _version() -> str:
    try:
        return subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def new_enough(version: str) -> bool:
    """Whether what ``node --version`` said is one that the assets can be built with."""
    numbers = re.match(r"v(\d+)\.(\d+)", version)
    return numbers is not None and (int(numbers[1]), int(numbers[2])) >= OLDEST_NODE
