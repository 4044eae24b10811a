"""``make audit``: ask the advisory services about everything we stand on.

It needs the network and is no part of ``make test``: an audit that could not look must not pass.
"""

from __future__ import annotations

import json
import subprocess
import sys

from tools.install import install
from tools.node import with_node
from tools.places import BIN, DEV_LOCK, ROOT, say

AUDITOR = "pip-audit==2.9.0"


def main() -> int:
    """0 when both services answered and know of nothing; 1 otherwise, and it says which."""
    install(with_dev=True)
    answers = [python(), node()]
    return 0 if all(answers) else 1


def python() -> bool:
    """Our Python packages, by the lock."""
    say("Python packages:")
    ask = [
        str(BIN / "uv"),
        "tool",
        "run",
        "--quiet",
        AUDITOR,
        "--strict",
        "--disable-pip",
        "--require-hashes",
    ]
    done = subprocess.run(
        [*ask, "--requirement", str(DEV_LOCK)], cwd=ROOT, check=False, capture_output=True, text=True
    )
    say((done.stdout + done.stderr).strip())
    if done.returncode and "Found " not in done.stderr:
        say("could not look: the advisory service for Python packages did not answer")
    return done.returncode == 0


def node() -> bool:
    """What the look is built from, by its lock."""
    say("\nNode packages:")
    ask = ["npm", "audit", "--json", "--omit=optional"]
    done = subprocess.run(ask, cwd=ROOT, env=with_node(), check=False, capture_output=True, text=True)
    try:
        told = json.loads(done.stdout)
        found = told["metadata"]["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        say((done.stdout + done.stderr).strip()[-600:])
        say("could not look: the advisory service for Node packages did not answer")
        return False
    say(json.dumps(told["vulnerabilities"], indent=1) if found["total"] else "No known vulnerabilities found")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
