"""Readings: nothing is shown to others before a moderator read it who neither wrote it nor works there."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from alongside.documents.models import Text
from alongside.journal import models as journal
from alongside.people.days import midnight
from alongside.people.errors import Refused
from alongside.people.models import Area, Organisation, Person, Role
from alongside.people.viewer import Viewer

from .errors import AlreadyPassed, NotYours

if TYPE_CHECKING:
    from django.db.models.query import QuerySet


class ReadingDoor(models.QuerySet["Reading"]):
    """Which readings a viewer may open."""

    def visible_to(self, viewer: Viewer) -> ReadingDoor:
        """For the moderators of that area, but not what they wrote or what is about where they work.

        What is about the forum, or about nobody knows whom, is not for moderators from a service: it may be
        about theirs.
        """
        if viewer.person is None:
            return self.none()
        mine = self.filter(area__in=viewer.areas_as(Role.Name.MODERATOR))
        if viewer.is_service_side:
            mine = mine.exclude(about__kind=Organisation.Kind.FORUM)
        return mine.exclude(about__in=viewer.works_for).exclude(author__person=viewer.person)

    def shown_to(self, viewer: Viewer, today: date) -> ReadingDoor:
        """As lists show them: to a moderator from a service from the next day on.

        They may know who was on the phone with them at ten to four; a list that grows would tell the rest.
        """
        return self.filter(since__lt=today) if viewer.is_service_side else self

    def waiting(self) -> ReadingDoor:
        """Nobody has read these yet; the oldest day first, in no order within a day."""
        return self.filter(passed=None, held=None, dropped=None).order_by("since", "id")

    def kept_back(self) -> ReadingDoor:
        """Held, and not passed since."""
        return self.filter(passed=None, held__isnull=False, dropped=None).order_by("since", "id")


class Reading(models.Model):
    """A thing that a moderator reads before others do. The thing points here, one to one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    about = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField()

    objects = ReadingDoor.as_manager()

    class Meta:
        indexes = [models.Index(fields=["area", "since", "id"], name="readings_oldest_day_first")]

    def __str__(self) -> str:
        return f"reading {self.pk}"

    @classmethod
    def open(
        cls, *, area: Area, about: Organisation | None, on: date, author: Person | None = None
    ) -> Reading:
        """Something waits to be read. ``author`` is noted only of a moderator here."""
        with transaction.atomic():
            reading = cls.objects.create(area=area, about=about, since=on)
            if author is not None and Viewer(author).is_given(Role.Name.MODERATOR, area=area):
                ReadingAuthor.objects.create(reading=reading, person=author)
        return reading

    @property
    def is_passed(self) -> bool:
        """Whether a moderator let it go on."""
        return hasattr(self, "passed")

    @property
    def is_held(self) -> bool:
        """Whether a moderator keeps it back."""
        return hasattr(self, "held") and not self.is_passed

    def hold_the_row(self) -> Reading | None:
        """This row as it stands, held until the transaction ends; none if it is gone."""
        return Reading.objects.select_for_update().filter(pk=self.pk).first()

    # what a moderator does ------------------------------------------------------------------------
    def _locked_for(self, by: Person) -> Reading:
        """This row, held until the transaction ends, if this person may read it."""
        found = self.hold_the_row()
        if found is None or not Reading.objects.visible_to(Viewer(by)).filter(pk=self.pk).exists():
            raise NotYours
        if Dropped.objects.filter(reading=found).exists():
            raise Refused("The person who told this has taken it back, so there is nothing left to read.")
        return found

    def pass_on(self, by: Person, seriousness: int, at: datetime) -> Passed:
        """Let it go on. The first moderator to pass it has passed it."""
        with transaction.atomic():
            reading = self._locked_for(by)
            passed, new = Passed.objects.get_or_create(
                reading=reading, defaults={"by": by, "seriousness": seriousness, "at": at}
            )
            if new:
                self._note("reading.passed", by, at, seriousness=seriousness)
        return passed

    def hold(self, by: Person, seriousness: int, why: str, at: datetime) -> Held:
        """Keep it back for now, and say why. It can be passed later."""
        with transaction.atomic():
            reading = self._locked_for(by)
            if Passed.objects.filter(reading=reading).exists():
                raise AlreadyPassed
            held, new = Held.objects.get_or_create(
                reading=reading, defaults={"by": by, "seriousness": seriousness, "why": why, "at": at}
            )
            if new:
                self._note("reading.held", by, at, seriousness=seriousness)
        return held

    def take_out(
        self, text: Text, new_body: str, took_out: str, why: str, by: Person, at: datetime
    ) -> Change:
        """Take something out of a text; the original stays as its first version. Safe to repeat."""
        with transaction.atomic():
            reading = self._locked_for(by)
            now = Text.objects.select_for_update().get(pk=text.pk)
            last = Change.objects.filter(reading=reading, text=now).order_by("-at").first()
            if last and now.body == new_body:
                return last
            now.rewrite(new_body, why=why, at=midnight(at))
            change = Change.objects.create(
                reading=reading, text=now, by=by, took_out=took_out, why=why, at=at
            )
            self._note("reading.changed", by, at)
        text.body = new_body
        return change

    def drop(self, on: date) -> None:
        """Its author took the thing back: nobody has to read it, and what was taken out goes too."""
        Dropped.objects.get_or_create(reading=self, defaults={"on": on})
        for gone in (Passed, Held, Change):
            gone.objects.filter(reading=self).delete()

    def _note(self, what: str, by: Person, at: datetime, **detail: int) -> None:
        """In the journal by day: what was read a minute after it was told must not say when that was."""
        journal.record(what, area_id=self.area_id, about=self, at=midnight(at), by=by, **detail)


class ReadingAuthor(models.Model):
    """Which moderator of the area wrote the thing, so that they do not read their own.

    Of everybody else nothing is kept here: who wrote something without being a moderator cannot read it
    anyway. Two things follow. A moderator who does not want to be reached leaves this one row all the same;
    the form tells them. And whoever becomes a moderator *afterwards*, while their own words still wait, can
    open them: they see nothing that they did not write, but somebody else should pass them, and nothing here
    can hold them to that. Only the door of readings asks this table.
    """

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


class Dropped(models.Model):
    """Nobody has to read it any more: its author took it back."""

    reading = models.OneToOneField(Reading, models.CASCADE, primary_key=True, related_name="dropped")
    on = models.DateField()

    def __str__(self) -> str:
        return f"taken back {self.on}"


def moderators_of(area: Area, about: Organisation | None = None) -> QuerySet[Role, Role]:
    """The roles of those who may read what is about this organisation, in this area."""
    found = Role.objects.holders(Role.Name.MODERATOR, area=area)
    if about is not None:
        at_work = Role.objects.live().filter(organisation__isnull=False)
        theirs = at_work.filter(organisation=about)
        if not about.is_service:
            theirs = at_work.exclude(organisation__kind=Organisation.Kind.FORUM) | theirs
        found = found.exclude(person__in=theirs.values("person"))
    return found.order_by("person__screen_name")
