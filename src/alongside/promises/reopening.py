"""Opening a promise again, by hand."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.journal.models import record
from alongside.people.days import day_of
from alongside.people.models import Person

from .delivering import may_check
from .errors import NotAnOwner, NotNow, SomethingMissing
from .no_said import tell_tellers
from .promise import Promise
from .rounds import Delivered, Reopened


def may_reopen(promise: Promise, person: Person | None) -> bool:
    """An owner, once it is delivered; before it is checked, also whoever looks and sees it is not done."""
    latest = promise.round
    if latest is None:
        return False
    return promise.is_owned_by(person) or (not latest.is_checked and may_check(promise, person))


def reopen(promise: Promise, by: Person, why: str, due_on: date, at: datetime) -> Reopened:
    """There will be another go, by a new day. Those who were told it is done are told this too."""
    with transaction.atomic():
        held = Promise.locked(promise.pk)
        latest = held.round
        if latest is None:
            raise NotNow("This promise is still open.")
        if not may_reopen(held, by):
            raise NotAnOwner
        if not why.strip():
            raise SomethingMissing("Say why it is opened again.", field="why")
        if due_on < day_of(at):
            raise SomethingMissing("Choose a day that is still to come.", field="due_on")
        reopened = _same(latest, why) or _open(held, latest, by, why, due_on, at)
    promise.refresh_from_db()
    return reopened


def _same(delivered: Delivered, why: str) -> Reopened | None:
    if not delivered.is_reopened:
        return None
    if delivered.reopened.why == why:
        return delivered.reopened
    raise NotNow("This promise has been opened again already.")


def _open(
    promise: Promise, delivered: Delivered, by: Person, why: str, due_on: date, at: datetime
) -> Reopened:
    reopened = Reopened.objects.create(delivered=delivered, by=by, why=why, due_on=due_on, at=at)
    promise.has_news(at)
    tell_tellers(reopened)
    record("promise.reopened", area_id=promise.area_id, about=promise, at=at, by=by, why=why)
    return reopened
