"""A text with the advice on it, laid out for a page."""

from dataclasses import dataclass
from typing import NamedTuple

from alongside.words.checking import check
from alongside.words.findings import Finding
from alongside.words.profiles import Profile

AT_ONCE = 60
"""More advice than this helps nobody."""


class Advice(NamedTuple):
    """A finding, and how the sentence begins where the advice is on a whole one."""

    found: Finding
    quote: str = ""


class Piece(NamedTuple):
    """A bit of the text; with the number of the advice on it, if there is any."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    paragraphs: tuple[tuple[Piece, ...], ...]
    advice: tuple[Advice, ...]
    found: int
    note: str = ""

    @property
    def title(self) -> str:
        if not self.found:
            return "We found nothing to change"
        return "One thing to look at" if self.found == 1 else f"{self.found} things to look at"

    @property
    def more(self) -> int:
        """How many there are in all, where the page does not show them all."""
        return self.found if self.found > len(self.advice) else 0


def read_through(text: str, profile: Profile) -> Reading:
    findings = check(text, profile)
    shown = findings[:AT_ONCE]
    paragraphs = tuple(tuple(line) for line in _lines(_pieces(text, shown)) if line)
    advice = tuple(Advice(found, _quote(text, found)) for found in shown)
    return Reading(paragraphs, advice, len(findings), profile.note)


def _has_a_place(text: str, found: Finding) -> bool:
    return found.found == text[found.start : found.end]


def _quote(text: str, found: Finding) -> str:
    if _has_a_place(text, found) or found.end - found.start >= len(text.strip()):
        return ""
    words = text[found.start : found.end].split()
    return " ".join(words[:8]) + " …"


def _pieces(text: str, advice: list[Finding]) -> list[Piece]:
    """The text cut up at what was found. Advice on whole sentences has no place of its own."""
    pieces, at = [], 0
    for number, found in enumerate(advice, start=1):
        if not _has_a_place(text, found) or found.start < at:
            continue
        pieces += [Piece(text[at : found.start]), Piece(text[found.start : found.end], number)]
        at = found.end
    return [*pieces, Piece(text[at:])]


def _lines(pieces: list[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n") if not piece.number else [" ".join(piece.text.split())]
        for new, text in enumerate([first, *others]):
            if new:
                lines.append([])
            if text.strip() or (text and lines[-1]):
                lines[-1].append(Piece(text, piece.number))
    return lines
