"""A group at work: the cast in their seats, and one decision in its first wording.

The group is founded once for each file; every test finds it as it was.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from alongside.groups.demo import groups
from alongside.groups.models import Decision, Group, Seat
from alongside.people.demo import Netherby
from alongside.people.demo import netherby as make_netherby
from alongside.people.models import Person

TODAY = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)

WORDING = "Letters are sent ten days before the appointment.\n\nThey say who will be there."


@pytest.fixture(scope="module")
def founded(for_the_file: None) -> tuple[Netherby, Group]:
    netherby = make_netherby(TODAY)
    return netherby, groups(netherby, TODAY - timedelta(days=200))


@pytest.fixture
def db(founded: tuple[Netherby, Group], undone_after: None) -> None:
    """Whatever a test changes is undone after it."""


@pytest.fixture
def netherby(founded: tuple[Netherby, Group], db: None) -> Netherby:
    """With nothing in memory of the test before."""
    return Netherby(**copy.deepcopy(vars(founded[0])))


@pytest.fixture
def group(founded: tuple[Netherby, Group], db: None) -> Group:
    """Appointments and letters: Asha and Ben co-chair, Jo watches, ten days to take things in."""
    return copy.deepcopy(founded[1])


@pytest.fixture
def seat(group: Group) -> Callable[[Person], Seat]:
    """The live seat of one of the cast."""

    def of(person: Person) -> Seat:
        found = group.seat_of(person)
        assert found is not None
        return found

    return of


@pytest.fixture
def decision(
    group: Group, seat: Callable[[Person], Seat], cara: Person, netherby: Netherby, now: datetime
) -> Decision:
    """Opened by Cara three days ago, so that seven days are left to take it in."""
    return Decision.open(
        group,
        seat(cara),
        "Letters that come in time",
        "communicate",
        [netherby.council],
        WORDING,
        now - timedelta(days=3),
    )


@pytest.fixture
def then(now: datetime) -> datetime:
    """Eight days from now, when people have had time to take it in."""
    return now + timedelta(days=8)


@pytest.fixture
def take(
    decision: Decision, seat: Callable[[Person], Seat], asha: Person, ben: Person, then: datetime
) -> Callable[[], Decision]:
    """Let both partners agree once the days are over."""

    def taken() -> Decision:
        for person in (asha, ben):
            decision.agree(seat(person), decision.wording.pk, then)
        return decision

    return taken
