"""Rounds at Farah's school and at the Child Development Centre, through the real verbs. All invented."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from alongside.people.days import day_of
from alongside.people.demo import Netherby
from alongside.people.models import Organisation, Person
from alongside.promises.models import Promise

from .answers import Filled, Sheet, hand_in
from .comments import Comment
from .demo_rounds import SCHOOL_FIRST, Round
from .editions import Edition
from .framework import Audience
from .frameworks import found
from .planning import promise_about
from .reviews import Review

DAY = timedelta(days=1)
WEEKS = timedelta(days=21)
WAYS = (Sheet.How.LINK, Sheet.How.LINK, Sheet.How.PAPER)
LETTER = {
    "title": "Letters home on one page",
    "body": "Each letter home fits on one page. The first line says what it is about, the last whom to ask.",
}
DIFFERENT = "All letters since the autumn break have one page. Three parents read each of them first."
SAW = "I read six letters that went home. Each had one page, and I knew at once what it was about."


def opened(
    n: Netherby, at: datetime, place: Organisation | None = None, *, with_codes: bool = False
) -> Review:
    """Farah opens a round for her school, with the four cornerstones; or Priya one for the centre."""
    champion, asks = n.priya if place == n.centre else n.farah, Edition.of(found()["cornerstones", "2026-11"])
    return Review.open(place or n.school, asks, champion, at, with_codes=with_codes)


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


def offered(
    n: Netherby,
    review: Review,
    at: datetime,
    *,
    statement: str = "clear",
    lived: Person | None = None,
    **said: Any,
) -> Promise:
    """Farah offers a promise about one statement. It waits for the yes of Cara, or of ``lived``."""
    what = {"lived_owner": lived or n.cara, **_what(n, at), **said}
    return promise_about(review, statement, by=n.farah, at=at, **what)


def asked_for(
    n: Netherby,
    review: Review,
    at: datetime,
    *,
    statement: str = "clear",
    by: Person | None = None,
    **said: Any,
) -> Promise:
    """Asha, or ``by``, offers one and sees to it for families. It waits for the school."""
    who = by or n.asha
    what = {"lived_owner": who, **_what(n, at), **said}
    return promise_about(review, statement, by=who, at=at, **what)


def _what(n: Netherby, at: datetime) -> dict[str, Any]:
    return {**LETTER, "service_owner": n.farah, "due_on": day_of(at + 60 * DAY)}


def taken_on(n: Netherby, review: Review, at: datetime, **said: Any) -> Promise:
    """Two days later whoever was asked on the side of families says yes."""
    promise = offered(n, review, at, **said)
    promise.accept(promise.lived_owner, at + 2 * DAY)
    return promise


def promised(n: Netherby, review: Review, at: datetime, different: str = "", **said: Any) -> Promise:
    """Taken on, begun, done after forty days, and looked at by Jo after forty-five."""
    promise = taken_on(n, review, at, **said)
    promise.start(n.farah, at + 5 * DAY)
    promise.deliver(n.farah, different or DIFFERENT, "", at + 40 * DAY)
    promise.check_it(n.jo, SAW, at + 45 * DAY)
    return promise
