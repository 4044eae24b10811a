"""Lists by key: a page begins after the last row seen. A key is a day or month and a random id, no hour."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from alongside.safety.models import Reading
from alongside.safety.readings import ReadingDoor

from .stories import Story, StoryDoor

MANY = 20


def readings_page(readings: ReadingDoor, after: str) -> tuple[list[Reading], str]:
    """One page of readings, the oldest day first, and the address of the next one."""
    rows = readings.select_related("area", "passed", "held__by")
    if last := readings.filter(pk=id_of(after)).first():
        rows = rows.filter(Q(since__gt=last.since) | Q(since=last.since, pk__gt=last.pk))
    page = list(rows[: MANY + 1])
    return page[:MANY], f"?after={page[MANY - 1].pk}" if len(page) > MANY else ""


def stories_page(stories: StoryDoor, after: str) -> tuple[list[Story], str]:
    """One page of stories, the newest month first, and the address of the next one."""
    rows = stories.newest().with_words()
    if last := stories.filter(pk=id_of(after)).first():
        rows = rows.filter(Q(month__lt=last.month) | Q(month=last.month, pk__lt=last.pk))
    page = list(rows[: MANY + 1])
    return page[:MANY], f"?after={page[MANY - 1].pk}" if len(page) > MANY else ""


def id_of(text: str) -> UUID:
    """The id that an address or a form names; the id of nothing, if it is none."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
