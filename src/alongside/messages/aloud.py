"""A message as somebody reads it aloud: the words, and each of our own addresses on a line to spell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

SECRET = re.compile(r"[a-z0-9]{20,}")
"""A part of an address that nobody can say in one breath."""


@dataclass(frozen=True)
class Piece:
    """Some words, or an address: ``href`` to open it, ``text`` to spell it."""

    text: str
    href: str = ""


def pieces(body: str) -> list[Piece]:
    """The body in its order. Only our own addresses become links."""
    return [piece for piece in _split(body) if piece.text]


def _split(body: str) -> Iterator[Piece]:
    at = 0
    for found in re.finditer(rf"{re.escape(settings.PUBLIC_ADDRESS)}/\S+", body):
        yield Piece(body[at : found.start()].strip())
        yield Piece(spelled(found[0]), found[0])
        at = found.end()
    yield Piece(body[at:].strip())


def spelled(address: str) -> str:
    """ "netherby.example / verdicts / k7dm 3xwq 2r9v": in the order in which one says it."""
    parts = [part for part in re.sub(r"^https?://", "", address).split("/") if part]
    return " / ".join(_in_fours(part) if SECRET.fullmatch(part) else part for part in parts)


def _in_fours(secret: str) -> str:
    return " ".join(re.findall(".{1,4}", secret))
