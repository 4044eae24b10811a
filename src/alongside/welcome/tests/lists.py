"""Spreadsheets as people have them, for tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

Lines = Sequence[Sequence[Any]]
HEAD = ("Name", "E-mail", "Mobile", "Postcode", "May we write?", "Date of consent")


def as_csv(lines: Lines, letters: str = "utf-8", mark: str = ",") -> bytes:
    """These lines as a table in text."""
    to = io.StringIO()
    csv.writer(to, delimiter=mark, lineterminator="\r\n").writerows(lines)
    return to.getvalue().encode(letters)


def as_xlsx(lines: Lines) -> bytes:
    """These lines as an Excel file."""
    book = Workbook()
    for line in lines:
        book.active.append(list(line))
    to = io.BytesIO()
    book.save(to)
    return to.getvalue()
