"""From a decision down to what it rests on. More kinds come as further nullable columns."""

from __future__ import annotations

import uuid

from django.db import models

from alongside.groups.models import Decision, Seat

from .stories import Story


class Basis(models.Model):
    """A decision rests on this story."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, models.CASCADE, null=True, blank=True, related_name="basis_of")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "story"], name="a_story_is_a_basis_once"),
            models.CheckConstraint(
                condition=models.Q(story__isnull=False), name="a_basis_is_exactly_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} rests on {self.story_id}"
