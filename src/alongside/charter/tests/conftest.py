"""A round at Farah's school, and people who answer in it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from alongside.charter.answers import Filled, Sheet, hand_in
from alongside.charter.editions import Edition
from alongside.charter.framework import Audience
from alongside.charter.frameworks import found
from alongside.charter.reviews import Review
from alongside.people.demo import Netherby
from alongside.people.demo import netherby as make_netherby

HandIn = Callable[..., Sheet]


@pytest.fixture(scope="module")
def founded(for_the_file: None) -> Netherby:
    """Made once for each file."""
    return make_netherby(datetime(2026, 3, 12, 10, 0, tzinfo=UTC))


@pytest.fixture
def db(founded: Netherby, undone_after: None) -> None:
    """Whatever a test changes is undone after it."""


@pytest.fixture
def netherby(founded: Netherby, db: None) -> Netherby:
    """With nothing in memory of the test before."""
    return Netherby(**copy.deepcopy(vars(founded)))


@pytest.fixture
def edition(db: None) -> Edition:
    """The four cornerstones, as they are kept."""
    return Edition.of(found()["cornerstones", "2026-11"])


@pytest.fixture
def review(netherby: Netherby, edition: Edition, now: datetime) -> Review:
    """The first round at Beck Lane, just opened."""
    return Review.open(netherby.school, edition, netherby.farah, now)


@pytest.fixture
def answer(review: Review, now: datetime) -> HandIn:
    """So many sheets of one side that all say the same: ``answer(9, Audience.STAFF, heard="always")``."""

    def sheets(many: int, side: Audience, *, of: Review = review, **levels: str) -> None:
        named = {name.replace("_", "-"): level for name, level in levels.items()}
        for _ in range(many):
            hand_in(of, side, Filled(named), now)

    return sheets
