"""How long things take here, and days without hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

ASK_AGAIN = timedelta(weeks=4)
CLOSE = timedelta(weeks=8)
SOON = timedelta(days=14)  # a promise says in how many days it is due
REMIND = timedelta(days=7)
MIND_CHANGED = timedelta(days=7)  # so long a press can be changed: thumbs slip, and a night brings thoughts
ANOTHER_GO = timedelta(weeks=4)  # how long owners have when a promise opens again by itself
MORNING = time(9)


def day(at: date) -> date:
    """The day on which something happens here, whatever the clock of the machine says."""
    return timezone.localdate(at) if isinstance(at, datetime) else at


def month(at: date) -> date:
    """The first of the month: the only date that others see."""
    return day(at).replace(day=1)


def midnight(at: date) -> datetime:
    """The beginning of that day: for what a teller does, whose hour is nobody's business."""
    return timezone.make_aware(datetime.combine(day(at), time.min))


def next_morning(at: date) -> datetime:
    """Nine o'clock on the day after: late enough to hide the hour, and time to change one's mind."""
    return timezone.make_aware(datetime.combine(day(at) + timedelta(days=1), MORNING))
