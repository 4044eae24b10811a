"""What children and young people told: whoever reads it while it is not public, that is written down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from alongside.people.models import Look, Perspective, looked
from alongside.people.viewer import Viewer

from .stories import Story


def note_looks(stories: Iterable[Story], viewer: Viewer, at: datetime) -> None:
    """Write down that this viewer reads those of them that a child or a young person told.

    Raises ``TooManyLooks``. Whoever told it reads it unnoted, and so does nobody at all.
    """
    young = {
        story.pk: story
        for story in stories
        if story.perspective == Perspective.YOUNG_PERSON and not story.is_public
    }
    if viewer.person is None or not young:
        return
    own = Story.objects.filter(pk__in=young).told_by(viewer).values_list("pk", flat=True)
    looked(viewer.person, Look.What.YOUNG, [young[pk] for pk in young.keys() - set(own)], at)
