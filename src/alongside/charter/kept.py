"""Which promises that are done count as evidence: not those that failed those who asked for them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.people.days import midnight
from alongside.promises.models import Delivered, Promise, Verdict
from alongside.promises.states import NO_BECAUSE, NOT_CONFIRMED, SAID

FAILED = (SAID[Verdict.Answer.NO], NO_BECAUSE, NOT_CONFIRMED)
"""How a round may end that shows the opposite. One that was opened again is not done at all."""


def kept(ids: QuerySet[Any], on: date) -> QuerySet[Delivered]:
    """The latest rounds of these promises, where they are done and nothing that was said speaks against it.

    One query, and four more where somebody said no or nobody answered: how most see it is asked there alone.
    """
    done = Delivered.objects.current().filter(promise__in=ids)
    return done.exclude(promise__in=failed(done.values("promise"), on))


def failed(ids: QuerySet[Any], on: date) -> list[UUID]:
    """Those of these promises that are done and whose state says no, or that nobody confirmed."""
    doubted = Q(not_confirmed__isnull=False) | Q(tellings__verdicts__counted=Verdict.Answer.NO)
    rounds = Delivered.objects.current().filter(doubted, promise__in=ids)
    found = Promise.objects.filter(pk__in=rounds.values("promise")).with_rounds()
    return [promise.pk for promise in found if promise.state(midnight(on)) in FAILED]
