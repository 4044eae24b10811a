"""Days without hours. What somebody tells us has a day or a month here, and never an hour."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

MORNING = time(9)


def day_of(at: date) -> date:
    """The day on which something happens here, whatever the clock of the machine says."""
    return timezone.localdate(at) if isinstance(at, datetime) else at


def month_of(at: date) -> date:
    """The first of its month: the only date that others see."""
    return day_of(at).replace(day=1)


def midnight(at: date) -> datetime:
    """The beginning of that day: what we store where a time would say too much."""
    return timezone.make_aware(datetime.combine(day_of(at), time.min))


def next_morning(at: date) -> datetime:
    """Nine o'clock on the day after: late enough to hide the hour, and time to change one's mind."""
    return timezone.make_aware(datetime.combine(day_of(at) + timedelta(days=1), MORNING))
