"""Each time a promise is delivered is a round: delivered, checked, told, and how it ended."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef

from alongside.documents.models import Text
from alongside.people.models import Person

from .promise import Promise

if TYPE_CHECKING:
    from .telling import Verdict


class Rounds(models.QuerySet["Delivered"]):
    """Finding rounds. Pages come to them through their promise."""

    def current(self) -> Rounds:
        """The latest round of each promise, while it has not been opened again."""
        later = Delivered.objects.filter(promise=OuterRef("promise"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later), reopened=None)


class Delivered(models.Model):
    """An owner says it is done: what is different now, and how one can see it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    promise = models.ForeignKey(Promise, models.CASCADE, related_name="deliveries")
    number = models.PositiveSmallIntegerField()
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    evidence = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = Rounds.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["promise", "number"], name="rounds_are_numbered_once"),
        ]

    def __str__(self) -> str:
        return f"round {self.number}"

    @property
    def is_checked(self) -> bool:
        """Whether somebody else has looked. Everyone who asked was told in the same moment."""
        return hasattr(self, "checked")

    @property
    def is_reopened(self) -> bool:
        """Whether it ended with the promise open again."""
        return hasattr(self, "reopened")

    @property
    def standing(self) -> list[Verdict]:
        """What counts now: the latest verdict of each who asked for it, a person counting once."""
        return self.said_before(date.max)

    def said_before(self, day: date) -> list[Verdict]:
        """The same, of what was said before that day."""
        latest: dict[uuid.UUID, Verdict] = {}
        for told in self.tellings.all():
            for verdict in told.verdicts.all() if not told.from_within else ():
                before = latest.get(told.voice)
                if verdict.counted and verdict.on < day and (before is None or _is_later(verdict, before)):
                    latest[told.voice] = verdict
        return list(latest.values())


def _is_later(one: Verdict, other: Verdict) -> bool:
    return (one.on, one.number) >= (other.on, other.number)


class Checked(models.Model):
    """Somebody who is neither owner and does not work there looked, and says what they saw."""

    delivered = models.OneToOneField(Delivered, models.CASCADE, primary_key=True, related_name="checked")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    saw = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"checked by {self.by}"


class Reopened(models.Model):
    """It did not help enough: the round ends and the promise is open again. By nobody: by the rule."""

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
    """Nobody who asked for it said anything for eight weeks. Counted apart while there is no verdict.

    The row stays when a verdict comes after all: it says what was true then. ``state`` goes by the verdict.
    """

    delivered = models.OneToOneField(
        Delivered, models.CASCADE, primary_key=True, related_name="not_confirmed"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "not confirmed"
