"""From a story forward: the decisions that rest on it, and the promises that came of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.groups.models import Decision
from alongside.people.viewer import Viewer
from alongside.promises.models import Promise, Reason
from alongside.voice.models import Basis, Story

from .promised import Standing, standing

Link = tuple[UUID, UUID | None, UUID | None]
"""A promise, and the story or the decision that is its reason."""


@dataclass(frozen=True)
class Onward:
    """A decision this story is a basis of (or none: a promise straight from the story), and its promises."""

    decision: Decision | None
    promises: list[Standing]


def forward(story: Story, viewer: Viewer, at: datetime) -> list[Onward]:
    """What became of one story, as far as this viewer may see it."""
    return forward_of([story], viewer, at)[story.pk]


def forward_of(stories: Iterable[Story], viewer: Viewer, at: datetime) -> dict[UUID, list[Onward]]:
    """The same for several stories, in as many queries as for one."""
    ids = [story.pk for story in stories]
    bases = list(Basis.objects.filter(story__in=ids).values_list("story_id", "decision_id"))
    decided = {decision for _, decision in bases}
    open_to_them = Decision.objects.visible_to(viewer).filter(pk__in=decided)
    decisions = {one.pk: one for one in open_to_them.select_related("group", "taken").order_by("opened_at")}
    reasons = Reason.objects.filter(story__in=ids) | Reason.objects.filter(decision__in=decisions)
    links = list(reasons.values_list("promise_id", "story_id", "decision_id"))
    door = Promise.objects.visible_to(viewer).filter(pk__in={link[0] for link in links})
    promises = standing(door, at)
    return {story: _ways(story, decisions, bases, promises, links) for story in ids}


def _ways(
    story: UUID,
    decisions: dict[UUID, Decision],
    bases: Collection[tuple[UUID, UUID]],
    promises: Iterable[Standing],
    links: Iterable[Link],
) -> list[Onward]:
    """By way of each decision; and what was promised straight because of the story."""
    ways = [
        Onward(decision, _promises(promises, links, decision=pk))
        for pk, decision in decisions.items()
        if (story, pk) in bases
    ]
    shown = {one.promise.pk for way in ways for one in way.promises}
    straight = [one for one in _promises(promises, links, story=story) if one.promise.pk not in shown]
    return [*ways, Onward(None, straight)] if straight else ways


def _promises(
    promises: Iterable[Standing],
    links: Iterable[Link],
    story: UUID | None = None,
    decision: UUID | None = None,
) -> list[Standing]:
    wanted = {
        promise
        for promise, of_story, of_decision in links
        if (story and of_story == story) or (decision and of_decision == decision)
    }
    return [one for one in promises if one.promise.pk in wanted]
