"""A group as everyone may know it: what for, who makes it happen, what it decided, what came of it."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.shortcuts import get_object_or_404

from alongside.groups.models import Decision, Group
from alongside.people.viewer import NOBODY
from alongside.promises.models import Promise, Reason

from .balance import Balance, balance
from .promised import Standing, standing
from .working import together

LATELY = 10


def group_at(pk: UUID) -> Group:
    """The group with this id: that it is there, and what for, is no secret. 404 when there is none."""
    return get_object_or_404(Group.objects.select_related("area").prefetch_related("partners"), pk=pk)


class GroupInTheOpen:
    """The same for everybody: partners by name and by number, never who sits there."""

    def __init__(self, group: Group, at: datetime) -> None:
        self.group, self.at = group, at

    @property
    def partners(self) -> str:
        """ "Families and services"."""
        return together(str(partner) for partner in self.group.partners.all())

    @cached_property
    def balance(self) -> Balance:
        """Who is making this happen."""
        return balance(self.group)

    @cached_property
    def decided(self) -> list[Decision]:
        """The latest decisions."""
        door = Decision.objects.visible_to(NOBODY).filter(group=self.group, taken__isnull=False)
        return list(door.select_related("taken").order_by("-taken__at")[:LATELY])

    @cached_property
    def promises(self) -> list[Standing]:
        """What was promised on its decisions and taken on, the latest news first."""
        reasons = Reason.objects.filter(decision__group=self.group).values("promise")
        door = Promise.objects.visible_to(NOBODY).filter(pk__in=reasons)
        return standing(door.order_by("-month", "-id")[:LATELY], self.at)
