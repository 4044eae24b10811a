"""What nobody needs any more: rows that belong to nothing, files without a row; and what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import default_storage

from alongside.people.days import day_of, midnight

from . import shelf
from .files import File, Files

PATIENCE = timedelta(days=2)
"""So long a file may wait for the thing it belongs to: a form that is sent once more still finds it."""


def remove_forgotten(at: datetime) -> int:
    """Rows that belong to nothing, two days on: of a form that was never finished."""
    return forgotten(at).remove()


def forgotten(at: datetime) -> Files:
    """Files that belong to nothing and have waited long enough."""
    return File.objects.filter(on__lte=day_of(at - PATIENCE)).of_nothing()


def sweep(at: datetime) -> int:
    """Take what has no row off one board of the shelf: another one each minute, all of them in a morning."""
    return sweep_board(int(at.timestamp()) // 60 % shelf.BOARDS, at)


def sweep_board(number: int, at: datetime) -> int:
    """Take what has no row off this board. What came today or yesterday may be on its way to having one."""
    lying = dict(shelf.on_board(number))
    known = set(File.objects.filter(pk__in=lying).values_list("pk", flat=True))
    strays = [pk for pk, place in lying.items() if pk not in known and _is_old(place, at)]
    for pk in strays:
        shelf.take_away(pk)
    return len(strays)


def _is_old(place: str, at: datetime) -> bool:
    try:
        return default_storage.get_modified_time(place) < midnight(at - PATIENCE)
    except OSError:
        return False


def faults() -> Iterator[str]:
    """A sentence for each row whose file is not there, or is not what was kept."""
    for row in File.objects.order_by("pk").iterator():
        try:
            content = row.read()
        except OSError:
            yield f"file {row.pk} is not on the shelf"
            continue
        if content is None:
            yield f"file {row.pk} is not what was kept"
