"""Write the four lock files: every package, its exact version and its digests.

The resolver's own ``uv.lock`` holds the address of whichever registry was used, so it is made in
a temporary folder and thrown away; what we keep names packages and digests only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.install import install
from tools.places import BIN, DEV_LOCK, INSTALL_LOCK, NODE_LOCK, ROOT, RUN_LOCK, say

LOCKS = {
    RUN_LOCK: ["--no-default-groups", "--extra", "postgres"],
    DEV_LOCK: ["--all-extras", "--group", "dev", "--group", "install"],
    INSTALL_LOCK: ["--only-group", "install"],
    NODE_LOCK: ["--only-group", "node"],
}
HEADER = "# Made by `make lock`. Exact versions and their digests; change pyproject.toml, not this.\n"


def main(upgrade: bool) -> None:
    """Resolve anew and write the locks; without ``upgrade`` versions in them are kept."""
    if not (BIN / "uv").exists():
        install(with_dev=False)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "pyproject.toml", folder)
        if not upgrade and DEV_LOCK.exists():
            _prefer_what_we_have(Path(folder))
        _uv(folder, "lock", "--quiet")
        for lock, chosen in LOCKS.items():
            text = _uv(folder, "export", "--quiet", "--frozen", "--no-header", "--no-annotate",
                       "--no-emit-project", *chosen)  # fmt: skip
            lock.write_text(HEADER + text)
            say(f"{lock.relative_to(ROOT)}: {text.count('==')} packages")


def _prefer_what_we_have(folder: Path) -> None:
    """Hold the resolver to today's versions where pyproject.toml still allows them."""
    held = {
        line.split(" ")[0]
        for lock in LOCKS
        if lock.exists()
        for line in lock.read_text().splitlines()
        if "==" in line
    }
    wishes = ", ".join(f'"{one}"' for one in sorted(held))
    with (folder / "pyproject.toml").open("a") as file:
        file.write(f"\n[tool.uv]\nconstraint-dependencies = [{wishes}]\n")
    if subprocess.run([BIN / "uv", "lock", "--quiet"], cwd=folder, check=False).returncode:
        say("some versions had to move; resolving afresh")
        shutil.copy(ROOT / "pyproject.toml", folder)


def _uv(folder: str, *args: str) -> str:
    done = subprocess.run([str(BIN / "uv"), *args], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    main(upgrade="--upgrade" in sys.argv)
