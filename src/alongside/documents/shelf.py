"""Where the files lie: under names that nobody chose, and with no hour on them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, default_storage

from alongside.people.days import midnight

from .errors import why_not

BOARDS = 256
"""The first two signs of a name say on which board it lies, so that no folder grows too large to list."""


def place_of(pk: UUID) -> str:
    """Where the file of this row lies."""
    return f"{pk.hex[:2]}/{pk.hex}"


def put(pk: UUID, content: bytes, on: date) -> None:
    """Write it down, to the disk itself. Raises ``NoRoom`` or ``CannotWrite``, with nothing left."""
    place = place_of(pk)
    try:
        default_storage.save(place, ContentFile(content))
        _settle(default_storage, place, on)
    except OSError as error:
        take_away(pk)
        raise why_not(error) from error


def _settle(storage: Storage, place: str, on: date) -> None:
    """On a disk of ours: see that it is really there, and let its time be the day's and not the hour's."""
    try:
        path = storage.path(place)
    except NotImplementedError:  # a store elsewhere sees to itself
        return
    with open(path, "rb") as there:
        os.fsync(there.fileno())
    day = midnight(on).timestamp()
    os.utime(path, (day, day))


def open_file(pk: UUID) -> File[bytes]:
    """Its content. Raises ``OSError`` if it is not there."""
    return default_storage.open(place_of(pk))


def take_away(pk: UUID) -> None:
    """Delete it. What cannot be deleted now goes when the boards are swept."""
    with suppress(OSError):
        default_storage.delete(place_of(pk))


def take_all_away(pks: list[UUID]) -> None:
    """The same for several."""
    for pk in pks:
        take_away(pk)


def on_board(number: int) -> Iterator[tuple[UUID, str]]:
    """What lies on one board, with its place; anything that is not ours is left alone."""
    board = f"{number:02x}"
    try:
        names = default_storage.listdir(board)[1]
    except OSError:
        return
    for name in names:
        with suppress(ValueError):
            yield UUID(name), f"{board}/{name}"
