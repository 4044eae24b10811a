"""A clock that jumps a day ahead and comes back: nobody is told twice, nothing waits for the lost day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from alongside.messages.models import Gone, Message
from alongside.messages.say import say
from alongside.people.demo import Netherby
from alongside.website.management.commands.worker import Worker
from alongside.website.whole import faults
from checks.house.world import World, build

A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
def clock(now: datetime, settings: Any, tmp_path: Path) -> Iterator[time_machine.Coordinates]:
    settings.VAR = tmp_path
    settings.OUTBOX = "folder"
    with time_machine.travel(now, tick=False) as moved:
        yield moved


@pytest.fixture
def world(transactional_db: None, clock: time_machine.Coordinates) -> World:
    return build()


def tells(n: Netherby, key: str, at: datetime) -> Message:
    return say(key=key, kind="news", subject="News", body="News.", at=at, area=n.area, person=n.asha)


def test_a_day_ahead_and_back(world: World, clock: time_machine.Coordinates, now: datetime) -> None:
    worker, browser = Worker(), world.browsers["jo"]
    worker.round(now)
    clock.move_to(now + A_DAY)
    worker.round(now + A_DAY)
    assert browser.get("/my/").status_code == 200
    ahead = tells(world.n, "said ahead", now + A_DAY)
    worker.round(now + A_DAY)
    said = set(Message.objects.values_list("key", flat=True))
    clock.move_to(now + 2 * A_MINUTE)
    back = tells(world.n, "said afterwards", now + 2 * A_MINUTE)
    _sent, well = worker.round(now + 2 * A_MINUTE)
    assert well
    assert worker.last_duties == now + 2 * A_MINUTE
    assert {ahead.gone.how, back.gone.how} == {Gone.How.SENT}
    assert browser.get("/my/").status_code == 200
    assert list(faults()) == []
    clock.move_to(now + A_DAY + A_MINUTE)
    worker.round(now + A_DAY + A_MINUTE)
    assert set(Message.objects.values_list("key", flat=True)) == said | {"said afterwards"}
    assert list(faults()) == []
