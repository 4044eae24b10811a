"""The rows a decision is made of. Each says who, and when; none but a stand is ever changed."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

from alongside.documents.models import Text

from .changes import Changes, changes
from .decisions import Decision
from .handover import seats_behind
from .seats import Group, Partner, Seat
from .table import table

if TYPE_CHECKING:
    from alongside.people.viewer import Viewer


ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]


class Wording(models.Model):
    """One wording of a decision. A new one starts with no agreements."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    why = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "number"], name="wordings_are_numbered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.ordinal} wording"

    @property
    def ordinal(self) -> str:
        """``first``, ``second``; from the eleventh on ``number 11``."""
        return ORDINALS[self.number - 1] if self.number <= len(ORDINALS) else f"number {self.number}"

    def changes_since(self, before: Wording) -> Changes:
        """What was taken out and what was put in since an earlier wording."""
        return changes(before.text.body, self.text.body)


class Yes(models.Model):
    """A partner's yes, given by the seat that speaks for it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Agreement(Yes):
    """A partner agreed to this very wording."""

    wording = models.ForeignKey(Wording, models.CASCADE, related_name="agreements")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wording", "partner"],
                name="one_agreement_per_wording_and_partner",
                violation_error_message="This partner has agreed to this wording already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner} agreed"


class Urgency(Yes):
    """A partner's speaker said that this wording cannot wait for the days to take it in."""

    wording = models.ForeignKey(Wording, models.CASCADE, related_name="urgencies")
    why = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wording", "partner"], name="one_urgency_per_wording_and_partner"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: cannot wait"


class Stand(models.Model):
    """Where a member stands on a wording. It may be said anew until the decision is taken."""

    class How(models.TextChoices):
        AGREE = "agree", "Agrees"
        CONCERN = "concern", "Agrees, with a concern"
        ASIDE = "aside", "Stands aside"
        TIME = "time", "Needs more time"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wording = models.ForeignKey(Wording, models.CASCADE, related_name="stands")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=How.choices)
    words = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wording", "seat"], name="one_stand_per_wording_and_seat"),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.get_how_display()}"


class ObjectionDoor(models.QuerySet["Objection"]):
    """Which objections a viewer may open: those of the groups in which they have a seat."""

    def visible_to(self, viewer: Viewer) -> ObjectionDoor:
        """Objections in groups where this person has a live seat."""
        return self.filter(wording__decision__group__in=Group.objects.visible_to(viewer))

    def ended(self) -> ObjectionDoor:
        """Those that were taken back."""
        return self.filter(withdrawn__isnull=False).select_related("withdrawn")


class Objection(models.Model):
    """A member cannot live with this wording, says why, and what would make it acceptable.

    It ends when its owner takes it back, or when a new wording takes this one's place.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wording = models.ForeignKey(Wording, models.CASCADE, related_name="objections")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    reason = models.TextField()
    acceptable_if = models.TextField()
    at = models.DateTimeField()

    objects = ObjectionDoor.as_manager()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.seat.person} objects"

    @property
    def stands(self) -> bool:
        """Whether nobody took it back. A new wording ends it too: then it is not about the current one."""
        return not hasattr(self, "withdrawn")

    def is_of(self, seat: Seat) -> bool:
        """Whether this seat may take it back: the same person's, or one they handed theirs to."""
        return self.seat_id in seats_behind(seat)

    def withdraw(self, seat: Seat | None, at: datetime) -> ObjectionWithdrawn:
        """Take it back. Decides, if this objection was the last thing in the way."""
        with table(self.wording.decision, seat, at) as here:
            return here.withdraw(self)

    def take_back(self, seat: Seat, at: datetime) -> ObjectionWithdrawn:
        """The row alone; ``withdraw`` is the verb."""
        return ObjectionWithdrawn.objects.create(objection=self, seat=seat, at=at)


class ObjectionWithdrawn(models.Model):
    """Its owner took the objection back."""

    objection = models.OneToOneField(Objection, models.CASCADE, primary_key=True, related_name="withdrawn")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.objection_id} taken back"


class PaperDoor(models.QuerySet["Paper"]):
    """Which papers a viewer may open: those of the groups in which they have a seat."""

    def visible_to(self, viewer: Viewer) -> PaperDoor:
        """Papers of groups where this person has a live seat."""
        return self.filter(decision__group__in=Group.objects.visible_to(viewer))


class Paper(models.Model):
    """Something to read before deciding, and since when people have it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="papers")
    title = models.CharField(max_length=160)
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()

    objects = PaperDoor.as_manager()

    class Meta:
        ordering = ["shared_at"]

    def __str__(self) -> str:
        return self.title


class Taken(models.Model):
    """It is decided. Written once, by the verb that made the last condition true; nothing undoes it."""

    decision = models.OneToOneField(Decision, models.PROTECT, primary_key=True, related_name="taken")
    wording = models.OneToOneField(Wording, models.PROTECT, related_name="taken")
    at = models.DateTimeField()
    review_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.decision_id} taken"
