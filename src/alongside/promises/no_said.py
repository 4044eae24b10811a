"""A *no* goes back to both owners, and opens the promise again when it weighs enough."""

from __future__ import annotations

import hashlib
from datetime import date

from alongside.journal.models import record
from alongside.messages.models import Message
from alongside.messages.say import cancel
from alongside.people.days import midnight
from alongside.people.models import Person

from . import days, letters
from .promise import Promise
from .rounds import Delivered, Reopened
from .telling import Told, Verdict

WHY = "It did not help those who asked for it."


def _stem(verdict: Verdict, owner: Person) -> str:
    return f"verdict-no:{verdict.pk}:{owner.pk}:"


def goes_back(verdict: Verdict, on: date) -> None:
    """Tell both owners, with the words as they are now. What had not left yet is replaced by this."""
    version = hashlib.sha256(f"{verdict.on}{verdict.words}".encode()).hexdigest()[:12]
    for owner in verdict.told.delivered.promise.owners:
        key = _stem(verdict, owner) + version
        _call_off(_stem(verdict, owner), on, "There are newer words.", but=key)
        letters.said_no(verdict, owner, key, on)


def _call_off(stem: str, on: date, why: str, but: str = "") -> None:
    for key in (
        Message.objects.filter(key__startswith=stem, gone=None).exclude(key=but).values_list("key", flat=True)
    ):
        cancel(key, at=midnight(on), why=why)


def is_taken_back(verdict: Verdict, on: date) -> None:
    """The press was changed: what had not left is called off."""
    for owner in verdict.told.delivered.promise.owners:
        _call_off(_stem(verdict, owner), on, "It was taken back.")


def weigh(promise: Promise, on: date, *, a_no_was_taken_back: bool) -> None:
    """Open the promise again by the rule; an opening that rested on a *no* taken back falls away."""
    from .saying import must_open_again

    latest = promise.round
    if latest is None:
        return
    must = must_open_again([verdict.counted for verdict in latest.standing])
    if must and not latest.is_reopened:
        _open_again(promise, latest, on)
    elif a_no_was_taken_back and not must and latest.is_reopened and latest.reopened.by_id is None:
        _close_again(promise, latest.reopened, on)


def _open_again(promise: Promise, delivered: Delivered, on: date) -> None:
    reopened = Reopened.objects.create(
        delivered=delivered, why=WHY, due_on=on + days.ANOTHER_GO, at=midnight(on)
    )
    tell_tellers(reopened)
    record("promise.reopened", area_id=promise.area_id, about=promise, at=midnight(on), by_rule=True)


def tell_tellers(reopened: Reopened) -> None:
    """Those who were told that it is done hear that it is not."""
    tellings = Told.objects.filter(delivered=reopened.delivered, way_back__closed_at=None)
    for told in tellings.select_related("delivered__promise__organisation", "way_back__area"):
        letters.opened_again(told, reopened)


def _close_again(promise: Promise, reopened: Reopened, on: date) -> None:
    for told in reopened.delivered.tellings.all():
        _call_off(f"promise-reopened:{reopened.pk}:{told.pk}", on, "It was taken back.")
    reopened.delete()
    record("promise.closed_again", area_id=promise.area_id, about=promise, at=midnight(on))
