"""What a teller allows, each use of it, and taking it back."""

from __future__ import annotations

import uuid

from django.db import models

from alongside.people.models import Area, Organisation, Person

from .stories import Story


class Consent(models.Model):
    """One use of a story that its teller allows: how to be named, until when. No row, no use."""

    class Use(models.TextChoices):
        SERVICE = "service", "The service may read it and answer"
        DECIDE = "decide", "Groups may use it when they decide"
        TRAIN = "train", "Staff may learn from it"
        PUBLISH = "publish", "It may be shown here to everyone"
        ELSEWHERE = "elsewhere", "It may be shown elsewhere"
        REGION = "region", "It may be shared with region or nation"

    class Named(models.TextChoices):
        NOT = "not", "Do not name me"
        AS = "as", "A parent, or whatever I said I am"
        FIRST = "first", "My first name"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, models.CASCADE, related_name="consents")
    use = models.CharField(max_length=12, choices=Use.choices)
    named = models.CharField(max_length=8, choices=Named.choices, default=Named.NOT)
    name = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    until = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "use"], name="one_consent_per_story_and_use"),
        ]

    def __str__(self) -> str:
        return self.get_use_display()


class ConsentEnded(models.Model):
    """The teller took a consent back."""

    consent = models.OneToOneField(Consent, models.CASCADE, primary_key=True, related_name="ended")
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.consent_id} ended"


class Use(models.Model):
    """A story was used: where, when, by whom, under which consent."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, models.CASCADE, related_name="uses")
    consent = models.ForeignKey(Consent, models.CASCADE, related_name="+")
    where = models.CharField(max_length=200)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.where


class Publication(models.Model):
    """The story is public while this row exists."""

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="publication")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    month = models.DateField()

    def __str__(self) -> str:
        return f"published {self.month:%B %Y}"


class Withdrawal(models.Model):
    """The story was taken back from the public; what others have read by then we cannot unsay."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, models.CASCADE, related_name="withdrawals")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    cannot_recall = models.JSONField(default=list)
    on = models.DateField()

    def __str__(self) -> str:
        return f"taken back {self.on}"
