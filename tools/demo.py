"""``make demo``: from a clone to Netherby on this machine; the second time within seconds."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys

from tools.ending import follow_make, with_parent
from tools.install import install
from tools.node import assets
from tools.places import PYTHON, ROOT, VAR, stop


def main() -> None:
    """Set up what is missing, then become the server, so that nothing stands between it and Ctrl-C."""
    port = _port()
    with_parent()
    follow_make()
    install(with_dev=False)
    assets(for_tests=False)
    env = demo_environment(port)
    VAR.mkdir(parents=True, exist_ok=True)
    for words in (["migrate", "--verbosity", "0"], ["demo"]):
        if subprocess.run(
            [str(PYTHON), "-m", "alongside", *words], cwd=ROOT, env=env, check=False
        ).returncode:
            stop(f"\n`alongside {words[0]}` did not work; the lines above say why.")
    serve = ["-m", "alongside", "serve", "--with-worker", "--quiet", "--workers", "1", "--port", str(port)]
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execve(PYTHON, [str(PYTHON), *serve], env)  # noqa: S606


def demo_environment(port: int) -> dict[str, str]:
    """Settings of a demo; a neighbouring project's variables must not lead it to a real database."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("ALONGSIDE_")}
    kept.pop("DATABASE_URL", None)
    return {
        **kept,
        "ALONGSIDE_DEMO": "1",
        "ALONGSIDE_OUTBOX": "folder",
        "ALONGSIDE_VAR": str(VAR),
        "ALONGSIDE_PUBLIC_ADDRESS": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "alongside.settings",
    }


def _port() -> int:
    ask = argparse.ArgumentParser()
    ask.add_argument("--port", type=int, default=8000)
    port = int(ask.parse_args().port)
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except OSError:
            stop(f"Something else already answers on port {port}. Choose another: make demo PORT={port + 1}")
    return port


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stop("")
