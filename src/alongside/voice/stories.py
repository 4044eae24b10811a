"""A story: what happened, what was good, what would have made it even better. Never its teller."""

from __future__ import annotations

import uuid

from django.db import models

from alongside.documents.models import Text
from alongside.messages.models import WayBack
from alongside.people.models import Area, Organisation, Person
from alongside.safety.models import Reading


class Story(models.Model):
    """What somebody told. It knows the day it came, no hour; who told it is a row behind another door."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    reading = models.OneToOneField(Reading, models.PROTECT, related_name="+")
    happened = models.OneToOneField(Text, models.PROTECT, null=True, blank=True, related_name="+")
    good = models.OneToOneField(Text, models.PROTECT, null=True, blank=True, related_name="+")
    better = models.OneToOneField(Text, models.PROTECT, null=True, blank=True, related_name="+")
    perspective = models.CharField(max_length=20, blank=True)
    told_on = models.DateField()
    month = models.DateField()  # the first of the month: the only date that others see

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(happened__isnull=False)
                | models.Q(good__isnull=False)
                | models.Q(better__isnull=False),
                name="a_story_says_something",
                violation_error_message="Write in at least one of the three boxes.",
            ),
        ]

    def __str__(self) -> str:
        return "a story"


class Touches(models.Model):
    """Which cornerstones a story touches."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="touches")
    cornerstone = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "cornerstone"], name="a_story_touches_a_stone_once"),
        ]

    def __str__(self) -> str:
        return self.cornerstone


class Teller(models.Model):
    """The one row that links a story to the way back of the person who told it."""

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="teller")
    way_back = models.ForeignKey(WayBack, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return "a teller"


class Opened(models.Model):
    """The keeper or the lead looked up who told a story, gave a reason, and the teller was told."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, models.CASCADE, related_name="opened")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"opened by {self.by}"
