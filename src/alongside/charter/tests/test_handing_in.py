"""A sheet counts once, tells nobody whose it is, and comes too late with a kind sentence."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import pytest

from alongside.charter.answers import Filled, hand_in
from alongside.charter.errors import AnsweredAlready, NotAsked, NothingAnswered, RoundOver
from alongside.charter.forget import LASTS, RULES
from alongside.charter.framework import Audience
from alongside.charter.models import Answer, Comment, Finding, Review, Sheet, TookPart
from alongside.charter.privacy import SHEETS
from alongside.people.demo import Netherby
from alongside.safety.models import Reading

from .conftest import HandIn

FILLED = Filled({"heard": "always", "safe": "not-yet"}, {("welcome", "good"): "The door is open."})


def test_a_sheet_is_kept_with_its_answers(review: Review, now: datetime) -> None:
    sheet = hand_in(review, Audience.FAMILIES, FILLED, now)
    given = sheet.answers.values_list("statement", "level")
    assert dict(given) == {"heard": "always", "safe": "not-yet"}
    comment = Comment.objects.get()
    assert (comment.section, comment.question, comment.text.body) == ("welcome", "good", "The door is open.")
    assert comment.reading in Reading.objects.waiting()


def test_nothing_on_a_sheet_says_who_or_when(review: Review, netherby: Netherby, now: datetime) -> None:
    hand_in(review, Audience.STAFF, FILLED, now, how=Sheet.How.SIGNED_IN, by=netherby.farah)
    for model in (Sheet, Answer, Comment):
        kinds = {field.get_internal_type() for field in model._meta.fields}
        assert not kinds & {"DateTimeField", "DateField", "AutoField", "BigAutoField"}
        assert "person" not in {field.name for field in model._meta.fields}
    assert TookPart.objects.get().person == netherby.farah
    assert {field.name for field in TookPart._meta.fields} == {"id", "review", "person"}


def test_a_sheet_sent_twice_is_one(review: Review, now: datetime) -> None:
    key = uuid.uuid4()
    first = hand_in(review, Audience.FAMILIES, FILLED, now, key=key)
    assert hand_in(review, Audience.FAMILIES, FILLED, now, key=key) == first
    assert (Sheet.objects.count(), Comment.objects.count()) == (1, 1)


def test_somebody_with_an_account_counts_once(review: Review, netherby: Netherby, now: datetime) -> None:
    """Also who is a parent and works there: they say which, and say it once."""
    hand_in(review, Audience.STAFF, FILLED, now, by=netherby.farah)
    with pytest.raises(AnsweredAlready):
        hand_in(review, Audience.FAMILIES, FILLED, now, by=netherby.farah)
    assert Sheet.objects.count() == 1


def test_who_is_too_late_is_told_so_and_nothing_is_half_saved(
    review: Review, netherby: Netherby, now: datetime
) -> None:
    review.close(netherby.farah, now)
    with pytest.raises(RoundOver, match="what you wrote is still here"):
        hand_in(review, Audience.FAMILIES, FILLED, now, by=netherby.asha)
    assert not Sheet.objects.exists()
    assert not Comment.objects.exists()
    assert not TookPart.objects.exists()


def test_one_that_was_in_time_stays_in_time(review: Review, netherby: Netherby, now: datetime) -> None:
    """The line broke after it was sent; the round closed; the same form comes once more."""
    key = uuid.uuid4()
    first = hand_in(review, Audience.FAMILIES, FILLED, now, key=key)
    review.close(netherby.farah, now)
    assert hand_in(review, Audience.FAMILIES, FILLED, now, key=key) == first


def test_an_empty_sheet_is_no_sheet(review: Review, netherby: Netherby, now: datetime) -> None:
    with pytest.raises(NothingAnswered):
        hand_in(review, Audience.FAMILIES, Filled({}, {("welcome", "good"): "  "}), now, by=netherby.asha)
    assert not TookPart.objects.exists()


@pytest.mark.parametrize(
    "filled",
    [
        Filled({"heard": "splendid"}),
        Filled({"nonsense": "always"}),
        Filled({}, {("nowhere", "good"): "x"}),
        Filled({}, {("welcome", "worst"): "x"}),
    ],
)
def test_what_no_form_offers_is_not_taken(review: Review, now: datetime, filled: Filled) -> None:
    with pytest.raises(ValueError, match="no such"):
        hand_in(review, Audience.FAMILIES, filled, now)
    assert not Sheet.objects.exists()


def test_a_side_that_is_not_asked_is_told_so(
    review: Review, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alongside.charter.answers.asked", lambda _framework: [Audience.STAFF])
    with pytest.raises(NotAsked):
        hand_in(review, Audience.FAMILIES, FILLED, now)


def test_single_sheets_go_after_a_year_and_what_they_add_up_to_stays(
    review: Review, netherby: Netherby, answer: HandIn, now: datetime
) -> None:
    rule = next(one for one in RULES if one.name == SHEETS)
    answer(9, Audience.FAMILIES, heard="always")
    assert rule.run(now + 2 * LASTS) == 0  # while it is open, nothing goes
    review.close(netherby.farah, now)
    assert rule.run(now + LASTS - timedelta(seconds=1)) == 0
    assert rule.run(now + LASTS) == 9
    assert rule.left(now + LASTS) == 0
    assert not Answer.objects.exists()
    assert Finding.objects.count() == 3
