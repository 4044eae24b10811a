"""What somebody told, for that person alone: who read it, what was done with it, what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside.people.viewer import Viewer
from alongside.safety.models import Change
from alongside.voice.models import Asked, Consent, Opened, Reply, Story, Use, Withdrawal

from .forward import Onward, forward_of


@dataclass(frozen=True)
class MyStory:
    """One story and everything its teller may know about it."""

    story: Story
    uses: list[Use]
    changes: list[Change]
    opened: list[Opened]
    asked: list[Asked]
    replies: list[Reply]
    taken_back: list[Withdrawal]
    onward: list[Onward] = field(default_factory=list)
    allowed: list[Consent] = field(default_factory=list)

    @property
    def where(self) -> str:
        """How far it has come, in a sentence."""
        reading = self.story.reading
        if self.story.is_taken_back:
            return "You have taken it back. Its words are gone."
        if reading.is_passed:
            return "A moderator of the forum has read it, and it has gone on."
        if reading.is_held:
            return "A moderator has read it and keeps it back for now. Nobody else sees it."
        return "A moderator of the forum reads it first. Nobody has read it yet."


def my_stories(viewer: Viewer, at: datetime, most: int = 20) -> list[MyStory]:
    """What this person, or the holder of this secret link, told; the newest month first."""
    door = Story.objects.told_by(viewer).with_words().select_related("reading__held")
    stories = list(door.newest()[:most])
    ids, on = [story.pk for story in stories], timezone.localdate(at)
    uses = _by_story(Use.objects.filter(story__in=ids).select_related("by"))
    opened = _by_story(Opened.objects.filter(story__in=ids).select_related("by").order_by("at"))
    asked = _by_story(Asked.objects.filter(story__in=ids).select_related("organisation").order_by("on"))
    replies = _by_story(Reply.objects.visible_to(viewer, on).filter(story__in=ids).with_words())
    back = _by_story(Withdrawal.objects.filter(story__in=ids).order_by("on"))
    changes = defaultdict(list)
    for change in Change.objects.filter(reading__in=[story.reading_id for story in stories]):
        changes[change.reading_id].append(change)
    onward = forward_of(stories, viewer, at)
    return [
        MyStory(
            story,
            uses[story.pk],
            changes[story.reading_id],
            opened[story.pk],
            asked[story.pk],
            replies[story.pk],
            back[story.pk],
            onward[story.pk],
            [consent for consent in story.consents.all() if consent.stands(on)],
        )
        for story in stories
    ]


def _by_story(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.story_id].append(row)
    return found
