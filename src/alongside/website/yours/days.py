"""How long somebody may have to wait."""

from __future__ import annotations

import calendar
from datetime import date


def month_later(on: date) -> date:
    """The same day of the next month, or its last: the time in which the law wants an answer."""
    year, month = (on.year + 1, 1) if on.month == 12 else (on.year, on.month + 1)
    return date(year, month, min(on.day, calendar.monthrange(year, month)[1]))
