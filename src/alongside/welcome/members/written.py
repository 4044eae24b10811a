"""A spreadsheet of ours: words alone, in which nothing is ever worked out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from alongside.documents.examining.plain import without_formulas
from alongside.documents.kinds import KINDS, Kind

CSV, XLSX = KINDS["csv"], KINDS["xlsx"]
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_A_NUMBER = re.compile(r"^\+\d{7,15}$")

Lines = Iterable[Sequence[str]]


def written(lines: Lines, kind: Kind) -> bytes:
    """These lines as a file of this kind."""
    return _sheet(lines) if kind is XLSX else _text(lines)


def _text(lines: Lines) -> bytes:
    """For Excel: with a mark that says UTF-8, and one before whatever would be worked out."""
    to = io.StringIO()
    rows = [[_safe(text) for text in line] for line in lines]
    csv.writer(to, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return without_formulas(to.getvalue()).replace("\n", "\r\n").encode("utf-8-sig")


def _safe(text: str) -> str:
    """A number with its country begins like a formula: here it begins as people dial it."""
    return text.replace("+", "00", 1) if _A_NUMBER.match(text) else _ILLEGAL.sub("", text)


def _sheet(lines: Lines) -> bytes:
    """Every box is text, whatever it begins with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Members")
    for line in lines:
        row = []
        for text in line:
            cell = WriteOnlyCell(sheet, value=_ILLEGAL.sub("", text))
            cell.data_type = "s"
            cell.quotePrefix = True
            row.append(cell)
        sheet.append(row)
    to = io.BytesIO()
    book.save(to)
    return to.getvalue()
