"""The rows a decision is made of. Each says who, and when; none is ever changed."""

from __future__ import annotations

import uuid

from django.db import models

from alongside.documents.models import Text

from .decisions import Decision
from .seats import Partner, Seat


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
        return f"wording {self.number}"


class Yes(models.Model):
    """A partner's yes, given by the seat that speaks for it."""

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

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.seat.person} objects"


class ObjectionWithdrawn(models.Model):
    """Its owner took the objection back."""

    objection = models.OneToOneField(Objection, models.CASCADE, primary_key=True, related_name="withdrawn")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.objection_id} taken back"


class Paper(models.Model):
    """Something to read before deciding, and since when people have it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="papers")
    title = models.CharField(max_length=160)
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()

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
