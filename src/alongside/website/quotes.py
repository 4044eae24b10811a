"""People's own words on public pages: only what its teller lets everyone read, named as the teller wished."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from alongside.people.viewer import NOBODY
from alongside.voice.models import Consent, Story
from alongside.voice.stories import StoryDoor


@dataclass(frozen=True)
class Quote:
    """Words, whose they are as far as she wants it known, and the month: never a day."""

    story: UUID
    words: str
    by: str
    month: date

    @property
    def href(self) -> str:
        """Where the whole of it stands, and everything that came of it."""
        return reverse("website:story_thread", args=[self.story])


def may_be_quoted(on: date) -> StoryDoor:
    """The stories that everyone may read today: the public door, and a consent to it that still holds."""
    allowed = Consent.objects.live(Consent.Use.PUBLISH, on).values("story")
    return Story.objects.visible_to(NOBODY, on).filter(pk__in=allowed)


def quotes(stories: Collection[UUID], on: date) -> dict[UUID, Quote]:
    """What may be quoted of these stories, by story, oldest month first."""
    found = may_be_quoted(on).filter(pk__in=stories).with_words().order_by("month", "id")
    return {story.pk: quote_of(story, on) for story in found if story.parts}


def quote_of(story: Story, on: date) -> Quote:
    """The first thing it says: what happened, or what was good, or what would have made it better."""
    return Quote(story.pk, story.parts[0].text.body, story.by_line(Consent.Use.PUBLISH, on), story.month)
