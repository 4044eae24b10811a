"""Letters that can stand on paper: what cannot be seen goes, what cannot be drawn becomes a square."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

SQUARE = "□"
RARE = "\u0250"
"""Below this, our own face has every letter."""
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the letters after them round, so that a name reads as another."""
MOST = 50_000
"""Nobody writes so many different letters; somebody plays, and begins anew."""
_met: dict[str, bool] = {}


def printable(data: Any) -> Any:
    """The same data, its texts without marks that cannot be seen or that turn letters round."""
    return _each_text(data, _seen)


def plain_latin(data: Any) -> Any:
    """The same data, with a square for whatever our own face is not sure to have."""
    return _each_text(data, lambda text: "".join(one if one < RARE else SQUARE for one in text))


def all_drawn(data: Any, can_draw: Callable[[str], bool]) -> Any:
    """The same data with a square for each letter that cannot be drawn.

    ``can_draw`` is asked once for each letter, with the marks over it, in the life of the program.
    """
    rare = {one for text in _texts(data) for one in _letters(text) if max(one) >= RARE}
    if len(_met) > MOST:
        _met.clear()
    new = sorted(rare - _met.keys())
    together = bool(new) and can_draw(" ".join(new))
    _met.update({one: together or can_draw(one) for one in new})
    return _each_text(data, partial(_without, frozenset(one for one in rare if not _met[one])))


def _without(missing: frozenset[str], text: str) -> str:
    return "".join(SQUARE if one in missing else one for one in _letters(text)) if missing else text


def _letters(text: str) -> list[str]:
    """Each letter with the marks that belong to it."""
    found: list[str] = []
    for one in text:
        if found and unicodedata.category(one).startswith("M"):
            found[-1] += one
        else:
            found.append(one)
    return found


def _seen(text: str) -> str:
    """Lines stay lines. Half letters, which no file can hold, go with the rest."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    return "".join(one for one in lines if one == "\n" or _shows(one))


def _shows(letter: str) -> bool:
    nothing = ord(letter) & 0xFFFE == 0xFFFE  # two in each plane that never stand for a letter
    return unicodedata.category(letter) not in ("Cc", "Cs") and letter not in TURNS and not nothing


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | list | tuple):
        for one in data.values() if isinstance(data, Mapping) else data:
            yield from _texts(one)


def _each_text(data: Any, change: Callable[[str], str]) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, Mapping):
        return {name: _each_text(one, change) for name, one in data.items()}
    if isinstance(data, list | tuple):
        return [_each_text(one, change) for one in data]
    return data
