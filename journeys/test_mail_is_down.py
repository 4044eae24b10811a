"""The mail provider is away for three days: all waits, nothing is given up, then all goes, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine

from alongside.messages.deliver import ITS_LONGEST, PATIENCE, PAUSE, deliver_due
from alongside.messages.models import Attempt, Channel, Gone, Message, Stopped
from alongside.messages.say import say
from alongside.people.demo import Netherby

from .post_office import DEAF, SHUTS, PostOffice

DAYS = timedelta(days=3)
Away = Callable[[PostOffice], None]


@pytest.fixture
def office(settings: Any) -> Iterator[PostOffice]:
    """Our mail goes there, by the real protocol."""
    with PostOffice() as there:
        settings.OUTBOX, settings.EMAIL_BACKEND = "smtp", "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", there.port
        yield there


@pytest.fixture
def today(now: datetime) -> Iterator[datetime]:
    """What is said now is said today, not in the past."""
    with time_machine.travel(now):
        yield now


def told(netherby: Netherby, at: datetime, number: int) -> Message:
    about = {"key": f"news:{number}", "kind": "news", "subject": "News", "body": f"Letter {number}."}
    return say(**about, at=at, area=netherby.area, person=netherby.asha)


def everything(at: datetime) -> None:
    """What the worker does while there may be more."""
    while deliver_due(at):
        pass


def shut(office: PostOffice) -> None:
    office.closes()


def says_not_today(office: PostOffice) -> None:
    office.mood = SHUTS


@pytest.mark.parametrize("away", [shut, says_not_today])
def test_after_three_days_all_go_and_each_once(
    netherby: Netherby, office: PostOffice, today: datetime, away: Away
) -> None:
    away(office)
    at, number = today, 0
    while at < today + DAYS:
        if at - today == number * timedelta(hours=1):
            told(netherby, at, number)
            number += 1
        everything(at)
        at += PAUSE
    assert office.came.total() == 0
    assert not Gone.objects.exists()
    assert not Attempt.objects.exists()
    [said] = Stopped.overnight(at)
    assert (said.channel, said.since) == (Channel.EMAIL, today.date())
    office.closes()
    office.mood = ""
    office.opens()
    everything(at + 2 * PAUSE)
    assert (len(office.came), office.came.total()) == (number, number)
    assert set(Gone.objects.values_list("how", flat=True)) == {Gone.How.SENT}
    assert Gone.objects.count() == number == 72
    assert Stopped.overnight(at + DAYS) == []


def test_one_that_does_not_answer_is_asked_once_in_a_while(
    netherby: Netherby, office: PostOffice, today: datetime, settings: Any
) -> None:
    """Each asking costs a whole time-out, so all wait when one has waited in vain."""
    settings.EMAIL_TIMEOUT = 0.2
    office.mood = DEAF
    for number in range(30):
        told(netherby, today, number)
    assert deliver_due(today) == 1
    assert deliver_due(today + PAUSE - timedelta(seconds=1)) == 0
    assert deliver_due(today + PAUSE) == 1
    office.mood = ""
    everything(today + 3 * PAUSE)
    assert (len(office.came), office.came.total()) == (30, 30)


def test_what_waited_for_a_week_comes_to_a_human(
    netherby: Netherby, office: PostOffice, today: datetime
) -> None:
    letter = told(netherby, today, 1)
    office.closes()
    everything(today)
    everything(today + PATIENCE - PAUSE)
    assert not Gone.objects.exists()
    everything(today + PATIENCE + ITS_LONGEST)
    assert letter.gone.how == Gone.How.FAILED
