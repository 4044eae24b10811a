"""Takes a text apart into sentences and words, the way people write: lists, quotes, e.g., 9.30, Mrs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

WORD = re.compile(r"\d[\d.,:/]*\d|\d|[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*")

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_SHORT = re.compile(
    r"(?:^|[\s(“\"‘'])(?:e\.g|i\.e|eg|ie|mr|mrs|ms|mx|dr|prof|rev|st|no|nos|vs|approx|cf|viz|fig|tel|ext|p|pp)\.$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:^|[\s.(])[A-Z]\.$")
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}|[a-z])\.$")
_BULLET = re.compile(r"^\s*(?:[-*•–—·▶►]|\d{1,3}[.)]|\(?[a-z]\))\s+")
_WRAPPED_FROM = 60
"""A line this long that does not end a sentence was probably wrapped by a mail program."""


class Sentence(NamedTuple):
    """Where it is in the text: text[start:end]."""

    text: str
    start: int
    end: int


def words(text: str) -> list[str]:
    return WORD.findall(text)


def sentences(text: str) -> list[Sentence]:
    """Every sentence, heading and list item with at least one word, in order."""
    found = []
    for start, end in _blocks(text):
        at = start
        for stop in [*_ends(text, start, end), end]:
            piece = text[at:stop]
            if WORD.search(piece):
                begin = at + len(piece) - len(piece.lstrip())
                finish = stop - len(piece) + len(piece.rstrip())
                found.append(Sentence(text[begin:finish], begin, finish))
            at = stop
    return found


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, list items and headings, as places in the text."""
    start, at, before = 0, 0, ""
    for line in text.splitlines(keepends=True):
        if _begins_a_block(line, before):
            yield start, at
            start = at
        at += len(line)
        before = line
    yield start, at


def _begins_a_block(line: str, before: str) -> bool:
    if not line.strip() or not before.strip() or _BULLET.match(line):
        return True
    wrapped = len(before.rstrip()) >= _WRAPPED_FROM or before.rstrip().endswith((",", ";", "-"))
    return not wrapped and line.lstrip()[:1].isupper()


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for mark in _END.finditer(text, start, end):
        upto = text[start : mark.end()]
        after = text[mark.end() : end].lstrip()
        if _goes_on(upto, after):
            continue
        yield mark.end()


def _goes_on(upto: str, after: str) -> bool:
    """The full stop belongs to a short form, an initial or a number, or a small letter comes next."""
    tail = upto[-12:]
    if _SHORT.search(tail) or _INITIAL.search(tail) or _NUMBERED.match(upto):
        return True
    return after[:1].islower()
