"""PostgreSQL lets nobody in any more: a clear sentence, the words come back, and then all goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tools.machine import Missing
from tools.postgres import Postgres, postgres

from .house import House, until
from .visitor import Visitor

FEW = 12
WORDS = "He has had no coat since Monday."
OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> ALL(%s)"
COUNT = """
from alongside.safety.models import Concern
found = [one.words.body for one in Concern.objects.order_by("at")].count("He has had no coat since Monday.")
"""
TOLD = """
from alongside.messages.models import Message
found = Message.objects.filter(kind="concern", gone__how="sent").count()
"""
THE_WORKERS_LONGEST_PAUSE = 90.0
"""Seconds: it asks a database that is away less and less often, at most a minute apart."""


@pytest.fixture
def cramped() -> Iterator[Postgres]:
    """A database that lets a few in, and no more."""
    try:
        with postgres() as there:
            there.stop()
            there.start(f"max_connections={FEW}")
            yield there
    except Missing as needs:
        pytest.skip(str(needs))


def taken_by_others(there: Postgres) -> list[psycopg.Connection]:
    """Take every connection, also those that the house had open."""
    ours: list[psycopg.Connection] = []
    for _ in range(10 * FEW):
        try:
            ours.append(psycopg.connect(host=str(there.folder), dbname="postgres", user="alongside"))
        except psycopg.OperationalError:
            if len(ours) >= FEW:
                return ours
        if ours:
            ours[0].autocommit = True
            ours[0].execute(OTHERS, ([one.info.backend_pid for one in ours],))
    raise AssertionError("there was always one more")


def test_who_writes_then_loses_nothing(cramped: Postgres, tmp_path: Path) -> None:
    house = House(tmp_path, database=cramped.address)
    her = Visitor(house.address, head={"Origin": house.address})
    house.open()
    try:
        page = her.get("/netherby/not-safe/")
        others = taken_by_others(cramped)
        form = page.form("", "words").with_answers(words=WORDS, channel="none", key=str(uuid4()))
        broken = her.post("/netherby/not-safe/", form)
        assert broken.status == 503
        assert "We cannot get at our records just now" in broken.html
        assert WORDS in broken.html
        assert her.get("/netherby/").status == 503
        for one in others:
            one.close()
        until("the first page", house.answers)
        again = broken.form("", "words")
        sent = her.follow(her.post(broken.address_of(again), again.left_empty()))
        assert "Your words are kept" in sent.html
        assert house.asks(COUNT) == 1
        until("the word to the lead", lambda: house.asks(TOLD), THE_WORKERS_LONGEST_PAUSE)
        house.command("verify")
    finally:
        her.leaves()
        house.close()
