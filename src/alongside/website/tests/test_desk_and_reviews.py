"""What people wrote in a review is not on the co-ordinator's desk: its day may say who answered."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils import timezone

from alongside.charter.answers import Filled, hand_in
from alongside.charter.comments import Comment
from alongside.charter.editions import Edition
from alongside.charter.framework import Audience
from alongside.charter.frameworks import found
from alongside.charter.reviews import Review
from alongside.people.demo import Netherby
from alongside.people.viewer import Viewer
from alongside.safety.models import Reading
from alongside.website.desk import Desk

WORDS = Filled({"heard": "always"}, {("welcome", "better"): "Somebody could ring."})


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def written(netherby: Netherby, now: datetime) -> Comment:
    review = Review.open(netherby.school, Edition.of(found()["cornerstones", "2026-11"]), netherby.farah, now)
    hand_in(review, Audience.FAMILIES, WORDS, now)
    return Comment.objects.get()


def piles(n: Netherby, now: datetime) -> dict[str, tuple[int, list[object]]]:
    """Each pile of voices as the desk has it, and then as its own page has it, with its count."""
    desk = Desk(n.area, Viewer(n.jo), now)
    short = {pile.kind.name: (pile.count, list(pile.rows)) for pile in desk.voices}
    wholes = {name: Desk(n.area, Viewer(n.jo), now, only=name).whole for name in ("read", "held")}
    return short | {f"all {name}": (whole.count, list(whole.rows)) for name, whole in wholes.items() if whole}


def test_words_that_wait_are_not_on_the_desk_and_not_counted(
    netherby: Netherby, written: Comment, now: datetime
) -> None:
    there = Reading.open(area=netherby.area, about=netherby.school, on=now.date())
    assert piles(netherby, now) == {"read": (1, [there]), "all read": (1, [there]), "all held": (0, [])}


def test_words_that_are_kept_back_are_not_either(netherby: Netherby, written: Comment, now: datetime) -> None:
    written.read(netherby.gwen, shown=False, why="It names somebody.", at=now)
    assert piles(netherby, now) == {"all read": (0, []), "all held": (0, [])}


def test_a_moderator_still_finds_them(netherby: Netherby, written: Comment, now: datetime) -> None:
    assert list(Comment.objects.to_read(Viewer(netherby.gwen), now.date()).waiting()) == [written]
