"""A PostgreSQL of our own for the length of a test run: private folder, socket only, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.ending import with_parent
from tools.machine import Missing, postgres_programs
from tools.power import cut_power

FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200")
"""The data is thrown away, so nothing waits for the disk."""


class Postgres:
    """A PostgreSQL that can be killed and started again on the same data."""

    def __init__(self, programs: Path, folder: Path, *, durable: bool) -> None:
        self.programs, self.folder, self.settings = programs, folder, () if durable else FAST
        self.as_user = _someone_else(folder)
        _make(programs, folder, self.as_user)
        self.server: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """What goes into DATABASE_URL."""
        return f"postgres://alongside@/postgres?host={self.folder}"

    @property
    def lives(self) -> bool:
        """Whether it runs."""
        return self.server is not None and self.server.poll() is None

    def start(self, *more: str) -> None:
        """Start it, and wait until it answers. ``more`` are settings on top of the usual."""
        self.server = _start(self.programs, self.folder, self.as_user, (*self.settings, *more))
        _wait(self.programs, self.folder, self.server)

    def kill(self) -> None:
        """End it and everything it started (-9), as a power cut would."""
        if self.server is None:
            return
        cut_power(self.server.pid)
        self.server.wait(30)

    def stop(self) -> None:
        """End it, quickly and in order."""
        if self.server is not None and self.lives:
            self.server.send_signal(signal.SIGQUIT)
            self.server.wait(30)


@contextmanager
def postgres(*, durable: bool = False) -> Iterator[Postgres]:
    """One that lives while we do. ``durable``: it waits for the disk, as it does where people's words are."""
    programs = postgres_programs()
    # Short and in a place that another user may enter: a socket's path has little room.
    folder = Path(tempfile.mkdtemp(prefix="alongside-", dir="/tmp"))
    try:
        ours = Postgres(programs, folder, durable=durable)
        try:
            ours.start()
            yield ours
        finally:
            ours.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database(*, durable: bool = False) -> Iterator[str]:
    """The address of an empty database: the one in DATABASE_URL, else one that lives while we do."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with postgres(durable=durable) as ours:
        yield ours.address


def _someone_else(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root; then it runs as a user who may do nothing here."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, user.pw_uid, user.pw_gid)
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise Missing("needs a user who is not root: run the tests as an ordinary user")


def _make(programs: Path, folder: Path, as_user: dict[str, Any]) -> None:
    make = [str(programs / "initdb"), "--pgdata", str(folder / "data"), "--username", "alongside"]
    make += ["--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
    made = subprocess.run(make, capture_output=True, text=True, cwd=folder, check=False, **as_user)
    if made.returncode:
        raise Missing(f"needs a PostgreSQL that starts: initdb said {made.stderr.strip()[-300:]}")


def _start(
    programs: Path, folder: Path, as_user: dict[str, Any], more: Sequence[str]
) -> subprocess.Popen[bytes]:
    settings = [part for one in ("listen_addresses=", *more) for part in ("-c", one)]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *settings],
            stdout=log,
            stderr=log,
            cwd=folder,
            start_new_session=True,  # Ctrl-C ends the tests first, and then they end this
            preexec_fn=with_parent,
            **as_user,
        )


def _wait(programs: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and server.poll() is None:
        ready = subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False)
        if ready.returncode == 0:
            return
        time.sleep(0.1)
    raise Missing(f"needs a PostgreSQL that starts: it said {(folder / 'log').read_text()[-300:]}")
