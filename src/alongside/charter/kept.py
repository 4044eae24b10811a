"""Which promises that are done count as evidence: not those that failed those who asked for them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.people.days import midnight
from alongside.promises.models import Delivered, Promise, Verdict
from alongside.promises.states import NO_BECAUSE, NOT_CONFIRMED, SAID

FAILED = (SAID[Verdict.Answer.NO], NO_BECAUSE, NOT_CONFIRMED)
"""How a round may end that shows the opposite. One that was opened again is not done at all."""


def failed(promises: QuerySet[Promise], on: date) -> list[UUID]:
    """Those of these promises that are done and whose state says no, or that nobody confirmed.

    One query, and three more where there is one that somebody said no to, or that nobody answered.
    """
    doubted = Q(not_confirmed__isnull=False) | Q(tellings__verdicts__counted=Verdict.Answer.NO)
    rounds = Delivered.objects.current().filter(doubted, promise__in=promises.order_by().values("pk"))
    found = Promise.objects.filter(pk__in=rounds.values("promise")).with_rounds()
    return [promise.pk for promise in found if has_failed(promise, on)]


def has_failed(promise: Promise, on: date) -> bool:
    """Whether this one, with its rounds, is done and did not hold. No query."""
    return promise.state(midnight(on)) in FAILED


def kept(but: Collection[UUID]) -> QuerySet[Any]:
    """Which promises are done, ``but`` for those that ``failed``: for a query around it."""
    return Delivered.objects.current().exclude(promise__in=but).values("promise")
