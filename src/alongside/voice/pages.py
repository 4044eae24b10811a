"""The lists of this room, page by page. No address of theirs says when somebody told something."""

from __future__ import annotations

from uuid import UUID

from alongside.look.paging import Page, page
from alongside.safety.models import Reading
from alongside.safety.readings import ReadingDoor

from .stories import Story, StoryDoor

MANY = 20


def readings_page(readings: ReadingDoor, after: str, behind: ReadingDoor) -> Page[Reading]:
    """One page of readings, the oldest day first. ``behind`` also has those that somebody read meanwhile."""
    rows = readings.select_related("area", "passed", "held__by")
    return page(rows, ("since", "id"), after, behind=behind, many=MANY)


def stories_page(stories: StoryDoor, after: str) -> Page[Story]:
    """One page of stories, the newest month first."""
    return page(stories.with_words(), ("-month", "-id"), after, many=MANY)


def id_of(text: str) -> UUID:
    """The id that an address or a form names; the id of nothing, if it is none."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
