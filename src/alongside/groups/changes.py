"""What changed between two wordings, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_WORDS = re.compile(r"\n\s*\n|[^\s]+|[^\S\n]+|\n")
BREAK = "\n\n"
MOST = 20_000
"""Pairs of equal words that may be weighed against each other; a page of letters has some thousand."""

Step = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Piece:
    """Some words that stayed, were put in, or were taken out."""

    text: str
    kind: str = ""  # "" stayed, "in" put in, "out" taken out


Changes = list[list[Piece]]
"""Paragraphs of pieces."""


def changes(before: str, after: str) -> Changes:
    """Both wordings in one, as paragraphs of pieces: without those taken out they read as ``after``."""
    old, new = _words(before), _words(after)
    if work(*_middle(old, new)) > MOST:
        old, new = _whole_paragraphs(old), _whole_paragraphs(new)
    return list(_paragraphs(_pieces(old, new)))


def work(before: list[str], after: list[str]) -> int:
    """How many pairs of equal words there are: comparing them costs at least that, and often far more."""
    counts = Counter(word for word in after if word != " ")
    return sum(counts[word] for word in before)


def _words(text: str) -> list[str]:
    """Words and the space between them; a blank line is one word of its own."""
    found = _WORDS.findall(text.strip())
    return [BREAK if word.count("\n") > 1 else " " if word.isspace() else word for word in found]


def _whole_paragraphs(words: list[str]) -> list[str]:
    """The same text in pieces as long as a paragraph."""
    return ["".join(some) for _, some in groupby(words, BREAK.__eq__)]


def _ends(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many words are the same at the beginning, and how many of the others at the end."""
    most = min(len(before), len(after))
    start = next((n for n in range(most) if before[n] != after[n]), most)
    end = next((n for n in range(most - start) if before[-1 - n] != after[-1 - n]), most - start)
    return start, end


def _middle(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """What is left of both without the ends that they share."""
    start, end = _ends(before, after)
    return before[start : len(before) - end], after[start : len(after) - end]


def _steps(before: list[str], after: list[str]) -> Iterator[Step]:
    """How to come from one to the other; where that is too much work, all between the ends is new."""
    start, end = _ends(before, after)
    old, new = _middle(before, after)
    if start:
        yield "equal", 0, start, 0, start
    if work(old, new) > MOST:
        yield "replace", start, start + len(old), start, start + len(new)
    else:
        matcher = SequenceMatcher(" ".__eq__, old, new, autojunk=False)
        for what, i, j, k, m in matcher.get_opcodes():
            yield what, start + i, start + j, start + k, start + m
    if end:
        yield "equal", len(before) - end, len(before), len(after) - end, len(after)


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    for what, i, j, k, m in _kept_together(_steps(before, after), before):
        if what == "equal":
            yield Piece("".join(before[i:j]))
            continue
        if out := "".join(before[i:j]):
            yield Piece(out, "out")
        if put := "".join(after[k:m]):
            yield Piece(put, "in")


def _kept_together(steps: Iterable[Step], before: list[str]) -> Iterator[Step]:
    """Changes with only a space between them read as one change."""
    held: Step | None = None
    queue = list(steps)
    for place, step in enumerate(queue):
        last = place == len(queue) - 1
        only_space = step[0] == "equal" and "".join(before[step[1] : step[2]]) == " "
        if held and (step[0] != "equal" or (only_space and not last)):
            held = ("replace", held[1], step[2], held[3], step[4])
        elif step[0] != "equal":
            held = step
        else:
            if held:
                yield held
            held = None
            yield step
    if held:
        yield held


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        first, *more = piece.text.split(BREAK)
        line += [Piece(first, piece.kind)] if first else []
        for text in more:
            if line:
                yield line
            line = [Piece(text, piece.kind)] if text else []
    if line:
        yield line
