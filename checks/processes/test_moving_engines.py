"""Netherby moves from SQLite to PostgreSQL and back again, as whoever runs it would do it: by commands."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools.machine import Missing, postgres_programs
from tools.postgres import Postgres, postgres
from tools.running import environment

pytestmark = [pytest.mark.long, pytest.mark.once_on_sqlite]
KEY = "n0body-w1ll-guess-this-one"
PROGRAM = "alongside_program"
COUNTED = """
import json, pathlib, django; django.setup()
from hashlib import sha256
from django.apps import apps
from django.conf import settings
from alongside.journal.models import Chain
models = [one for one in apps.get_models(include_auto_created=True) if "auth" not in one._meta.label.lower()
          and one._meta.app_label != "contenttypes"]
files = settings.VAR / "files"
print(json.dumps({
    "counts": {one._meta.label: one._base_manager.count() for one in models},
    "heads": {str(one.pk): [one.number, one.head] for one in Chain.objects.all()},
    "files": {str(one.relative_to(files)): sha256(one.read_bytes()).hexdigest()
              for one in files.rglob("*") if one.is_file()},
}))
"""
SIGNS_IN = """
import json, re, django; django.setup()
from django.test import Client
from alongside.messages.models import Message
jo = Client(HTTP_HOST="127.0.0.1")
jo.post("/sign-in/", {"address": "jo@netherby.example"})
body = Message.objects.filter(kind="sign-in").order_by("said_at").last().body
code = re.search(r"[0-9]{3} [0-9]{3}", body).group()
print(json.dumps([jo.post("/sign-in/code/", {"code": code}).status_code, jo.get("/my/").status_code]))
"""
PUT_MORE_IN = """
import django; django.setup()
from django.utils import timezone
from alongside.people.models import Area, Person
from alongside.welcome.sealed import seal
from alongside.welcome.second_ways import App, Passkey
gwen, at = Person.objects.get(email="gwen@netherby.example"), timezone.now()
App.objects.create(person=gwen, key=seal("words"), last_step=1, at=at)
every = bytes(range(256))
Passkey.objects.create(person=gwen, called="Zo\\u00eb \\u8c22", known_by="k", credential=every, at=at)
"""
CALLED = """
import json, django; django.setup()
from alongside.people.models import Person
Person.objects.filter(email="cara@netherby.example").update(screen_name={!r})
print(json.dumps(str(Person.objects.get(email="cara@netherby.example").pk)))
"""


class House:
    """One installation: a folder, a database, and the commands that somebody types there."""

    def __init__(self, var: Path, address: str = "") -> None:
        var.mkdir()
        self.env = environment(
            ALONGSIDE_DEMO="1",
            ALONGSIDE_VAR=str(var),
            ALONGSIDE_BACKUP_KEY=KEY,
            DATABASE_URL=address or f"sqlite:///{var / 'alongside.sqlite3'}",
            PYTHONPATH=":".join(sys.path),
            DJANGO_SETTINGS_MODULE="alongside.settings",
        )

    def tries(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        return self._runs("-m", "alongside", *map(str, words))

    def does(self, *words: str | Path) -> str:
        done = self.tries(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def says(self, script: str) -> Any:
        done = self._runs("-c", script)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout or "null")

    def _runs(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *words]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """A PostgreSQL of our own."""
    try:
        with postgres() as ours:
            yield ours
    except Missing as missing:
        pytest.skip(str(missing))


def by_psql(server: Postgres, sql: str) -> None:
    psql = [
        postgres_programs() / "psql",
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "-h",
        server.folder,
        "-U",
        "alongside",
    ]
    subprocess.run([*psql, "-d", "postgres"], input=sql, text=True, check=True, capture_output=True)


def test_there_and_back_again(server: Postgres, tmp_path: Path) -> None:
    old, new = House(tmp_path / "old"), House(tmp_path / "new", server.address)
    old.does("migrate", "-v0")
    old.does("demo")
    old.says(PUT_MORE_IN)
    a_character_that_only_sqlite_keeps(old, new, tmp_path)
    before = old.says(COUNTED)
    old.does("leave", tmp_path / "out")
    assert before["heads"]
    assert before["files"]
    assert b"netherby" not in (tmp_path / "out").read_bytes()

    assert "each ends where it ended" in new.does("arrive", tmp_path / "out")
    assert new.says(COUNTED) == before
    assert new.does("verify").startswith("All is whole")
    the_program_signs_jo_in(server, new)
    after = new.says(COUNTED)
    new.does("leave", tmp_path / "back")

    home = House(tmp_path / "home")
    home.does("arrive", tmp_path / "back")
    assert home.says(COUNTED) == after
    assert home.does("verify").startswith("All is whole")
    assert home.says(SIGNS_IN) == [302, 200]


def a_character_that_only_sqlite_keeps(old: House, new: House, tmp_path: Path) -> None:
    """The row is named, and nothing is kept: what is put right then arrives."""
    cara = old.says(CALLED.format("Ca\0ra"))
    old.does("leave", tmp_path / "odd")
    refused = new.tries("arrive", tmp_path / "odd").stderr
    assert f"people.Person {cara}: the character NUL stands in screen_name" in refused
    old.says(CALLED.format("Cara"))


def the_program_signs_jo_in(server: Postgres, new: House) -> None:
    """As the role that may only add to the journal; moving is for the owner of the tables."""
    by_psql(server, f"CREATE ROLE {PROGRAM} LOGIN")
    by_psql(server, new.does("grants", PROGRAM))
    owner = new.env["DATABASE_URL"]
    new.env["DATABASE_URL"] = owner.replace("alongside@", f"{PROGRAM}@")
    assert new.says(SIGNS_IN) == [302, 200]
    refused = new.tries("leave", Path(new.env["ALONGSIDE_VAR"]) / "no").stderr
    assert "the owner of the tables moves house" in refused
    assert "Traceback" not in refused
    new.env["DATABASE_URL"] = owner
