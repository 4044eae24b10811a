"""Words in a review that nobody was shown go a year after it closed, with all that was noted of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from alongside.charter.answers import Filled, hand_in
from alongside.charter.forget import LASTS, RULES
from alongside.charter.framework import Audience
from alongside.charter.models import Comment, Review
from alongside.charter.privacy import UNSHOWN
from alongside.documents.models import Text
from alongside.people.demo import Netherby
from alongside.safety.models import Reading

from .conftest import HandIn

DAY = timedelta(days=1)
RULE = next(rule for rule in RULES if rule.name == UNSHOWN)
Says = Callable[..., Comment]


@pytest.fixture
def says(review: Review, netherby: Netherby, now: datetime) -> Says:
    """Somebody of a side writes some words; Gwen shows them, keeps them back, or has not read them."""

    def words(side: Audience, shown: bool | None) -> Comment:
        hand_in(review, side, Filled({}, {("welcome", "good"): f"The tea, {Text.objects.count()}."}), now)
        new = Comment.objects.exclude(pk__in=before).get()
        before.append(new.pk)
        if shown is not None:
            new.read(netherby.gwen, shown=shown, why="It names somebody.", at=now + DAY)
        return new

    before: list[object] = []
    return words


def test_what_everybody_read_stays_and_the_rest_goes(
    review: Review, netherby: Netherby, answer: HandIn, says: Says, now: datetime
) -> None:
    stays = says(Audience.FAMILIES, True)
    goes = [says(Audience.FAMILIES, False), says(Audience.FAMILIES, None)]
    goes += [says(Audience.STAFF, True), says(Audience.STAFF, None)]  # of a side too few
    answer(8, Audience.FAMILIES, heard="mostly")
    review.close(netherby.farah, now)
    there = [Text.objects.count(), Reading.objects.count()]

    assert RULE.run(now + LASTS - DAY) == 0
    assert RULE.left(now + LASTS) == len(goes)
    assert RULE.run(now + LASTS) == len(goes)
    assert RULE.left(now + LASTS) == 0
    assert list(Comment.objects.all()) == [stays]
    assert [Text.objects.count(), Reading.objects.count()] == [one - len(goes) for one in there]
    assert Text.objects.filter(pk=stays.text_id).exists()


def test_as_long_as_a_round_is_open_nothing_goes(says: Says, now: datetime) -> None:
    says(Audience.FAMILIES, None)
    assert RULE.run(now + 10 * LASTS) == 0
    assert Comment.objects.count() == 1


def test_of_two_rounds_each_has_its_own_year(
    review: Review, netherby: Netherby, says: Says, now: datetime
) -> None:
    says(Audience.FAMILIES, None)
    review.close(netherby.farah, now)
    second = Review.open(netherby.school, review.edition, netherby.farah, now + DAY)
    hand_in(second, Audience.FAMILIES, Filled({}, {("welcome", "good"): "The door."}), now + DAY)
    second.close(netherby.farah, now + 30 * DAY)
    assert RULE.run(now + LASTS + DAY) == 1
    assert Comment.objects.get().review == second
