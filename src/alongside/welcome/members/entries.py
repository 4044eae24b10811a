"""One row of a spreadsheet, read: what it says of one person, or why it cannot come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from . import cells
from .cells import Odd
from .columns import Column
from .tables import Row, Table

NO_NAME = "There is no name in it. What shall the others call this person?"


@dataclass
class Entry:
    """What one row says. ``why`` holds a sentence for each thing that cannot be kept."""

    number: int
    name: str = ""
    email: str | None = None
    phone: str | None = None
    post: str = ""
    postcode: str = ""
    languages: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    may_contact: bool | None = None
    said_on: date | None = None
    joined: date | None = None
    why: list[str] = field(default_factory=list)

    @property
    def said(self) -> tuple[Any, ...]:
        """All of it but for its number: two rows that say the same are one."""
        return (
            self.name.casefold(), self.email, self.phone, self.post, self.postcode, self.languages,
            self.formats, self.may_contact, self.said_on, self.joined,
        )  # fmt: skip

    @property
    def called(self) -> tuple[str, str]:
        """Name and postcode area: two who have both alike may be one person."""
        return self.name.casefold(), self.postcode


def entries(table: Table, mapping: Sequence[str], today: date) -> list[Entry]:
    """Every row, read by what each column is said to be."""
    return [_read(row, mapping, today) for row in table.rows]


def _read(row: Row, mapping: Sequence[str], today: date) -> Entry:
    entry = Entry(row.number)
    texts: dict[str, list[str]] = {}
    for place, column in enumerate(mapping):
        if column and (text := row.at(place)):
            texts.setdefault(column, []).append(text)

    def take(column: Column, read: Callable[[str], Any], empty: Any) -> Any:
        try:
            return read(cells.no_formula("\n".join(texts.get(column, []))))
        except Odd as odd:
            entry.why.append(str(odd))
            return empty

    _who(entry, take)
    entry.languages = take(Column.LANGUAGE, cells.languages, [])
    entry.formats = take(Column.FORMAT, cells.formats, [])
    entry.joined = take(Column.JOINED, lambda text: cells.day(text, today), None)
    yes, on = take(Column.CONSENT, lambda text: cells.consent(text, today), (None, None))
    said_on = take(Column.CONSENT_ON, lambda text: cells.day(text, today), None)
    entry.may_contact, entry.said_on = yes, said_on or on
    if Column.CONSENT not in mapping and said_on is not None:
        entry.may_contact = True  # a day on which they said yes is all that some lists have
    return entry


def _who(entry: Entry, take: Callable[[Column, Callable[[str], Any], Any], Any]) -> None:
    halves = [take(Column.FIRST, cells.name, ""), take(Column.LAST, cells.name, "")]
    entry.name = take(Column.NAME, cells.name, "") or " ".join(filter(None, halves))[: cells.LONGEST_NAME]
    if not entry.name and not entry.why:
        entry.why.append(NO_NAME)
    entry.email = take(Column.EMAIL, cells.email, None)
    entry.phone = take(Column.PHONE, cells.phone, None)
    entry.postcode = take(Column.POSTCODE, cells.postcode_area, "")
    entry.post = take(Column.POST, str, "")
    if entry.post and entry.postcode:
        whole = " ".join(str(take(Column.POSTCODE, str, "")).upper().split())
        if whole not in entry.post.upper():
            entry.post = f"{entry.post}\n{whole}"
