"""Owners answer a *no*: why it stays as it is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from alongside.journal.models import record
from alongside.people.models import Person

from . import letters
from .errors import NotAnOwner, NotNow, SomethingMissing
from .promise import Promise
from .rounds import Answered
from .telling import Verdict


def explain(verdict: Verdict, by: Person, why_not: str, at: datetime) -> Answered:
    """*No, because…* is an answer too. It goes back to the one who said no; it opens and closes nothing."""
    with transaction.atomic():
        promise = Promise.locked(verdict.told.delivered.promise_id)
        said = Verdict.objects.select_related("told__way_back__area", "told__delivered__promise").get(
            pk=verdict.pk
        )
        if not promise.is_owned_by(by):
            raise NotAnOwner
        if not why_not.strip():
            raise SomethingMissing("Say why not.", field="why_not")
        if said.answer != Verdict.Answer.NO:
            raise NotNow("They have changed their mind since. There is no “no” to answer.")
        return _same(said, why_not) or _answer(promise, said, by, why_not, at)


def _same(verdict: Verdict, why_not: str) -> Answered | None:
    if not verdict.is_answered:
        return None
    if verdict.answered.why_not == why_not:
        return verdict.answered
    raise NotNow(f"{verdict.answered.by} has answered this already.")


def _answer(promise: Promise, verdict: Verdict, by: Person, why_not: str, at: datetime) -> Answered:
    answered = Answered.objects.create(verdict=verdict, by=by, why_not=why_not, at=at)
    if verdict.told.way_back.closed_at is None:
        letters.why_not(verdict, why_not, at)
    promise.has_news(at)
    record("verdict.answered", area_id=promise.area_id, about=verdict, at=at, by=by, why_not=why_not)
    return answered
