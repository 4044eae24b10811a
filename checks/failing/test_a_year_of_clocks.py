"""The whole house through 2028, a leap year, over both changes of the clocks: each reminder once, by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from alongside.groups.models import Decision
from alongside.messages.models import Channel, Message
from alongside.promises import demo as kept
from alongside.website.management.commands.worker import Worker
from alongside.website.whole import faults
from checks.house.world import World, build

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
START, END = datetime(2028, 1, 3, 10, tzinfo=UTC), datetime(2029, 1, 10, tzinfo=UTC)
WALL = ZoneInfo("Europe/London")
SPRING, LEAP, AUTUMN = date(2028, 3, 26), date(2028, 2, 29), date(2028, 10, 29)
A_WEEK = timedelta(days=7)


@pytest.fixture
def clock(settings: Any, tmp_path: Path) -> Iterator[time_machine.Coordinates]:
    settings.VAR, settings.OUTBOX = tmp_path, "folder"
    with time_machine.travel(START, tick=False) as moved:
        yield moved


@pytest.fixture
def world(db: None, clock: time_machine.Coordinates) -> World:
    """One of everything; and promises that are due on the three days on which clocks are odd."""
    world = build()
    taken = Decision.objects.filter(taken__isnull=False).first()
    for due in (LEAP, SPRING, AUTUMN):
        kept.started(world.n, taken, START - 3 * DAY, title=f"By {due}", due_on=due)
    return world


def moments() -> Iterator[datetime]:
    """Once a day, at another hour each day; around odd days each hour, and on them each half."""
    at = START
    while at < END:
        near = [abs(at.date() - odd) for odd in (SPRING, LEAP, AUTUMN)]
        yield at
        at += HOUR / 2 if min(near) == timedelta() else HOUR if min(near) == DAY else DAY + HOUR


def walked(world: World, clock: time_machine.Coordinates) -> tuple[list[Message], list[datetime]]:
    """What was said on the way, and when a duty did not work."""
    before = set(Message.objects.values_list("pk", flat=True))
    worker, wrong = Worker(), []
    for at in moments():
        clock.move_to(at)
        if not worker.do_duties(at):
            wrong.append(at)
    return list(Message.objects.exclude(pk__in=before).select_related("area")), wrong


@pytest.mark.once_on_sqlite
def test_a_year(world: World, clock: time_machine.Coordinates) -> None:
    said, wrong = walked(world, clock)
    assert wrong == []
    what = Counter(message.key.partition(":")[0].partition("/")[0] for message in said)
    assert what == {
        # four promises are open, each with two owners: a week before, and when it is late
        "promise-soon": 8,
        "promise-late": 8,
        # the two tellers of what was done, of the one that was not reopened, four weeks after
        "told-again": 2,
        # the co-ordinator, of the organisation that was asked
        "silent": 1,
        # everybody who speaks in the group, on the day on which the decision is to be looked at again
        "decision-review": 4,
        # Farah and Priya, three days before the last day of the rounds that are open, and the day after it
        "review-staff": 2,
        "review-close": 2,
    }
    for message in said:
        local = message.due_at.astimezone(WALL).time()
        by_mail_to_a_teller = message.way_back_id and message.channel in (Channel.EMAIL, Channel.LINK)
        assert by_mail_to_a_teller or time(8) <= local <= time(21), (message.kind, message.due_at)
    assert list(faults()) == []


@pytest.mark.parametrize("due", [LEAP, SPRING, AUTUMN])
def test_a_reminder_comes_on_its_day_by_the_clock_on_the_wall(
    world: World, clock: time_machine.Coordinates, due: date
) -> None:
    """The last minute of the day before is too early, the first of the day is not: whatever the clocks do."""
    worker = Worker()
    for kind, day in (("soon", due - A_WEEK), ("late", due + DAY)):
        midnight = datetime.combine(day, time(0), tzinfo=WALL)
        said = Message.objects.filter(key__regex=rf"^promise-{kind}:.*:{due}")
        for at, many in ((midnight - timedelta(minutes=1), 0), (midnight, 2), (midnight + HOUR, 2)):
            clock.move_to(at)
            worker.do_duties(at)
            assert said.count() == many, (kind, at)
        assert {one.due_at.astimezone(WALL).hour for one in said} == {8}
