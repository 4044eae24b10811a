"""Lists by key: a page begins after the last row seen, never at a count of rows.

The address of a page names that row, and nothing that says when somebody told us something: a month, a yes
or no, and a random id. A list in the order of days or hours looks its last row up ``behind`` its door
instead, and its address is the id alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import DateField, Field, Model, Q, QuerySet

MANY = 20
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows of a list, and the key of the last of them while there are more."""

    rows: list[Row]
    last: str

    def older(self, name: str = "after", asked: Mapping[str, Any] | None = None) -> str:
        """The address of the next page; empty on the last one. ``asked`` is what else stands in it."""
        return address({**(asked or {}), name: self.last}) if self.last else ""


def address(asked: Mapping[str, Any]) -> str:
    """What stands behind the path of a list."""
    return f"?{urlencode(asked, doseq=True)}"


def page(
    rows: QuerySet[Row],
    by: Sequence[str],
    after: str,
    *,
    behind: QuerySet[Row] | None = None,
    many: int = MANY,
) -> Page[Row]:
    """The rows after this key in the order ``by``, whose last is ``id``. Nonsense gives the first page.

    Without ``behind`` the key says where its row was then: so nothing is left out when the row moves on.
    """
    place = _read(after, rows, by) if behind is None else _look_up(after, behind, by)
    found = rows.order_by(*by)
    if place is not None:
        found = found.filter(_beyond(by, place))
    some = list(found[: many + 1])
    last = some[many - 1] if len(some) > many else None
    if last is None:
        return Page(some, "")
    return Page(some[:many], _said(last, by) if behind is None else str(last.pk))


def _beyond(by: Sequence[str], place: Sequence[Any]) -> Q:
    """Further down in this order: the first field that differs decides."""
    beyond, same = Q(pk__in=[]), Q()
    for name, value in zip(by, place, strict=True):
        field, how = name.removeprefix("-"), "lt" if name.startswith("-") else "gt"
        beyond |= same & Q(**{f"{field}__{how}": value})
        same &= Q(**{field: value})
    return beyond


def _look_up(after: str, behind: QuerySet[Row], by: Sequence[str]) -> list[Any] | None:
    place = _read(after, behind, ["id"])
    row = behind.filter(pk=place[0]).first() if place else None
    return [getattr(row, name.removeprefix("-")) for name in by] if row else None


def _said(row: Model, by: Sequence[str]) -> str:
    return "_".join(_say(getattr(row, name.removeprefix("-"))) for name in by)


def _say(value: Any) -> str:
    if isinstance(value, datetime) or (isinstance(value, date) and value.day != 1):
        raise ValueError("a day or an hour may not stand in an address: look the row up behind its door")
    return f"{value:%Y-%m}" if isinstance(value, date) else str(value)


def _read(text: str, rows: QuerySet[Any], by: Sequence[str]) -> list[Any] | None:
    said = text.split("_")
    if len(said) != len(by):
        return None
    try:
        return [_value(field, one) for field, one in zip(_fields(rows, by), said, strict=True)]
    except ValidationError:
        return None


def _value(field: Field[Any, Any], text: str) -> Any:
    value = field.to_python(f"{text}-01" if isinstance(field, DateField) else text)
    if value is None:
        raise ValidationError("nothing is said")
    return value


def _fields(rows: QuerySet[Any], by: Sequence[str]) -> Iterator[Field[Any, Any]]:
    for name in (one.removeprefix("-") for one in by):
        found = rows.query.annotations.get(name)
        yield found.output_field if found is not None else rows.model._meta.get_field(name)
