"""Promises of Netherby at every stage, through the real verbs. ``at`` is the day it was written down.

Each stage begins where the one before it ends: taken on the next day, started after three, done after
twenty, checked and told after twenty-four, said after twenty-six.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.documents.models import File
from alongside.groups.models import Decision
from alongside.messages.models import WayBack, digest
from alongside.people.days import day_of
from alongside.people.demo import Netherby
from alongside.people.models import Person

from . import days
from .answering import explain
from .clock import close_silent
from .counting import count_for
from .models import Delivered, Promise, Told, Verdict

DAY = timedelta(days=1)
LETTERS = {
    "title": "Letters come ten days before the appointment",
    "body": "Every letter for an appointment leaves the house ten days before it.\n\n"
    "If it is sooner than that, somebody rings.",
}
DIFFERENT = (
    "Since the first of the month all letters go out on the day the appointment is made. "
    "In the last three weeks each one came at least ten days before."
)
EVIDENCE = "Come by and look. Whoever is at the front desk will show you."
POST_BOOK = "letter,sent,appointment\n1,2 March,14 March\n2,2 March,17 March\n3,3 March,16 March\n"
BECAUSE = (
    "Clinics move when somebody is ill, and then we would break our word. "
    "We can ring on the same day, and would like to promise that."
)
SAW = (
    "I went there on a Tuesday and looked. It is as they say.",
    "I asked three families. Each of them says the same.",
    "I rang, as anybody would, and saw it for myself a week later.",
)


def proposed(n: Netherby, decision: Decision, at: datetime, **what: Any) -> Promise:
    """Written down by Asha; nobody there has taken it on, so it is not public yet."""
    about = decision.abouts.select_related("organisation").order_by("organisation__name")[0].organisation
    said = {
        **LETTERS,
        "organisation": about,
        "cornerstone": decision.cornerstone,
        "lived_owner": n.owen,
        "service_owner": n.works_at(about),
        "due_on": day_of(at + 28 * DAY),
        **what,
    }
    return Promise.make(decision=decision, by=n.asha, at=at, **said)


def accepted(n: Netherby, decision: Decision, at: datetime, **what: Any) -> Promise:
    """Taken on the next day, and due four weeks after ``at`` unless ``due_on`` says otherwise."""
    promise = proposed(n, decision, at, **what)
    promise.accept(promise.service_owner, at + DAY)
    return promise


def refused(n: Netherby, decision: Decision, at: datetime, different: str = "", **what: Any) -> Promise:
    """On the fifth day the owner there says *no*; what would have been ``different`` is why not."""
    promise = proposed(n, decision, at, **what)
    promise.refuse(promise.service_owner, different or BECAUSE, at + 5 * DAY)
    return promise


def started(n: Netherby, decision: Decision, at: datetime, **what: Any) -> Promise:
    """Work began on the third day."""
    promise = accepted(n, decision, at, **what)
    promise.start(promise.service_owner, at + 3 * DAY)
    return promise


def overdue(n: Netherby, decision: Decision, at: datetime, **what: Any) -> Promise:
    """Started, and due after two weeks: choose an ``at`` that is longer ago than that."""
    return started(n, decision, at, **{"due_on": day_of(at + 14 * DAY), **what})


def delivered(
    n: Netherby, decision: Decision, at: datetime, different: str = "", *, shown: bool = False, **what: Any
) -> Promise:
    """Said to be done on the twentieth day, perhaps with a file that shows it; nobody has looked yet."""
    promise = started(n, decision, at, **what)
    day = at + 20 * DAY
    files = [post_book(promise, day)] if shown else []
    promise.deliver(promise.service_owner, different or DIFFERENT, EVIDENCE, day, files)
    return promise


def post_book(promise: Promise, at: datetime) -> File:
    """A page of the post book, as a table."""
    sent = SimpleUploadedFile("Post book.csv", POST_BOOK.encode())
    return File.keep(sent, purpose="evidence", area=promise.area, on=day_of(at))


def told(n: Netherby, decision: Decision, at: datetime, different: str = "", **what: Any) -> Promise:
    """Checked on the twenty-fourth day, and everyone with a way back was told."""
    promise = delivered(n, decision, at, different, **what)
    promise.check_it(_checker(n, promise), SAW[len(promise.title) % len(SAW)], at + 24 * DAY)
    return promise


def yes(n: Netherby, decision: Decision, at: datetime, words: str = "", **what: Any) -> Promise:
    """Everyone who was told says that it helped."""
    return _said(told(n, decision, at, **what), Verdict.Answer.YES, words, at)


def partly(n: Netherby, decision: Decision, at: datetime, words: str = "", **what: Any) -> Promise:
    """Everyone who was told says: partly."""
    return _said(told(n, decision, at, **what), Verdict.Answer.PARTLY, words, at)


def too_soon(n: Netherby, decision: Decision, at: datetime, words: str = "", **what: Any) -> Promise:
    """Everyone who was told says that it is too soon to say."""
    return _said(told(n, decision, at, **what), Verdict.Answer.TOO_SOON, words, at)


def no(n: Netherby, decision: Decision, at: datetime, words: str = "", **what: Any) -> Promise:
    """Those who were told say no, so it opens again by itself."""
    return _said(told(n, decision, at, **what), Verdict.Answer.NO, words, at)


def mostly(n: Netherby, decision: Decision, at: datetime, words: str, **what: Any) -> Promise:
    """All say yes but the one who told it last. That *no* waits for the owners' answer."""
    promise = told(n, decision, at, **what)
    *others, last = sorted(tellings(promise), key=lambda one: one.story.told_on)
    on = day_of(at + 26 * DAY)
    for one in others:
        one.say(Verdict.Answer.YES, "", on)
    last.say(Verdict.Answer.NO, words, on)
    count_for(promise.pk, at + 27 * DAY)
    promise.refresh_from_db()
    return promise


