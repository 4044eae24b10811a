"""Whoever looks after an area learns that nothing goes out: by the day, and only while it is so."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from alongside.messages.deliver import PAUSE, deliver_due
from alongside.messages.models import Channel, Stopped
from alongside.messages.transports import Away
from alongside.people.models import Person

from .test_sending import Tell, put_off

A_DAY = timedelta(days=1)


def test_a_way_that_is_closed_is_said_from_the_next_day_on_until_something_goes(
    asha: Person, tell: Tell, now: datetime, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as closed:
        put_off([tell(person=asha)], closed, Away)
        deliver_due(now)
        assert Stopped.overnight(now) == []
        deliver_due(now + A_DAY)
        [email] = Stopped.overnight(now + A_DAY)
        assert (email.channel, email.since) == (Channel.EMAIL, now.date())

    deliver_due(now + A_DAY + 12 * PAUSE)

    assert Stopped.overnight(now + 2 * A_DAY) == []


def test_one_that_is_put_off_does_not_say_that_nothing_goes(
    asha: Person, tell: Tell, now: datetime, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_off([tell(person=asha)], monkeypatch)

    for day in range(3):
        deliver_due(now + day * A_DAY)

    assert Stopped.overnight(now + 3 * A_DAY) == []
