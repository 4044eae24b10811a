"""The worker does what is due, survives what goes wrong, and ends when told to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError

from alongside.journal.privacy import Forget
from alongside.messages.models import Gone, Message
from alongside.messages.say import say
from alongside.people.models import Person
from alongside.website.endings import rules
from alongside.website.management.commands import worker
from alongside.website.management.commands.worker import Worker, duties


@pytest.fixture(autouse=True)
def _today(now: datetime, settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.VAR = tmp_path
    settings.OUTBOX = "folder"
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def idle() -> Worker:
    """A worker without the duties of any room."""
    one = Worker()
    one.duties, one.rules, one.nights = [], [], []
    return one


def waiting(asha: Person, now: datetime) -> Message:
    """Something is to be sent."""
    return say(key="k", kind="test", subject="s", body="b", at=now, area=asha.area, person=asha)


def test_once_sends_what_is_due_and_ends(asha: Person, now: datetime) -> None:
    message = waiting(asha, now)

    call_command("worker", "--once")

    assert message.gone.how == Gone.How.SENT


def test_duties_come_every_minute_and_forgetting_once_a_night(idle: Worker, db: None, now: datetime) -> None:
    done: list[tuple[str, datetime]] = []

    def duty(at: datetime) -> int:
        done.append(("duty", at))
        return 0

    def forget(at: datetime) -> int:
        done.append(("forget", at))
        return 0

    idle.duties, idle.rules = [duty], [Forget("a rule", "A rule.", forget, lambda _at: 0)]
    midnight = now.replace(hour=0)
    for seconds in range(0, 5 * 60 * 60, 30):
        idle.round(midnight + timedelta(seconds=seconds))

    assert sum(what == "duty" for what, _at in done) == 5 * 60
    assert [at.hour for what, at in done if what == "forget"] == [3]


@pytest.mark.django_db(transaction=True)
def test_a_duty_that_fails_does_not_stop_the_others(
    idle: Worker, asha: Person, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_at: datetime) -> int:
        raise ValueError("asha@netherby.example said something")

    done: list[datetime] = []

    def well(at: datetime) -> int:
        done.append(at)
        return 1

    message = waiting(asha, now)
    idle.duties = [broken, well]

    _busy, all_well = idle.round(now)

    assert (done, all_well) == ([now], False)
    assert message.gone.how == Gone.How.SENT
    assert "broken did not work: ValueError" in caplog.text
    assert "asha" not in caplog.text


def test_a_database_that_is_away_is_survived(idle: Worker, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    rounds: list[int] = []

    def away(_at: datetime) -> int:
        rounds.append(1)
        if len(rounds) == 3:
            stop.set()
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(worker, "deliver_due", away)
    monkeypatch.setattr(worker, "POLL", 0.001)

    idle.until(stop)

    assert len(rounds) == 3


def test_told_to_stop_it_begins_nothing_more(idle: Worker, db: None, now: datetime) -> None:
    stop = threading.Event()
    done: list[str] = []

    def first(_at: datetime) -> int:
        done.append("first")
        stop.set()
        return 0

    def second(_at: datetime) -> int:
        done.append("second")
        return 0

    idle.duties = [first, second]
    idle.until(stop)

    assert done == ["first"]


def test_every_room_with_a_clock_is_heard() -> None:
    rooms = Path(worker.__file__).parents[3]
    clocks = {f"alongside.{clock.parent.name}" for clock in rooms.glob("*/clock.py")}
    heard = {duty.__module__ for duty in duties()}
    assert {room for room in clocks if not any(one.startswith(f"{room}.") for one in heard)} == set()


def test_it_forgets_in_the_order_of_the_house() -> None:
    assert [rule.name for rule in Worker().rules] == [rule.name for rule in rules()]
