"""What time alone brings about. Each duty may run as often as one likes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from alongside.journal.models import record
from alongside.messages.models import Message
from alongside.people.days import day_of

from . import days, letters, tell_back
from .counting import count_presses
from .promise import Promise
from .rounds import Delivered, NotConfirmed
from .telling import Told, Verdict


def ask_again(at: datetime) -> int:
    """Four weeks after the news reached them, ask each teller once more. Returns how many were asked."""
    due = Told.objects.filter(
        asked_again=None,
        at__lte=at - days.ASK_AGAIN,
        way_back__closed_at=None,
        delivered__in=Delivered.objects.current().values("pk"),
    ).select_related("delivered")
    return sum(tell_back.ask_again(told, at) for told in due.iterator(chunk_size=500))


def close_silent(at: datetime) -> int:
    """Eight weeks without a single verdict: the promise is closed as not confirmed. Returns how many."""
    silent = Delivered.objects.current().filter(
        ~_was_answered(), not_confirmed=None, checked__at__lte=at - days.CLOSE, tellings__isnull=False
    )
    return sum(_close(delivered, at) for delivered in silent.distinct())


def _was_answered() -> Exists:
    """Whether anybody who asked for it has pressed, even if it does not count yet."""
    return Exists(Verdict.objects.filter(told__delivered=OuterRef("pk"), told__from_within=False))


def _close(delivered: Delivered, at: datetime) -> bool:
    with transaction.atomic():
        promise = Promise.locked(delivered.promise_id)
        latest = promise.round
        if latest != delivered or not Delivered.objects.current().filter(~_was_answered(), pk=latest.pk):
            return False
        reached = [told.reached_at for told in latest.tellings.select_related("message__gone")]
        if any(moment is None or moment + days.CLOSE > at for moment in reached):
            return False
        _, new = NotConfirmed.objects.get_or_create(delivered=latest, defaults={"at": at})
        if new:
            promise.has_news(at)
            record("promise.not_confirmed", area_id=promise.area_id, about=promise, at=at)
    return new


def remind_owners(at: datetime) -> int:
    """A week before a promise is due, and again when it is late: both owners, once each."""
    near = day_of(at) + days.REMIND
    promises = Promise.objects.still_open(near).with_rounds()
    return sum(_remind(promise, at) for promise in promises if promise.due <= near)


def _remind(promise: Promise, at: datetime) -> int:
    what = "late" if promise.due < day_of(at) else "soon"
    key = f"promise-{what}:{promise.pk}:{promise.due.isoformat()}"
    if Message.objects.filter(key__startswith=key).exists():
        return 0
    with transaction.atomic():
        for owner in promise.owners:
            letters.remind(promise, owner, at, key)
    return 1


DUTIES: list[Callable[[datetime], int]] = [count_presses, ask_again, close_silent, remind_owners]
