"""*No, because…* is an answer too, and needs a reason that everyone can read."""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction
from django.db.models import Q

from alongside.journal.models import record
from alongside.people.errors import Refused
from alongside.people.models import Person

from .errors import NotNow, SomethingMissing
from .promise import Promise

TAKEN_ON = "This promise has been taken on already."
REFUSED = "This has been answered with a no already."


class Refusal(models.Model):
    """Whoever was asked to take a promise on says no, and why. It ends there; a new promise can be made."""

    promise = models.OneToOneField(Promise, models.CASCADE, primary_key=True, related_name="refusal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""),
                name="a_no_has_a_reason",
                violation_error_message="Say why not.",
            ),
        ]

    def __str__(self) -> str:
        return f"no, because {self.why}"


def refuse(promise: Promise, by: Person, why: str, at: datetime) -> Refusal:
    """Say *no, because…*. Only who could say yes can; said again in the same words, it is the same no.

    Raises ``NotFromThere``, ``NotAsked`` or ``NotForTheOtherSide`` for anybody else, ``SomethingMissing``
    without a reason, and ``NotNow`` once somebody has answered.
    """
    from . import asking
    from .offering import must_be_asked

    with transaction.atomic():
        held = Promise.locked(promise.pk)
        must_be_asked(held, by)
        if not why.strip():
            raise SomethingMissing("Say why not.", field="why")
        if held.is_accepted:
            raise NotNow(TAKEN_ON)
        refusal = _same(held, by, why)
        if refusal is None:
            refusal = Refusal.objects.create(promise=held, by=by, why=why, at=at)
            held.has_news(at)
            asking.tell_of_the_no(held, by, why, at)
            record("promise.refused", area_id=held.area_id, about=held, at=at, by=by, why=why)
    promise.refresh_from_db()
    return refusal


def _same(promise: Promise, by: Person, why: str) -> Refusal | None:
    if not promise.is_refused:
        return None
    if promise.refusal.by_id == by.pk and promise.refusal.why == why:
        return promise.refusal
    raise NotNow(REFUSED)


def why_not_now(promise: Promise, person: Person) -> str:
    """Why this person cannot say no to it now, in a sentence; "" where they can."""
    from .offering import must_be_asked

    if promise.is_accepted or promise.is_refused:
        return TAKEN_ON if promise.is_accepted else REFUSED
    try:
        must_be_asked(promise, person)
    except Refused as refused:
        return str(refused)
    return ""
