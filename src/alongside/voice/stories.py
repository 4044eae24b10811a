"""A story: what happened, what was good, what would have made it even better. Never its teller."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.text import Truncator

from alongside.documents.models import Text
from alongside.groups.models import Seat
from alongside.messages.models import WayBack
from alongside.people.models import Area, Organisation, Person, Role
from alongside.people.viewer import Viewer
from alongside.safety.models import Reading
from alongside.safety.seriousness import alarming

if TYPE_CHECKING:
    from .consents import Consent, Publication, Use, Withdrawal
    from .filing import Filed
    from .replies import Asked

QUESTIONS = {
    "happened": "What happened?",
    "good": "What was good?",
    "better": "What would have made it even better?",
}
FORUM = (Role.Name.COORDINATOR, Role.Name.MODERATOR)
LEADS = (Role.Name.LEAD, Role.Name.DEPUTY)


class Part(NamedTuple):
    """One answer of a story: its step, what was asked, and the words."""

    step: str
    question: str
    text: Text


class StoryDoor(models.QuerySet["Story"]):
    """Which stories a viewer may open. Every way in is a row that exists."""

    def visible_to(self, viewer: Viewer, on: date | None = None) -> StoryDoor:
        """What is public; what one told oneself; and what one's task, work or seat and its teller allow."""
        on = on or timezone.localdate()
        may = Q(publication__isnull=False) | told_by(viewer)
        if viewer.person is not None:
            may |= _of_the_forum(viewer) | _of_the_service(viewer, on) | _of_a_group(viewer, on)
        return self.filter(may)

    def told_by(self, viewer: Viewer) -> StoryDoor:
        """The stories that this person, or the holder of this secret link, told."""
        return self.filter(told_by(viewer))

    def answerable_by(self, viewer: Viewer, on: date) -> StoryDoor:
        """Of these, the ones that this viewer's organisation may answer from its room."""
        return self.filter(_of_the_service(viewer, on))

    def recordable_by(self, viewer: Viewer) -> StoryDoor:
        """Of these, the ones whose answer this viewer may write down from a letter or call."""
        mine = self.filter(area__in=viewer.areas_as(Role.Name.COORDINATOR), reading__passed__isnull=False)
        return mine.exclude(organisation__in=viewer.works_for)

    def newest(self) -> StoryDoor:
        """By month, and in no order within it."""
        return self.order_by("-month", "-id")

    def with_words(self) -> StoryDoor:
        """Everything that a row of a list shows, in a number of queries that does not grow."""
        from .consents import Consent

        given = Prefetch("consents", Consent.objects.select_related("ended"))
        words = ("happened", "good", "better", "picture__shows")
        around = ("area", "organisation", "publication", "reading__passed", "picture__taken_out")
        return self.select_related(*words, *around).prefetch_related(given, "touches")


def told_by(viewer: Viewer, to: str = "") -> Q:
    """The condition for stories that this viewer told, seen from a model that reaches the story by ``to``."""
    mine = Q(**{f"{to}teller__way_back__in": viewer.ways_back})
    if viewer.person is not None:
        mine |= Q(**{f"{to}teller__way_back__person": viewer.person})
    return mine


def _of_the_forum(viewer: Viewer) -> Q:
    """Co-ordinators and moderators of the area, once it is read; leads, if it is serious.

    Nobody sees in this way what is about the place they work for.
    """
    read = Q(area__in=viewer.areas_as(*FORUM), reading__passed__isnull=False)
    bad = Q(reading__passed__seriousness__in=alarming()) | Q(reading__held__seriousness__in=alarming())
    serious = Q(area__in=viewer.areas_as(*LEADS)) & bad
    return (read | serious) & ~Q(organisation__in=viewer.works_for)


def _of_the_service(viewer: Viewer, on: date) -> Q:
    """Whoever works at the organisation, once it is read, if the teller lets the service read it."""
    from .consents import Consent

    allowed = Consent.objects.live(Consent.Use.SERVICE, on).values("story")
    return Q(organisation__in=viewer.works_for, reading__passed__isnull=False, pk__in=allowed)


