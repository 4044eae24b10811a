"""What time alone brings about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils.timezone import localdate

from . import telling
from .models import Decision


def settle_what_is_ready(at: datetime) -> int:
    """Decide what only waited for the days to take it in. Returns how many were decided."""
    waiting = Decision.objects.in_discussion().filter(wordings__agreements__isnull=False).distinct()
    return sum(decision.settle(at) is not None for decision in waiting)


def say_that_it_is_time_to_review(at: datetime) -> int:
    """Tell those who speak that a decision's day of review has come: once, even if that day went by.

    One that was replaced needs no review; one that may be replaced does, until that is decided.
    Returns of how many decisions somebody was told.
    """
    due = Decision.objects.filter(taken__review_on__lte=localdate(at))
    stands = due.exclude(superseded_by__taken__isnull=False).select_related("area", "group")
    said = telling.reviews_said()
    return sum(telling.time_to_review(one, at) for one in stands if str(one.pk) not in said)


DUTIES: list[Callable[[datetime], int]] = [settle_what_is_ready, say_that_it_is_time_to_review]
