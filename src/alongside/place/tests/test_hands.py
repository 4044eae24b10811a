"""What a place has hands for is worked out from who does what, and never promised without them."""

from __future__ import annotations

from datetime import datetime

import pytest

from alongside.people.demo import Netherby
from alongside.people.models import Role
from alongside.place.hands import CREWS, Running, Thing, crew_of, things

RUNS_WITH_ONE = {"listen", "ask"}


def on(crew: int) -> set[str]:
    return {thing.slug for thing in things() if thing.runs_with(CREWS[crew])}


def test_one_person_can_listen_and_ask_and_is_told_what_she_cannot() -> None:
    assert on(1) == RUNS_WITH_ONE


def test_more_people_can_do_more_and_four_can_do_all() -> None:
    assert on(1) < on(2) < on(4)
    assert on(4) == {thing.slug for thing in things()}
    assert "own-words" in on(2)
    assert "apart" in on(2)


def test_every_crew_has_as_many_people_as_it_says() -> None:
    assert all(len(crew) == many for many, crew in CREWS.items())


@pytest.mark.parametrize("thing", things(), ids=lambda thing: thing.slug)
def test_every_need_is_a_task_that_there_is(thing: Thing) -> None:
    assert {*thing.needs, *thing.apart} <= {name.value for name in Role.Name}
    assert thing.needs or thing.apart


def test_here_it_is_counted_from_those_who_hold_tasks_now(netherby: Netherby, now: datetime) -> None:
    assert runs(netherby)["listen"]
    assert runs(netherby)["worries"]
    Role.objects.filter(area=netherby.area, name=Role.Name.LEAD).update(until=now)
    assert not runs(netherby)["worries"]


def runs(netherby: Netherby) -> dict[str, bool]:
    return {thing.slug: so for thing, so in Running(crew_of(netherby.area)).now}
