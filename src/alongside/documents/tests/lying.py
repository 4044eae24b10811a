"""Where each text of a PDF lies on its page: what overlaps, and what the edge of the paper cuts off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream

Matrix = tuple[float, float, float, float, float, float]
AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)
RISES, HANGS = 0.72, 0.2
"""How far letters stand above and below their line, in parts of their size."""


@dataclass
class Lying:
    """One run of letters; in points from the lower left corner of the page."""

    words: str
    left: float
    right: float
    line: float
    size: float

    @property
    def top(self) -> float:
        return self.line + RISES * self.size

    @property
    def bottom(self) -> float:
        return self.line - HANGS * self.size

    def touches(self, other: Lying) -> bool:
        """Whether letters of one could lie on letters of the other."""
        beside = self.right <= other.left + 0.5 or other.right <= self.left + 0.5
        return not (beside or self.bottom >= other.top - 0.5 or other.bottom >= self.top - 0.5)


def overlapping(page: PageObject) -> list[tuple[str, str]]:
    """Each two texts of which one lies on the other."""
    there = list(texts(page))
    return [(one.words, other.words) for one, other in combinations(there, 2) if one.touches(other)]


def cut_off(page: PageObject, margin: float = 14) -> list[str]:
    """Texts that come nearer to the edge of the paper than printers reach: 5 mm."""
    wide, high = float(page.mediabox.width), float(page.mediabox.height)
    return [
        one.words
        for one in texts(page)
        if one.bottom < margin or one.top > high - margin or one.left < margin or one.right > wide - margin
    ]


def texts(page: PageObject) -> Iterator[Lying]:
    """Each run of letters that is not empty, in the order in which it is drawn."""
    fonts = {name: _Font(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    saved, line, font, size = [AS_IT_IS], AS_IT_IS, None, 0.0
    for said, what in ContentStream(page.get_contents(), page.pdf).operations:
        if what in (b"q", b"Q", b"cm"):
            _turned(saved, said, what)
        elif what == b"Tf":
            font, size = fonts[said[0]], float(said[1])
        elif what == b"Tm":
            line = _six(said)
        elif what in (b"Tj", b"TJ") and font:
            run = _run(font, size, said[0] if what == b"TJ" else said, _within(line, saved[-1]))
            if run.words.strip():
                yield run


def _turned(saved: list[Matrix], said: Any, what: bytes) -> None:
    """The last of these is what holds now."""
    if what == b"q":
        saved.append(saved[-1])
    elif what == b"Q":
        saved.pop()
    else:
        saved[-1] = _within(_six(said), saved[-1])


class _Font:
    """How wide each glyph is, and which letters it stands for."""

    def __init__(self, font: Any) -> None:
        inside = font["/DescendantFonts"][0].get_object()
        self.usual = float(inside.get("/DW", 1000))
        self.widths: dict[int, float] = {}
        listed = list(inside.get("/W", []))
        while listed:
            first, following = int(listed.pop(0)), listed.pop(0)
            many = hasattr(following, "__iter__")
            wide = following if many else [listed.pop(0)] * (int(following) - first + 1)
            self.widths.update(enumerate(map(float, wide), first))
        self.letters = _letters(font["/ToUnicode"].get_data().decode("latin-1"))


def _letters(table: str) -> dict[int, str]:
    """Glyphs and their letters: the table has a line for each."""
    pairs = [line.split("> <") for line in table.splitlines() if line.count("<") == 2]
    found = {}
    for glyph, letters in pairs:
        raw = bytes.fromhex(letters.strip(" <>"))
        found[int(glyph.strip(" <>"), 16)] = raw.decode("utf-16-be", "replace")
    return found


def _run(font: _Font, size: float, said: Any, at: Matrix) -> Lying:
    wide, words = 0.0, ""
    for part in said:
        if isinstance(part, int | float):
            wide -= float(part)
            continue
        raw = part if isinstance(part, bytes) else part.original_bytes
        for place in range(0, len(raw), 2):
            glyph = int.from_bytes(raw[place : place + 2], "big")
            wide += font.widths.get(glyph, font.usual)
            words += font.letters.get(glyph, "")
    grown = abs(at[0]) or 1
    return Lying(words, at[4], at[4] + wide / 1000 * size * grown, at[5], size * grown)


def _six(said: Any) -> Matrix:
    a, b, c, d, e, f = map(float, said)
    return a, b, c, d, e, f


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    """What the inner one says, seen from outside."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
