"""A spreadsheet as we read it: a heading and rows, each with its number as the spreadsheet counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.people.errors import Refused

from .columns import guess

MOST_ROWS = 5_000
MOST_COLUMNS = 60
LONGEST = 500
"""So many characters of one box are read."""
SEARCHED = 10
"""So far down the heading may stand: a title often stands above it."""


class Unreadable(Refused):
    says = "We could not read this file. Save it once more as an Excel file, and send that."


class NothingInIt(Unreadable):
    says = "There are no rows in this file. The first sheet is the one that we read."


class TooManyRows(Unreadable):
    says = (
        f"There are more than {MOST_ROWS:,} rows in it. Cut it into two files, and send one after the other."
    )


@dataclass(frozen=True)
class Row:
    """One row: its number in the spreadsheet, and its boxes as text."""

    number: int
    cells: tuple[str, ...]

    def at(self, column: int) -> str:
        """What stands in this column; nothing where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """A heading, and the rows below it that are not empty."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(lines: Iterable[Sequence[str]]) -> Table:
    """The table in these lines. Raises ``NothingInIt`` or ``TooManyRows``."""
    rows = []
    for number, line in enumerate(lines, start=1):
        cells = tuple(_plain(text) for text in line[:MOST_COLUMNS])
        if any(cells):
            rows.append(Row(number, cells))
        if len(rows) > MOST_ROWS + SEARCHED:
            raise TooManyRows
    return _headed(rows)


def _headed(rows: Sequence[Row]) -> Table:
    if len(rows) < 2:
        raise NothingInIt
    known = [sum(1 for text in row.cells if guess(text)) for row in rows[:SEARCHED]]
    top = known.index(max(known))
    head, below = rows[top].cells, tuple(rows[top + 1 :])
    if not below:
        raise NothingInIt
    if len(below) > MOST_ROWS:
        raise TooManyRows
    wide = max(len(head), *(len(row.cells) for row in below))
    return Table(head + ("",) * (wide - len(head)), below)


def _plain(text: str) -> str:
    """Without marks that no database keeps and nobody sees; lines stay lines."""
    seen = "".join(one for one in text if one.isprintable() or one == "\n")
    lines = (" ".join(line.split()) for line in seen.split("\n"))
    return "\n".join(line for line in lines if line)[:LONGEST]