def explained(
    n: Netherby, decision: Decision, at: datetime, words: str, because: str, **what: Any
) -> Promise:
    """The same, and on the thirtieth day an owner said why it stays as it is: *no, because…*."""
    promise = mostly(n, decision, at, words, **what)
    verdict = next(v for told in tellings(promise) if (v := told.verdict) and v.answer == Verdict.Answer.NO)
    explain(verdict, promise.service_owner, because, at + 30 * DAY)
    promise.refresh_from_db()
    return promise


def not_confirmed(n: Netherby, decision: Decision, at: datetime, **what: Any) -> Promise:
    """Eight weeks of silence after it was told. A call or letter must have been ticked off for this."""
    promise = told(n, decision, at, **what)
    close_silent(at + 24 * DAY + days.CLOSE)
    promise.refresh_from_db()
    return promise


def tellings(promise: Promise) -> list[Told]:
    """Who was told in the latest round."""
    return list(Told.objects.filter(delivered=_round(promise)).order_by("story"))


def open_page(told: Told) -> str:
    """The secret of a page that asks *did it help?*; the one in the message opens it no more."""
    token = WayBack.new_token()
    told.token_digest = digest(token)
    told.save(update_fields=["token_digest"])
    return token


def _said(promise: Promise, answer: str, words: str, at: datetime) -> Promise:
    for told in tellings(promise):
        told.say(answer, words, day_of(at + 26 * DAY))
    count_for(promise.pk, at + 27 * DAY)
    promise.refresh_from_db()
    return promise


def _round(promise: Promise) -> Delivered:
    latest = promise.round
    if latest is None:
        raise LookupError(f"{promise.reference} was never delivered")
    return latest


def _checker(n: Netherby, promise: Promise) -> Person:
    from .delivering import may_check

    return next(person for person in (n.asha, n.jo, n.gwen) if may_check(promise, person))
