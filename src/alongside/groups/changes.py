"""What changed between two wordings, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\n\s*\n|[^\s]+|[^\S\n]+|\n")
BREAK = "\n\n"


@dataclass(frozen=True)
class Piece:
    """Some words that stayed, were put in, or were taken out."""

    text: str
    kind: str = ""  # "" stayed, "in" put in, "out" taken out


Changes = list[list[Piece]]
"""Paragraphs of pieces."""


def changes(before: str, after: str) -> Changes:
    """Both wordings in one, as paragraphs of pieces: without those taken out they read as ``after``."""
    return list(_paragraphs(_pieces(_words(before), _words(after))))


def _words(text: str) -> list[str]:
    """Words and the space between them; a blank line is one word of its own."""
    found = _WORDS.findall(text.strip())
    return [BREAK if word.count("\n") > 1 else " " if word.isspace() else word for word in found]


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, i, j, k, m in _kept_together(matcher.get_opcodes(), before):
        if what == "equal":
            yield Piece("".join(before[i:j]))
            continue
        if out := "".join(before[i:j]):
            yield Piece(out, "out")
        if put := "".join(after[k:m]):
            yield Piece(put, "in")


Step = tuple[str, int, int, int, int]


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
