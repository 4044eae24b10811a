"""On PostgreSQL, whoever takes the program over can add to what happened, and never change it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction

from alongside.groups import demo as at_work
from alongside.journal.models import Chain, Event, shred
from alongside.people.demo import Netherby
from alongside.promises import demo as kept
from alongside.website.grants import grants, tables
from alongside.website.whole import faults

on_a_server = pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has no roles")
ROLE = "alongside_program"


@contextmanager
def as_the_program() -> Iterator[None]:
    """What the program may do, in the middle of a test."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {ROLE}")
        try:
            yield
        finally:
            cursor.execute("RESET ROLE")


@pytest.fixture
def program(netherby: Netherby) -> Netherby:
    """A role that has what the command prints. Gone after the test, as all that happens in it."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
        for statement in grants(ROLE):
            cursor.execute(statement)
    return netherby


@on_a_server
def test_it_can_do_all_its_work(program: Netherby, now: datetime) -> None:
    n = program
    with as_the_program():
        decision = at_work.taken_with_dissent(n, at_work.groups(n, now), now)
        kept.yes(n, decision, now)
        at_the_end = Event.objects.order_by("-number").first()
        assert at_the_end
        assert shred(about_id=at_the_end.about_id) > 0
        assert list(faults()) == []


def by_hand(sql: str) -> None:
    """As somebody who holds the program's password."""
    with connection.cursor() as cursor:
        cursor.execute(sql)


@on_a_server
@pytest.mark.parametrize(
    "sql",
    [
        "update journal_event set what = 'nothing'",
        "delete from journal_event",
        "truncate journal_event cascade",
        "alter table journal_event disable trigger all",
        "drop table journal_event cascade",
    ],
)
def test_it_cannot_change_what_happened(program: Netherby, now: datetime, sql: str) -> None:
    at_work.groups(program, now)
    before = list(Event.objects.values_list("digest", flat=True))
    no = "permission denied|must be owner"
    with as_the_program(), pytest.raises(ProgrammingError, match=no), transaction.atomic():
        by_hand(sql)
    assert list(Event.objects.values_list("digest", flat=True)) == before


def test_every_table_is_named_and_the_journal_only_added_to(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("grants", "the program")
    said = capsys.readouterr().out
    assert all(f'on "{table}"' in said for table in tables())
    assert 'grant select, insert on "journal_event" to "the program";' in said
    assert {Event._meta.db_table, Chain._meta.db_table, "welcome_session"} <= set(tables())
