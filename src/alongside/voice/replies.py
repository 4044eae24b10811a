"""Asking an organisation for its answer, and the answer."""

from __future__ import annotations

import uuid

from django.db import models

from alongside.documents.models import Text
from alongside.messages.models import WayBack
from alongside.people.models import Organisation, Person
from alongside.safety.models import Reading

from .stories import Story


class Asked(models.Model):
    """The forum asked an organisation to answer a story; its silence shows after 30 days."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, models.CASCADE, related_name="asked")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    way_back = models.ForeignKey(WayBack, models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "organisation"], name="an_organisation_is_asked_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} asked"


class Reply(models.Model):
    """What an organisation answered: from its room, by a code, or recorded by the forum from a letter."""

    class How(models.TextChoices):
        ROOM = "room", "From its room"
        CODE = "code", "By a code sent to its address"
        RECORDED = "recorded", "Recorded by the forum from a letter or call"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True)
    story = models.ForeignKey(Story, models.CASCADE, related_name="replies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    signed = models.CharField(max_length=120, blank=True)
    public = models.BooleanField(default=False)
    claims_change = models.BooleanField(default=False)
    how = models.CharField(max_length=10, choices=How.choices)
    by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    reading = models.OneToOneField(Reading, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.organisation} answered"
