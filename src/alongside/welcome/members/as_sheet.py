"""Excel's own files: looked into first, in a process of its own; then the first sheet is read as words."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from alongside.documents.apart import examine
from alongside.documents.examining.unsafe import Unsafe
from alongside.documents.purposes import purposes

from .tables import MOST_COLUMNS, MOST_ROWS, SEARCHED, NothingInIt, Table, TooManyRows, Unreadable, table_of

DEEPEST = 4 * MOST_ROWS
"""So many lines are looked at, those with nothing in them too."""
SPOILED = (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError,
           IndexError, SyntaxError, AssertionError)  # fmt: skip
"""What the library says of a file that is not what it seems."""


def read_sheet(raw: bytes) -> Table:
    """The table on the first sheet that holds anything. Raises ``Unreadable``."""
    try:
        safe = examine(raw, "members.xlsx", purposes()["members"])
    except Unsafe as no:
        raise Unreadable(str(no)) from no
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and rules that we do not look at
            return _first(load_workbook(io.BytesIO(safe.content), read_only=True, keep_links=False))
    except SPOILED as wrong:
        raise Unreadable from wrong


def _first(book: Any) -> Table:
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                lines = list(_lines(sheet))
                if any(any(line) for line in lines):
                    return table_of(lines)
    finally:
        book.close()
    raise NothingInIt


def _lines(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a sheet says of its own size need not be true
    full = 0
    for many, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS)):
        line = [_words(cell.value) for cell in row]
        full += any(line)
        if many > DEEPEST or full > MOST_ROWS + SEARCHED:
            raise TooManyRows
        yield line


def _words(value: Any) -> str:
    """What stands there. A formula stays the text of it: nothing is worked out."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(getattr(value, "text", value))
