"""Readings (nothing is shown before a moderator read it), concerns, and who looked."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from alongside.documents.models import Text
from alongside.messages.models import WayBack
from alongside.people.models import Area, Organisation, Person


class Reading(models.Model):
    """A thing that a moderator reads before others do. The thing points here, one to one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    about = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField()

    def __str__(self) -> str:
        return f"reading {self.pk}"


class ReadingAuthor(models.Model):
    """Who wrote the thing, so that nobody reads their own. Only the door of readings asks this table."""

    reading = models.OneToOneField(Reading, models.CASCADE, primary_key=True, related_name="author")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return "an author"


class Passed(models.Model):
    """A moderator read it and let it go on, with how serious it is (0 to 4)."""

    reading = models.OneToOneField(Reading, models.CASCADE, primary_key=True, related_name="passed")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    seriousness = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(seriousness__lte=4),
                name="seriousness_is_0_to_4",
                violation_error_message="Choose how serious it is, from 0 to 4.",
            ),
        ]

    def __str__(self) -> str:
        return f"passed: {self.seriousness}"


class Held(models.Model):
    """A moderator keeps it back for now, and says why. Ends when it is passed."""

    reading = models.OneToOneField(Reading, models.CASCADE, primary_key=True, related_name="held")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    seriousness = models.PositiveSmallIntegerField()
    why = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(seriousness__lte=4), name="held_seriousness_is_0_to_4"),
        ]

    def __str__(self) -> str:
        return f"held: {self.why}"


class Change(models.Model):
    """A moderator took something out: which text, why. The original stays as the text's first version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reading = models.ForeignKey(Reading, models.CASCADE, related_name="changes")
    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    took_out = models.TextField()
    why = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"changed: {self.why}"


class Concern(models.Model):
    """*I am worried someone is not safe*: the words, kept for the area's safeguarding lead alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    words = models.OneToOneField(Text, models.PROTECT, related_name="+")
    way_back = models.ForeignKey(WayBack, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "a concern"


class Acknowledged(models.Model):
    """The lead (or the deputy) has the concern in hand."""

    concern = models.OneToOneField(Concern, models.CASCADE, primary_key=True, related_name="acknowledged")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"acknowledged by {self.by}"


class Look(models.Model):
    """Somebody looked at what few may see: who, at what, why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    what = models.CharField(max_length=40)
    what_id = models.UUIDField()
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person} looked at {self.what}"
