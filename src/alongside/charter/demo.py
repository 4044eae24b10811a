"""Rounds at Farah's school and at the Child Development Centre, through the real verbs. All invented."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.people.demo import Netherby
from alongside.people.models import Organisation

from .answers import Filled, Sheet, hand_in
from .comments import Comment
from .demo_rounds import SCHOOL_FIRST, Round
from .editions import Edition
from .framework import Audience
from .frameworks import found
from .reviews import Review

WEEKS = timedelta(days=21)
WAYS = (Sheet.How.LINK, Sheet.How.LINK, Sheet.How.PAPER)


def opened(n: Netherby, at: datetime, place: Organisation | None = None) -> Review:
    """Farah opens a round for her school, with the four cornerstones; or Priya one for the centre."""
    champion = n.priya if place == n.centre else n.farah
    return Review.open(place or n.school, Edition.of(found()["cornerstones", "2026-11"]), champion, at)


def closed(
    n: Netherby, at: datetime, said: Round = SCHOOL_FIRST, place: Organisation | None = None
) -> Review:
    """Three weeks later it is closed. Gwen has read what people wrote."""
    review = opened(n, at, place)
    answered(review, said, at)
    for comment in Comment.objects.filter(review=review).select_related("reading"):
        comment.reading.pass_on(n.gwen, 0, at + WEEKS)
    review.close(review.opened_by, at + WEEKS)
    return review


def answered(review: Review, said: Round, at: datetime, within: int = WEEKS.days) -> None:
    """Every side answers within so many days, by link or on paper."""
    for side, people in zip(Audience, said.people, strict=True):
        words = [one[1:] for one in said.words if one[0] == side]
        for person in range(people):
            levels = {name: _level(many[_place(side)], person, people) for name, many in said.met.items()}
            wrote = {(section, question): text for section, question, text in words[person : person + 1]}
            day = at + timedelta(days=person % within)
            hand_in(review, side, Filled(levels, wrote), day, how=WAYS[person % len(WAYS)])


def _place(side: Audience) -> int:
    return list(Audience).index(side)


def _level(met: int, person: int, people: int) -> str:
    """The first so many see it so: half of them always; of the others half not yet."""
    if person < met:
        return "always" if person % 2 else "mostly"
    return "sometimes" if (people - person) % 2 else "not-yet"
