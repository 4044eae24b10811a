"""How each database is copied whole while people go on working, and how such a copy comes back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.db import connection, transaction

from alongside.journal.models import Chain

MADE_BY_DJANGO = ("django_migrations", "django_content_type", "auth_permission")
"""Tables that have rows before anybody has told anything."""

_PROGRAM_VARIABLES = {
    "dbname": "PGDATABASE",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "host": "PGHOST",
    "port": "PGPORT",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}


class CannotCopy(Exception):
    """The database could not be copied or brought back; says why in a sentence."""


@dataclass(frozen=True)
class Facts:
    """What must be the same in a database and in its copy."""

    counts: dict[str, int]
    heads: dict[str, str]
    """The last digest of each area's journal: equal heads mean equal histories."""


class Cursor(Protocol):
    """What Django's cursors and SQLite's own have in common."""

    def execute(self, sql: str, /) -> Any:
        """Ask."""

    def fetchall(self) -> list[Any]:
        """The answer."""


class Engine(Protocol):
    """One kind of database."""

    name: str
    file: str

    def dump(self, target: Path) -> Facts:
        """Copy everything as it is at one moment; returns the facts of that moment."""

    def load(self, source: Path, expected: Facts) -> None:
        """Replace everything by the copy, or raise CannotCopy and leave all as it was."""

    def stand_still(self) -> None:
        """At the beginning of a transaction: whatever others write, it sees this one moment."""


def engine() -> Engine:
    """The one that the settings name."""
    return PostgreSQL() if connection.vendor == "postgresql" else SQLite()


def facts() -> Facts:
    """Those of the database that the settings name."""
    with connection.cursor() as cursor:
        return _facts(cursor, connection.introspection.table_names(cursor))


def _facts(cursor: Cursor, tables: Iterable[str]) -> Facts:
    """Asked in plain SQL, because a copy is not a database that Django knows of."""
    counts = {}
    for table in sorted(tables):
        cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
        counts[table] = cursor.fetchall()[0][0]
    heads = {}
    if (chain := Chain._meta.db_table) in counts:
        cursor.execute(f"SELECT area_id, number, head FROM {chain}")  # noqa: S608
        heads = {str(area): f"{number}:{head}" for area, number, head in cursor.fetchall()}
    return Facts(counts, heads)


def empty() -> bool:
    """Nobody has told anything here yet."""
    return not any(count for table, count in facts().counts.items() if table not in MADE_BY_DJANGO)


class SQLite:
    """One file; SQLite itself copies it while it is written to."""

    name = "sqlite"
    file = "database.sqlite3"

    def dump(self, target: Path) -> Facts:
        """See ``Engine.dump``."""
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target)])
        return _facts_in(target)

    def load(self, source: Path, expected: Facts) -> None:
        """See ``Engine.load``. People may have the file open; they find the new content in it."""
        if _facts_in(source) != expected:
            raise CannotCopy("the database in this file is not the one its list describes")
        connection.close()
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(self._path())) as new:
            old.backup(new)

    def stand_still(self) -> None:
        """See ``Engine.stand_still``. A transaction of ours begins by keeping others from writing."""

    def _path(self) -> str:
        return str(connection.settings_dict["NAME"])


def _facts_in(file: Path) -> Facts:
    with closing(sqlite3.connect(file)) as copy, closing(copy.cursor()) as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return _facts(cursor, [name for (name,) in cursor.fetchall() if not name.startswith("sqlite_")])


class PostgreSQL:
    """A server; its own programs copy it, at a moment that we share with them."""

    name = "postgresql"
    file = "database.dump"

    def dump(self, target: Path) -> Facts:
        """See ``Engine.dump``."""
        with transaction.atomic(), connection.cursor() as cursor:
            self.stand_still()
            cursor.execute("SELECT pg_export_snapshot()")
            moment = cursor.fetchone()[0]
            _program("pg_dump", "-Fc", "--no-owner", f"--snapshot={moment}", f"--file={target}")
            return facts()

    def load(self, source: Path, expected: Facts) -> None:
        """See ``Engine.load``. One transaction takes the old tables away and brings the new ones."""
        script, check = source.with_suffix(".sql"), source.with_suffix(".check.sql")
        _program("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(source))
        quote = connection.ops.quote_name
        old = [quote(name) for name in connection.introspection.table_names()]
        prelude = source.with_suffix(".old.sql")
        prelude.write_text(f"DROP TABLE {', '.join(old)} CASCADE;" if old else "")
        check.write_text("\n".join(_same(quote(table), n) for table, n in expected.counts.items()))
        connection.close()
        files = [part for one in (prelude, script, check) for part in ("-f", str(one))]
        _program("psql", "-q", "--no-psqlrc", "--single-transaction", "-v", "ON_ERROR_STOP=1", *files)
        if facts() != expected:
            raise CannotCopy("the journal that came back does not end where its list says")

    def stand_still(self) -> None:
        """See ``Engine.stand_still``."""
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _same(table: str, count: int) -> str:
    """SQL that fails, and with it the whole transaction, unless the table has this many rows."""
    return (
        f"DO $$ BEGIN IF (SELECT COUNT(*) FROM public.{table}) <> {count} "  # noqa: S608
        f"THEN RAISE EXCEPTION 'not {count} rows came back into %', '{table}'; END IF; END $$;"
    )


def _program(name: str, *args: str) -> None:
    """Run one of PostgreSQL's programs on our database; the password travels in the environment."""
    path = shutil.which(name)
    if path is None:
        raise CannotCopy(f"needs PostgreSQL's own {name}: apt install postgresql-client")
    params = connection.get_connection_params()
    env = {variable: str(params[key]) for key, variable in _PROGRAM_VARIABLES.items() if params.get(key)}
    done = subprocess.run(  # noqa: S603
        [path, *args], env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CannotCopy(f"{name} said: {done.stderr.strip()[-500:]}")
