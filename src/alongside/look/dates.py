"""Dates the way we say them: a weekday when one must act, a month where an hour could give someone away."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format

When = dt.date | dt.datetime | None


def _here(when: dt.date) -> dt.date:
    aware = isinstance(when, dt.datetime) and timezone.is_aware(when)
    return timezone.localtime(when) if aware and isinstance(when, dt.datetime) else when


def _said(when: object, how: str) -> str:
    return date_format(_here(when), how, use_l10n=False) if isinstance(when, dt.date) else ""


def day(when: When) -> str:
    """Thursday 12 March 2026"""
    return _said(when, "l j F Y")


def short_day(when: When) -> str:
    """12 March 2026"""
    return _said(when, "j F Y")


def month(when: When) -> str:
    """March 2026"""
    return _said(when, "F Y")


def clock(when: dt.datetime | dt.time | None) -> str:
    """9.30am, noon, 6pm"""
    if isinstance(when, dt.datetime):
        when = timezone.localtime(when).time() if timezone.is_aware(when) else when.time()
    if not isinstance(when, dt.time):
        return ""
    if (when.hour, when.minute) in ((0, 0), (12, 0)):
        return "noon" if when.hour else "midnight"
    minutes = f".{when.minute:02}" if when.minute else ""
    return f"{when.hour % 12 or 12}{minutes}{'am' if when.hour < 12 else 'pm'}"
