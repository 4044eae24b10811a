"""Rounds at Farah's school, through the real verbs. All invented."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from alongside.people.days import day_of
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.promises.models import Promise

from .answers import Filled, Sheet, hand_in
from .editions import Edition
from .framework import Audience
from .frameworks import found
from .planning import promise_about
from .reviews import Review

DAY = timedelta(days=1)
WEEKS = timedelta(days=21)
LETTER = {
    "title": "Letters home on one page",
    "body": "Each letter home fits on one page. The first line says what it is about, the last whom to ask.",
}
DIFFERENT = "All letters since the autumn break have one page. Three parents read each of them first."
SAW = "I read six letters that went home. Each had one page, and I knew at once what it was about."


def opened(n: Netherby, at: datetime) -> Review:
    """Farah opens a round for her school, with the four cornerstones."""
    return Review.open(n.school, Edition.of(found()["cornerstones", "2026-11"]), n.farah, at)


def closed(n: Netherby, at: datetime) -> Review:
    """Three weeks later she closes it: twelve families and ten of the staff have answered."""
    review = opened(n, at)
    for number in range(12):
        clear = "mostly" if number < 4 else "sometimes"
        said = Filled({"heard": "mostly", "safe": "always", "clear": clear})
        hand_in(review, Audience.FAMILIES, said, at + timedelta(days=number))
    for number in range(10):
        how = Sheet.How.PAPER if number % 2 else Sheet.How.LINK
        said = Filled({"heard": "always", "safe": "always", "clear": "always"})
        hand_in(review, Audience.STAFF, said, at + timedelta(days=number), how=how)
    review.close(n.farah, at + WEEKS)
    return review


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
