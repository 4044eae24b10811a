"""How staff see it stands beside how families see it; each side from eight people on; never one average."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from alongside.charter.editions import Edition
from alongside.charter.framework import Audience
from alongside.charter.models import Review
from alongside.charter.result import Result
from alongside.charter.rows import Row, is_mixed
from alongside.figures.counts import Share
from alongside.people.demo import Netherby

from .conftest import HandIn

STAFF, FAMILIES, YOUNG = Audience.STAFF, Audience.FAMILIES, Audience.YOUNG_PEOPLE


def row(result: Result, slug: str) -> Row:
    return next(one for one in result.rows if one.statement.slug == slug)


@pytest.fixture
def result(review: Review, netherby: Netherby, answer: HandIn, now: datetime) -> Result:
    """Thirty families and twenty staff: all love the welcome; what is clear to staff is not to families."""
    answer(27, FAMILIES, safe="always", clear="not-yet")
    answer(9, FAMILIES, safe="mostly", clear="mostly")
    answer(12, STAFF, safe="always", clear="always")
    answer(8, STAFF, safe="always", clear="sometimes")
    answer(7, YOUNG, safe="always")
    review.close(netherby.farah, now)
    return Result.of(review)


def test_each_side_is_shown_with_about_how_many(result: Result) -> None:
    assert str(result.sides[FAMILIES].people) == "around 35"
    assert str(result.sides[STAFF].people) == "around 20"
    assert [side for side in Audience if result.is_shown(side)] == [FAMILIES, STAFF]


def test_a_side_of_fewer_than_eight_has_no_figures_at_all(result: Result) -> None:
    assert str(result.sides[YOUNG].people) == "too few to show"
    assert all(one.shares[YOUNG].hidden for one in result.rows)


def test_strengths_come_first_and_then_the_widest_gap(result: Result) -> None:
    assert [one.statement.slug for one in result.strengths] == ["safe"]
    assert [one.statement.slug for one in result.gaps] == ["clear"]
    clear = row(result, "clear")
    assert (str(clear.shares[STAFF]), str(clear.shares[FAMILIES])) == ("6 in 10", "3 in 10")
    assert clear.gap == 3
    assert row(result, "safe").gap == 0


def test_what_nobody_answered_says_nothing(result: Result) -> None:
    heard = row(result, "heard")
    assert heard.shares[FAMILIES].hidden
    assert heard.gap is None
    assert not heard.is_strong


def test_how_answers_are_spread_is_said_in_words_that_follow_from_what_is_shown(result: Result) -> None:
    assert row(result, "safe").spread == ""
    assert row(result, "clear").spread == ""
    assert row(result, "clear").apart == "Staff see it 3 in 10 more than families."
    assert row(result, "heard").spread == ""
    assert not is_mixed(Share())


def test_the_next_round_shows_what_moved(
    result: Result, netherby: Netherby, edition: Edition, answer: HandIn, now: datetime
) -> None:
    later = now + timedelta(days=365)
    second = Review.open(netherby.school, edition, netherby.farah, later)
    answer(18, FAMILIES, of=second, clear="always")
    answer(12, FAMILIES, of=second, clear="not-yet")
    second.close(netherby.farah, later)

    clear = row(Result.of(second), "clear")

    assert (str(clear.before[FAMILIES]), str(clear.shares[FAMILIES])) == ("3 in 10", "6 in 10")
    assert clear.moved(FAMILIES) == 3
    assert clear.moved(STAFF) is None


def test_open_questions_have_no_figures(netherby: Netherby, now: datetime) -> None:
    from alongside.charter.frameworks import found

    review = Review.open(netherby.school, Edition.of(found()["workshop", "2026-11"]), netherby.farah, now)
    review.close(netherby.farah, now)
    assert Result.of(review).rows == []
