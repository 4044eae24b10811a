"""A table as text, in whichever letters and with whichever mark between the boxes."""

from __future__ import annotations

import codecs
import csv
import io
import re

from .tables import Table, Unreadable, table_of

MARKS = (",", ";", "\t", "|")
NAMED = re.compile(r'\A\s*"?sep=(.)"?\s*\r?\n', re.IGNORECASE)
"""The first line of some files says which mark it is."""
LOOKED_AT = 20_000


def read_text(raw: bytes) -> Table:
    """The table in this file. Raises ``Unreadable``."""
    text = decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    named = NAMED.match(text)
    mark = named[1] if named and named[1] in MARKS else _mark(text)
    lines = csv.reader(io.StringIO(text), delimiter=mark)
    try:
        # the line that names the mark is a line of the file, though spreadsheets show it not
        return table_of(list(lines)[1 if named else 0 :])
    except csv.Error as wrong:
        raise Unreadable from wrong


def decoded(raw: bytes) -> str:
    """The words of a file: UTF-8 or UTF-16 as it says or looks, else the letters of old Windows."""
    for mark, letters in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
                          (codecs.BOM_UTF16_BE, "utf-16")):  # fmt: skip
        if raw.startswith(mark):
            return _in(raw, letters)
    if b"\0" in raw[:LOOKED_AT]:
        return _in(raw, _wide(raw))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _in(raw, "cp1252")


def _wide(raw: bytes) -> str:
    """Two bytes a letter: in ours, every second one is nothing."""
    first, second = raw[:LOOKED_AT:2].count(0), raw[1:LOOKED_AT:2].count(0)
    return "utf-16-le" if second >= first else "utf-16-be"


def _in(raw: bytes, letters: str) -> str:
    try:
        return raw.decode(letters, errors="replace" if letters == "cp1252" else "strict")
    except UnicodeDecodeError as other:
        raise Unreadable from other


def _mark(text: str) -> str:
    """The mark that cuts the first lines into the same number of boxes, and into the most."""
    lines = [line for line in text[:LOOKED_AT].split("\n") if line.strip()][:30]

    def fits(mark: str) -> tuple[int, int]:
        wide = [len(row) for row in csv.reader(lines, delimiter=mark)]
        usual = max(set(wide), key=wide.count, default=1)
        return (wide.count(usual), usual) if usual > 1 else (0, 0)

    try:
        return max(MARKS, key=fits)
    except csv.Error as wrong:
        raise Unreadable from wrong
