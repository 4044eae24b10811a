"""Build the wheel, install it where there is nothing else, and see whether it stands on its own."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

from tools.outcome import Failed
from tools.places import BIN, ROOT, RUN_LOCK, say
from tools.running import environment

BUILT = "alongside/look/static/look/"
KINDS_OF_ASSET = (".css", ".js", ".woff2", ".ttf")


def wheel() -> str:
    """Raises Failed with the first thing that is wrong; returns the wheel's name and size."""
    with tempfile.TemporaryDirectory(prefix="alongside-wheel-") as name:
        folder = Path(name)
        built = _build(folder)
        _look_inside(built)
        alongside = _install(folder, built)
        _ready_for_production(folder, alongside)
        _answers(folder, alongside)
        return f"{built.name}, {built.stat().st_size // 1024} kB"


def _build(folder: Path) -> Path:
    _must("build", [str(BIN / "hatchling"), "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    return next(folder.glob("*.whl"))


def _look_inside(built: Path) -> None:
    names = zipfile.ZipFile(built).namelist()
    for ending in KINDS_OF_ASSET:
        if not any(name.startswith(BUILT) and name.endswith(ending) for name in names):
            raise Failed(f"no {ending} in {BUILT} of the wheel")
    strays = [name for name in names if {"tests", "node_modules", "var", ".git"} & set(name.split("/"))]
    if strays:
        raise Failed(f"the wheel carries what nobody needs who runs it: {strays[0]}")


def _install(folder: Path, built: Path) -> Path:
    _must("environment", [sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")])
    install = [str(BIN / "uv"), "pip", "install", "--quiet", "--python", str(folder / "venv/bin/python")]
    _must("what it stands on", [*install, "--require-hashes", "-r", str(RUN_LOCK)])
    _must("install", [*install, "--no-deps", str(built)])
    return folder / "venv/bin/alongside"


def _ready_for_production(folder: Path, alongside: Path) -> None:
    """The settings somebody runs for real, with only what must be given given."""
    production = {
        "ALONGSIDE_SECRET_KEY": secrets.token_urlsafe(50),
        "ALONGSIDE_HOSTS": "alongside.example",
        "ALONGSIDE_PUBLIC_ADDRESS": "https://alongside.example",
        "ALONGSIDE_VAR": str(folder / "production"),
    }
    deploy = [str(alongside), "check", "--deploy", "--fail-level", "WARNING"]
    _must("check --deploy", deploy, cwd=folder, **production)
    _must("alongside", [str(alongside)], cwd=folder)


def _answers(folder: Path, alongside: Path) -> None:
    """It migrates, serves its first page and stops when told to."""
    port = _free_port()
    env = {"ALONGSIDE_DEMO": "1", "ALONGSIDE_VAR": str(folder / "var")}
    (folder / "var").mkdir()
    _must("migrate", [str(alongside), "migrate", "--verbosity", "0"], cwd=folder, **env)
    log = folder / "serve.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [str(alongside), "serve", "--with-worker", "--port", str(port), "--workers", "1"],
            cwd=folder, env=environment(**env), stdout=out, stderr=out,
        )  # fmt: skip
    try:
        page = _page(f"http://127.0.0.1:{port}/", server)
        if b"Alongside" not in page:
            raise Failed("the first page does not say Alongside")
    except Failed:
        say(log.read_text())
        raise
    finally:
        server.terminate()
        server.wait(30)
    say("  first page: ok")


def _page(address: str, server: subprocess.Popen[bytes]) -> bytes:
    until = time.monotonic() + 30
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own address
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            raise Failed(f"the first page answers {error.code}") from error
        except OSError:
            time.sleep(0.2)
    raise Failed("the server did not answer")


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _must(name: str, command: list[str], cwd: Path | None = None, **env: str) -> None:
    done = subprocess.run(
        command, cwd=cwd, env=environment(**env), capture_output=True, text=True, check=False
    )
    say(f"  {name}: {'ok' if done.returncode == 0 else 'not ok'}")
    if done.returncode:
        say((done.stdout + done.stderr).rstrip() + os.linesep)
        raise Failed(name)
