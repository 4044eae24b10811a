"""A date in three boxes, read the way people write dates."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.look.forms.asked import WRITE_THE_DATE, Asked

PARTS = ("day", "month", "year")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Typed = tuple[str, str, str]


class DayBoxes(forms.Widget):
    """Reads three boxes. How they are drawn is in ``look/forms/day.html``."""

    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:  # noqa: ARG002
        written = (str(data.get(f"{name}-{part}") or "") for part in PARTS)
        day, month, year = (one.replace("\x00", "").strip() for one in written)
        whole = re.split(r"[\s/.,-]+", day.strip())
        if len(whole) == 3 and not month and not year:
            day, month, year = reversed(whole) if len(whole[0]) == 4 else whole
        return day, month, year

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:  # noqa: ARG002
        return not any(f"{name}-{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-day" if id_ else id_


class Unreadable(ValidationError):
    """A date that cannot be read, and the boxes to look at."""

    def __init__(self, message: str, *parts: str) -> None:
        super().__init__(message, code="-".join(parts), params={"parts": parts})


def _number(written: str, part: str) -> int:
    if part == "month" and written[:3].lower() in MONTHS:
        return MONTHS.index(written[:3].lower()) + 1
    digits = re.fullmatch(r"(\d{1,4})(st|nd|rd|th)?", written.lower())
    if digits is None:
        hint = {"day": "like 12", "month": "like 3 or March", "year": "like 2026"}[part]
        raise Unreadable(f"Please write the {part} {hint}.", part)
    return int(digits[1])


def read(typed: Typed) -> dt.date:
    """The date someone typed. Raises ``Unreadable`` with a sentence that says which box to look at."""
    missing = [part for part, written in zip(PARTS, typed, strict=True) if not written]
    if missing:
        raise Unreadable(f"Please add the {' and the '.join(missing)}.", *missing)
    day, month, year = (_number(written, part) for written, part in zip(typed, PARTS, strict=True))
    year += 2000 if year < 100 else 0
    if not 1 <= month <= 12:
        raise Unreadable("Please check the month. It goes from 1 to 12.", "month")
    if not 1900 <= year <= 2200:
        raise Unreadable("Please write the year in full, like 2026.", "year")
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Unreadable("Please check the day. That month does not have it.", "day") from None


class Day(Asked, forms.Field):
    """A date. Understands “March”, “26” for 2026, and a whole date typed into the first box."""

    widget = DayBoxes
    said = {"required": WRITE_THE_DATE}
    empty_values = [*forms.Field.empty_values, ("", "", "")]

    def to_python(self, value: Any) -> dt.date | None:
        if value in self.empty_values:
            return None
        return value if isinstance(value, dt.date) else read(value)

    def prepare_value(self, value: Any) -> Typed:
        if isinstance(value, dt.date):
            return str(value.day), str(value.month), str(value.year)
        return value or ("", "", "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return tuple(self.prepare_value(initial)) != tuple(data or ("", "", ""))
