"""A decision: what it is about, the wordings it went through, and whether all agreed to one of them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from alongside.people.models import Area, Organisation

from .seats import Group, Partner, Seat
from .yes import agreed

if TYPE_CHECKING:
    from alongside.people.viewer import Viewer

    from .wordings import Agreement, Objection, Taken, Wording


@dataclass(frozen=True)
class Condition:
    """One of the three things that must be true: whether it is, and how far it is, in words."""

    name: str
    met: bool
    how_far: str
    begun: bool = False


class DecisionDoor(models.QuerySet["Decision"]):
    """Which decisions a viewer may open."""

    def visible_to(self, viewer: Viewer) -> DecisionDoor:
        """Taken ones are public; the others are for those with a live seat in the group."""
        taken = Q(taken__isnull=False)
        if viewer.person is None:
            return self.filter(taken)
        mine = Seat.objects.filter(person=viewer.person, until=None).values("group")
        return self.filter(taken | Q(group__in=mine))


class Decision(models.Model):
    """Something a group decides. It stands only when every needed partner agreed to the same wording."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="decisions")
    reference = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    cornerstone = models.CharField(max_length=20)
    opened_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    objects = DecisionDoor.as_manager()

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(fields=["area", "reference"], name="a_reference_is_given_once"),
        ]

    def __str__(self) -> str:
        return self.title

    # what stands ---------------------------------------------------------------------------------
    @cached_property
    def wording(self) -> Wording:
        """The current wording: the latest one."""
        return self.wordings.select_related("text", "by__person", "by__partner").latest("number")

    @property
    def is_taken(self) -> bool:
        """Whether it has been decided."""
        return self.outcome is not None

    @cached_property
    def outcome(self) -> Taken | None:
        """The row that says it was decided, if it was."""
        from .wordings import Taken

        return Taken.objects.filter(decision=self).select_related("wording__text").first()

    @cached_property
    def needed(self) -> list[Partner]:
        """The partners whose yes it needs, lived experience first."""
        return [partner for partner in self.group.partners.all() if partner.needed]

    @cached_property
    def agreements(self) -> list[Agreement]:
        """The agreements given to the current wording."""
        return list(self.wording.agreements.select_related("partner", "seat__person").order_by("at"))

    @cached_property
    def objections(self) -> list[Objection]:
        """The objections that stand: to the current wording, not taken back."""
        return list(self.wording.objections.filter(withdrawn=None).select_related("seat__person"))

    # how far it is --------------------------------------------------------------------------------
    def digested_at(self) -> datetime:
        """When people will have had time to take in this wording and the latest papers."""
        papers = self.papers.aggregate(latest=models.Max("shared_at"))["latest"]
        return max(self.wording.at, papers or self.wording.at) + timedelta(days=self.group.digest_days)

    def is_urgent(self) -> bool:
        """Whether every needed speaker said that this wording cannot wait."""
        return agreed(
            [p.pk for p in self.needed], self.wording.urgencies.values_list("partner_id", flat=True)
        )

    def conditions(self, at: datetime) -> tuple[Condition, Condition, Condition]:
        """The one place that says how far it is: three rows, the same on page, in message and in verb."""
        return (self._every_partner(), self._no_objection(), self._time_to_take_it_in(at))

    def _every_partner(self) -> Condition:
        given = {agreement.partner_id for agreement in self.agreements}
        names = [partner.name.lower() for partner in self.needed if partner.pk in given]
        how_far = f"{len(names)} of {len(self.needed)}"
        return Condition(
            "Every partner has agreed to the same wording",
            agreed([partner.pk for partner in self.needed], given),
            f"{how_far}: {' and '.join(names)}" if names else f"{how_far} so far",
            bool(names),
        )

    def _no_objection(self) -> Condition:
        standing = self.objections
        names = ", ".join(f"{objection.seat.person}’s" for objection in standing)
        how_far = "None stands" if not standing else f"{len(standing)} stands: {names}"
        return Condition("No objection stands", not standing, how_far)

    def _time_to_take_it_in(self, at: datetime) -> Condition:
        name, days = "People have had time to take it in", self.group.digest_days
        if self.is_urgent():
            return Condition(name, True, "Every partner’s speaker said that this one cannot wait")
        begun = self.digested_at() - timedelta(days=days)
        passed = max(0, min((at - begun).days, days))
        return Condition(name, at >= self.digested_at(), f"{passed} of {days} days", passed > 0)


class DecisionAbout(models.Model):
    """Which organisation a decision is about."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="abouts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "organisation"], name="a_decision_names_an_organisation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} about {self.organisation_id}"