def _of_a_group(viewer: Viewer, on: date) -> Q:
    """Whoever sits in a group of the area, once it is read, if the teller lets groups use it.

    Who works for the organisation needs the teller's word for the service too, seat or no seat.
    """
    from .consents import Consent

    live = Seat.objects.filter(person=viewer.person, until=None).exclude(part=Seat.Part.OBSERVER)
    seats = list(live.values_list("group__area", "works_for"))
    works_for = {place for _, place in seats if place} | viewer.works_for
    allowed = Consent.objects.live(Consent.Use.DECIDE, on).values("story")
    there = Q(area__in={area for area, _ in seats}, reading__passed__isnull=False, pk__in=allowed)
    return there & ~Q(organisation__in=works_for)


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

    objects = StoryDoor.as_manager()

    class Meta:
        indexes = [models.Index(fields=["area", "-month", "-id"], name="stories_by_month")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(happened__isnull=False)
                | models.Q(good__isnull=False)
                | models.Q(better__isnull=False),
                name="a_story_says_something",
            ),
        ]

    def __str__(self) -> str:
        return "a story"

    @classmethod
    def locked(cls, pk: uuid.UUID) -> Story:
        """The story's row, held until the transaction ends."""
        return cls.objects.select_for_update().get(pk=pk)

    # what it says ----------------------------------------------------------------------------------
    @property
    def parts(self) -> list[Part]:
        """Its answers, in the order in which they were asked; those left empty are not there."""
        found = [(step, asked, getattr(self, step)) for step, asked in QUESTIONS.items()]
        return [Part(step, asked, text) for step, asked, text in found if text is not None and text.body]

    @property
    def line(self) -> str:
        """Its beginning, for a list."""
        return Truncator(self.parts[0].text.body).words(30) if self.parts else "Taken back by its teller."

    @property
    def is_passed(self) -> bool:
        """Whether a moderator let it go on."""
        return self.reading.is_passed

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return hasattr(self, "publication")

    @property
    def is_taken_back(self) -> bool:
        """Whether its teller took the whole of it back: the words are gone."""
        return not self.parts

    # what its teller allows ------------------------------------------------------------------------
    def consent(self, use: Consent.Use | str, on: date) -> Consent | None:
        """The teller's word for this use, if it is good on this day."""
        return next((one for one in self.consents.all() if one.use == use and one.stands(on)), None)

    def allows(self, use: Consent.Use | str, on: date) -> bool:
        """Whether the teller allows this use on this day, as the database has it now."""
        from .consents import Consent

        return Consent.objects.live(use, on).filter(story=self).exists()

    def by_line(self, use: Consent.Use | str, on: date) -> str:
        """Who says it, as far as the teller allows it for this use."""
        consent = self.consent(use, on)
        return consent.by_line if consent else "Somebody who uses services"

    # verbs: the rules are in the modules named for them --------------------------------------------
    def used(self, where: str, by: Person | None, at: datetime, use: Consent.Use | str) -> Use:
        """Write down a use of this story, under the consent that allows it."""
        from .consents import use_story

        return use_story(self, where, by, at, use)

    def file_under(self, organisation: Organisation, by: Person, at: datetime) -> Filed:
        """Say whom it is about, where its teller was not sure."""
        from .filing import file_under

        return file_under(self, organisation, by, at)

    def ask(self, by: Person, at: datetime) -> Asked:
        """Ask the organisation for its answer."""
        from .answering import ask

        return ask(self, by, at)

    def publish(self, by: Person, at: datetime) -> Publication:
        """Show it here to everyone."""
        from .publishing import publish

        return publish(self, by, at)

    def take_back(self, use: Consent.Use | str, at: datetime) -> Withdrawal | None:
        """The teller takes back one consent."""
        from .publishing import take_back

        return take_back(self, use, at)

    def withdraw(self, at: datetime) -> Withdrawal:
        """The teller takes the whole story back."""
        from .publishing import withdraw

        return withdraw(self, at)


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
