"""Each time a promise is delivered is a round: delivered, checked, told, and how it ended."""

from __future__ import annotations

import uuid

from django.db import models

from alongside.documents.models import Text
from alongside.people.models import Person

from .promise import Promise


class Delivered(models.Model):
    """An owner says it is done: what is different now, and how one can see it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    promise = models.ForeignKey(Promise, models.CASCADE, related_name="deliveries")
    number = models.PositiveSmallIntegerField()
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    evidence = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["promise", "number"], name="rounds_are_numbered_once"),
        ]

    def __str__(self) -> str:
        return f"round {self.number}"


class Checked(models.Model):
    """Somebody who is neither owner and does not work there looked, and says what they saw."""

    delivered = models.OneToOneField(Delivered, models.CASCADE, primary_key=True, related_name="checked")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    saw = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"checked by {self.by}"


class Reopened(models.Model):
    """It did not help enough: the round ends and the promise is open again."""

    delivered = models.OneToOneField(Delivered, models.CASCADE, primary_key=True, related_name="reopened")
    by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    why = models.TextField()
    due_on = models.DateField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"reopened: {self.why}"


class Answered(models.Model):
    """The owners answered a *no* without opening the promise again, and said why not."""

    verdict = models.OneToOneField(
        "promises.Verdict", models.CASCADE, primary_key=True, related_name="answered"
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why_not = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"why not: {self.why_not}"


class NotConfirmed(models.Model):
    """Nobody who asked for it said anything for eight weeks. Counted apart; a verdict reopens the matter."""

    delivered = models.OneToOneField(
        Delivered, models.CASCADE, primary_key=True, related_name="not_confirmed"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "not confirmed"
