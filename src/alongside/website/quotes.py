"""People's own words on public pages: only what its teller lets everyone read, named as the teller wished."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from alongside.people.viewer import NOBODY
from alongside.promises.models import Promise, Reason
from alongside.voice.models import Basis, Consent, Story
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


def stories_behind(promises: Iterable[Promise]) -> dict[UUID, set[UUID]]:
    """The stories each promise goes back to, named as its reason or by its decision. Two queries."""
    behind: dict[UUID, set[UUID]] = {promise.pk: set() for promise in promises}
    of_decision: dict[UUID, set[UUID]] = {}
    for reason in Reason.objects.filter(promise__in=behind):
        if reason.story_id:
            behind[reason.promise_id].add(reason.story_id)
        elif reason.decision_id:
            of_decision.setdefault(reason.decision_id, set()).add(reason.promise_id)
    bases = Basis.objects.filter(Q(decision__in=of_decision), story__isnull=False)
    for decision, story in bases.values_list("decision_id", "story_id"):
        for promise in of_decision[decision]:
            behind[promise].add(story)
    return behind
