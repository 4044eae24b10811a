"""What a teller allows, each use of it, and taking it back."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

from django.db import models

from alongside.people.days import day_of
from alongside.people.models import Area, Organisation, Person, Perspective

from .errors import NotAllowed
from .stories import Story

LASTS = timedelta(days=2 * 365)
WHO = {
    Perspective.PARENT_CARER: "A parent carer",
    Perspective.YOUNG_PERSON: "A young person",
    Perspective.LIVED_ADULT: "An adult who uses services",
    Perspective.FAMILY: "A family member",
    Perspective.PRACTITIONER: "Somebody who works with families",
}
"""How somebody is spoken of who does not want a name: by where they stand."""


class ConsentQuery(models.QuerySet["Consent"]):
    """Which consents are good."""

    def live(self, use: str, on: date) -> ConsentQuery:
        """Given, not run out on this day, and not taken back."""
        return self.filter(use=use, since__lte=on, until__gt=on, ended=None)


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

    objects = ConsentQuery.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "use"], name="one_consent_per_story_and_use"),
        ]

    def __str__(self) -> str:
        return self.get_use_display()

    def stands(self, on: date) -> bool:
        """Whether it is good on this day."""
        return self.since <= on < self.until and not hasattr(self, "ended")

    @property
    def by_line(self) -> str:
        """How the teller wants to be spoken of."""
        if self.named == self.Named.FIRST and self.name:
            return self.name
        if self.named == self.Named.AS and self.story.perspective in WHO:
            return WHO[Perspective(self.story.perspective)]
        return "Somebody who uses services"


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

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.where


def use_story(story: Story, where: str, by: Person | None, at: datetime, use: str) -> Use:
    """Write down a use; the same one by the same person counts once. Raises ``NotAllowed``."""
    consent = Consent.objects.live(use, day_of(at)).filter(story=story).first()
    if consent is None:
        raise NotAllowed
    row, _ = Use.objects.get_or_create(story=story, consent=consent, where=where, by=by, defaults={"at": at})
    return row


class Publication(models.Model):
    """The story is public while this row exists."""

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="publication")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    month = models.DateField()

    def __str__(self) -> str:
        return f"published {self.month:%B %Y}"


class Withdrawal(models.Model):
    """Something was taken back: one consent, or the whole story. What others have read we cannot unsay."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, models.CASCADE, related_name="withdrawals")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    use = models.CharField(max_length=12, choices=Consent.Use.choices, blank=True)  # empty: the whole story
    cannot_recall = models.JSONField(default=list)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "use"], name="a_thing_is_taken_back_once"),
        ]

    def __str__(self) -> str:
        return f"taken back {self.on}"
