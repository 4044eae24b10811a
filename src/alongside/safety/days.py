"""The day of a moment. What a teller did has a day with us and never an hour."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone


def day_of(at: datetime) -> date:
    """The day it is where we are."""
    return timezone.localtime(at).date()


def midnight(at: datetime) -> datetime:
    """The beginning of that day: what we store where a time would say too much."""
    return timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
