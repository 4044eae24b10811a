"""My page: what waits for me, what I said and what came of it, what I do here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from alongside.charter.waiting import waiting_words
from alongside.groups.models import Group
from alongside.groups.waiting import waiting_decisions
from alongside.people.models import Role
from alongside.people.viewer import Viewer
from alongside.promises.models import Promise, Reason
from alongside.promises.waiting import waiting_promises
from alongside.voice.models import Reply, Story

from .tasks import ToDo, tasks

MOST = 20


@dataclass(frozen=True)
class Said:
    """One thing I said, in short: its own page has the rest."""

    story: Story
    replies: list[Reply]
    promises: list[Promise]

    @property
    def where(self) -> str:
        """How far it has come."""
        if self.story.is_taken_back:
            return "Taken back"
        if self.promises:
            return "It led to a promise"
        if self.replies:
            return "Answered"
        if self.story.reading.is_passed:
            return "Read, and gone on"
        return "Kept back for now" if self.story.reading.is_held else "Not read yet"


class Mine:
    """Everything on the page of one person."""

    def __init__(self, viewer: Viewer, at: datetime) -> None:
        self.viewer, self.at = viewer, at

    @cached_property
    def waiting(self) -> list[ToDo]:
        """What waits for me: my tasks first, then decisions, then promises."""
        person = self.viewer.person
        if person is None:
            return []
        decisions = [ToDo(one.title, one.sentence, one.href) for one in waiting_decisions(person, self.at)]
        promises = [ToDo(one.sentence, "", one.href) for one in waiting_promises(person, self.at)]
        words = [ToDo(one.sentence, "", one.href) for one in waiting_words(self.viewer, self.at)]
        return [*tasks(self.viewer), *decisions, *promises, *words]

    @cached_property
    def said(self) -> list[Said]:
        """What I said while signed in, if I wanted to hear of it; the newest month first. Three queries."""
        rows = Story.objects.told_by(self.viewer).newest()
        words = ("organisation", "happened", "good", "better", "reading__passed", "reading__held")
        stories = list(rows.select_related(*words)[:MOST])
        replies: dict[UUID, list[Reply]] = defaultdict(list)
        for reply in Reply.objects.filter(story__in=stories).shown().with_words():
            replies[reply.story_id].append(reply)
        promises: dict[UUID, list[Promise]] = defaultdict(list)
        public = Reason.objects.filter(story__in=stories, promise__accepted__isnull=False)
        for reason in public.select_related("promise").order_by("promise__made_at"):
            if reason.story_id:
                promises[reason.story_id].append(reason.promise)
        return [Said(story, replies[story.pk], promises[story.pk]) for story in stories]

    @cached_property
    def groups(self) -> list[Group]:
        """Where I sit."""
        return list(Group.objects.visible_to(self.viewer))

    @property
    def roles(self) -> tuple[Role, ...]:
        """What I do here."""
        return self.viewer.roles
