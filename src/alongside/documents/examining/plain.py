"""Plain text and tables as text: readable, and nothing in a table that a spreadsheet would work out."""

from __future__ import annotations

import re

from ..purposes import MEGA, Purpose
from .unsafe import TOO_MUCH, Unsafe

NOT_WORDS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
BLANK = r"[ \u00a0\u3000\u200b-\u200f\u2060\ufeff]*"
FORMULA = re.compile(
    rf"""(?P<before>^|[,;\t|])(?P<open>{BLANK}"?{BLANK})"""
    r"""(?=[=+@＝＋＠]|[-－](?![0-9.,\s]*(?:[,;\t|"\r\n]|$)))""",
    re.MULTILINE,
)
"""The beginning of a box of a table, where what follows would be worked out; a number below nothing stays."""
OTHER_MARK = re.compile(r"\A\s*\"?sep=", re.IGNORECASE)
"""A first line that says which mark stands between boxes: spreadsheets follow it."""


def written_anew(raw: bytes, kind: str, purpose: Purpose) -> bytes:
    """The same words in UTF-8; in a table each formula is made into words. Raises ``Unsafe``."""
    if len(raw) > purpose.text_megabytes * MEGA:
        raise Unsafe(TOO_MUCH)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as other:
        raise Unsafe(
            "We cannot read its letters. Please save it as plain text once more, and send that."
        ) from other
    if NOT_WORDS.search(text):
        raise Unsafe("There is more than text in it. Please save it as plain text, and send that.")
    return (without_formulas(text) if kind == "csv" else text).encode()


def without_formulas(table: str) -> str:
    """With a mark before each box that a spreadsheet would work out, so that it shows it as words.

    A return alone ends a line to some programs, so it becomes a line's end. A first line that names another
    mark between boxes becomes words too.
    """
    table = OTHER_MARK.sub(r"'\g<0>", table.replace("\r\n", "\n").replace("\r", "\n"))
    return FORMULA.sub(r"\g<before>\g<open>'", table)
