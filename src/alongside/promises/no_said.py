"""A *no* goes back to both owners, and opens the promise again when it weighs enough."""

from __future__ import annotations

import hashlib
from datetime import date

from alongside.journal.models import record
from alongside.messages.models import Message
from alongside.messages.say import cancel
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
        cancel(key, at=days.midnight(on), why=why)


def opens_again(promise: Promise, delivered: Delivered, verdict: Verdict, on: date) -> Reopened | None:
    """Open the promise again by the rule: a third of the verdicts, or the only one, says no."""
    from .saying import must_open_again

    if delivered.is_reopened or promise.round != delivered:
        return None
    if not must_open_again([each.answer for each in delivered.standing]):
        return None
    reopened = Reopened.objects.create(
        delivered=delivered, why=WHY, due_on=on + days.ANOTHER_GO, at=days.midnight(on)
    )
    tell_tellers(reopened, but=verdict.told)
    record("promise.reopened", area_id=promise.area_id, about=promise, at=days.midnight(on), by_rule=True)
    return reopened


def tell_tellers(reopened: Reopened, but: Told | None = None) -> None:
    """Those who were told that it is done hear that it is not; not the one whose press has just opened it."""
    tellings = Told.objects.filter(delivered=reopened.delivered, way_back__closed_at=None)
    for told in tellings.select_related("delivered__promise__organisation", "way_back__area"):
        if told != but:
            letters.opened_again(told, reopened)


def is_taken_back(promise: Promise, delivered: Delivered, verdict: Verdict, on: date) -> None:
    """The press was changed: what had not left is called off, and an opening that rested on it falls away."""
    from .saying import must_open_again

    for owner in promise.owners:
        _call_off(_stem(verdict, owner), on, "It was taken back.")
    reopened = Reopened.objects.filter(delivered=delivered, by=None).first()
    if reopened is None or must_open_again([each.answer for each in delivered.standing]):
        return
    for told in delivered.tellings.all():
        _call_off(f"promise-reopened:{reopened.pk}:{told.pk}", on, "It was taken back.")
    reopened.delete()
    record("promise.closed_again", area_id=promise.area_id, about=promise, at=days.midnight(on))
