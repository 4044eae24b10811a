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
    """Tell those who speak that a decision's day of review has come; once, and not of one replaced."""
    due = Decision.objects.filter(taken__review_on=localdate(at), superseded_by=None)
    decisions = list(due.select_related("area", "group"))
    for decision in decisions:
        telling.time_to_review(decision, at)
    return len(decisions)


DUTIES: list[Callable[[datetime], int]] = [settle_what_is_ready, say_that_it_is_time_to_review]
