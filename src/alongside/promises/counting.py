"""The morning after a press it counts: for the state, the public list and the rule of a third.

What a teller pressed is hers alone until the day is over: nobody who watches a page can tell the minute.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.journal.models import record
from alongside.people.days import day_of, midnight

from . import no_said
from .promise import Promise
from .telling import Verdict


def count_presses(at: datetime) -> int:
    """Whatever was pressed before today counts from now on. Returns how many presses that were."""
    pressed = Verdict.objects.to_count(day_of(at)).values("told__delivered__promise")
    found = Promise.objects.filter(pk__in=pressed).order_by("pk").values_list("pk", flat=True)
    return sum(count_for(pk, at) for pk in list(found))


def count_for(promise_pk: UUID, at: datetime) -> int:
    """The same for one promise: each press first, then what follows from all of them together."""
    today = day_of(at)
    with transaction.atomic():
        promise = Promise.locked(promise_pk)
        pressed = list(Verdict.objects.to_count(today).filter(told__delivered__promise=promise))
        taken_back = [_count(promise, verdict) for verdict in pressed]
        if pressed:
            no_said.weigh(promise, today, a_no_was_taken_back=any(taken_back))
    return len(pressed)


def _count(promise: Promise, verdict: Verdict) -> bool:
    """Let one press count. Returns whether it takes a *no* back."""
    was, verdict.counted = verdict.counted, verdict.answer
    verdict.save(update_fields=["counted"])
    promise.has_news(verdict.on)
    record("verdict.said", area_id=promise.area_id, about=verdict, at=midnight(verdict.on))
    return was == Verdict.Answer.NO
