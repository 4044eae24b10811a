"""My page: what waits for me, what I said and what came of it, what I do here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from alongside.groups.models import Group
from alongside.groups.waiting import waiting_decisions
from alongside.people.models import Role
from alongside.people.viewer import Viewer
from alongside.promises.waiting import waiting_promises

from .told import MyStory, my_stories


@dataclass(frozen=True)
class ToDo:
    """One thing that waits for me."""

    title: str
    sentence: str
    href: str


class Mine:
    """Everything on the page of one person."""

    def __init__(self, viewer: Viewer, at: datetime) -> None:
        self.viewer, self.at = viewer, at

    @cached_property
    def waiting(self) -> list[ToDo]:
        """What waits for me: decisions first, then promises."""
        person = self.viewer.person
        if person is None:
            return []
        decisions = [ToDo(one.title, one.sentence, one.href) for one in waiting_decisions(person, self.at)]
        promises = [ToDo(one.sentence, "", one.href) for one in waiting_promises(person, self.at)]
        return decisions + promises

    @cached_property
    def stories(self) -> list[MyStory]:
        """What I said, if I said it while signed in and wanted to hear of it here."""
        return my_stories(self.viewer, self.at)

    @cached_property
    def groups(self) -> list[Group]:
        """Where I sit."""
        return list(Group.objects.visible_to(self.viewer))

    @property
    def roles(self) -> tuple[Role, ...]:
        """What I do here."""
        return self.viewer.roles
