"""Asking an organisation for its answer, and the answer."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q

from alongside.documents.models import Text
from alongside.messages.models import WayBack
from alongside.people.days import day_of
from alongside.people.models import Organisation, Person
from alongside.people.viewer import Viewer
from alongside.safety.models import Reading

from .stories import FORUM, Story, told_by

PATIENCE = timedelta(days=30)
CODE_LASTS = timedelta(days=90)


class AskedQuery(models.QuerySet["Asked"]):
    """Which questions to organisations."""

    def silent(self, at: datetime) -> AskedQuery:
        """Asked 30 days ago or longer, and no word since. A story taken back waits for nobody."""
        answered = Reply.objects.filter(story=OuterRef("story"), organisation=OuterRef("organisation"))
        old = self.filter(on__lte=day_of(at - PATIENCE), story__reading__dropped=None)
        return old.filter(~Exists(answered)).order_by("on", "id")


class Asked(models.Model):
    """The forum asked an organisation to answer a story; its silence shows after 30 days."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, models.CASCADE, related_name="asked")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    way_back = models.ForeignKey(WayBack, models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    objects = AskedQuery.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "organisation"], name="an_organisation_is_asked_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} asked"

    @classmethod
    def behind(cls, token: str, at: datetime) -> Asked | None:
        """The question that this code answers, while the code is good and the teller allows it."""
        from .consents import Consent

        way_back = WayBack.behind(token)
        if way_back is None or way_back.organisation is None:
            return None
        asked = cls.objects.filter(way_back=way_back, on__gt=day_of(at - CODE_LASTS))
        found = asked.select_related(
            "organisation",
            "story__area",
            "story__reading__passed",
            "story__happened",
            "story__good",
            "story__better",
        ).first()
        ok = (
            found is not None
            and found.story.is_passed
            and found.story.allows(Consent.Use.SERVICE, day_of(at))
        )
        return found if ok else None

    def note_that_it_was_read(self, at: datetime) -> None:
        """The service read it: noted once, so that the teller can be told."""
        from .consents import Consent

        self.story.used(f"Read at {self.organisation}", None, at, Consent.Use.SERVICE)


class ReplyDoor(models.QuerySet["Reply"]):
    """Which replies a viewer may read."""

    def visible_to(self, viewer: Viewer, on: date | None = None) -> ReplyDoor:
        """Of the stories one may open: one's own organisation's; all of them at the forum; else those that
        need no reading or were read, to whom they were written or, if public, to everyone."""
        read = Q(reading=None) | Q(reading__passed__isnull=False)
        mine = Q(organisation__in=viewer.works_for) if viewer else Q(pk__in=[])
        forum = Q(story__area__in=viewer.areas_as(*FORUM)) if viewer else Q(pk__in=[])
        told = told_by(viewer, "story__")
        everyone = Q(public=True, story__publication__isnull=False)
        of_these = self.filter(story__in=Story.objects.visible_to(viewer, on).values("pk"))
        return of_these.filter(mine | forum | (read & (told | everyone)))

    def shown(self) -> ReplyDoor:
        """Those that need no reading, or were read."""
        return self.filter(Q(reading=None) | Q(reading__passed__isnull=False))

    def with_words(self) -> ReplyDoor:
        """What a page shows of them, in one query."""
        return self.select_related("organisation", "text", "reading__passed").order_by("at", "id")


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

    objects = ReplyDoor.as_manager()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.organisation} answered"

    @classmethod
    def by_code(cls, story: Story) -> list[Reply]:
        """What was answered with the code, for whoever holds it."""
        return list(cls.objects.filter(story=story, how=cls.How.CODE).with_words())

    @property
    def is_shown(self) -> bool:
        """Whether it has reached its reader: it claims no change, or a moderator read it."""
        return self.reading is None or self.reading.is_passed

    @property
    def by_line(self) -> str:
        """Who answered, and how it came to us."""
        who = f"{self.signed}, {self.organisation}" if self.signed else str(self.organisation)
        return f"{who}. Recorded by the forum" if self.how == self.How.RECORDED else who
