"""*I am worried someone is not safe*: the words reach the area's safeguarding lead, and nobody else."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models, transaction

from alongside.documents.models import Text
from alongside.journal import models as journal
from alongside.look.paging import Page, page
from alongside.messages.models import Channel, WayBack
from alongside.messages.say import cancel, say, unsaid
from alongside.people.days import midnight
from alongside.people.models import Area, Person, Role
from alongside.people.once import once
from alongside.people.viewer import Viewer
from alongside.welcome.limits import Limit

from .errors import NobodyReads, NotYours, RingInstead

LEADS = (Role.Name.LEAD, Role.Name.DEPUTY)
PATIENCE = timedelta(hours=24)
FROM_A_PLACE = Limit("worry from a place", 40)
"""Everybody in one hall. Help stands on the page all the same."""
ALERT = "Someone wrote to you on Alongside. Please sign in."


@dataclass(frozen=True)
class Reach:
    """How somebody wants to be reached: enough to open a way back."""

    channel: Channel
    address: str = ""
    call_me: str = ""
    hint: str = ""
    person: Person | None = None


class ConcernDoor(models.QuerySet["Concern"]):
    """Which concerns a viewer may open."""

    def visible_to(self, viewer: Viewer) -> ConcernDoor:
        """For the safeguarding lead and the deputy of that area."""
        return self.filter(area__in=viewer.areas_as(*LEADS))

    def newest(self, after: str = "") -> Page[Concern]:
        """One page, the newest first. The address of the next says an id, never the hour of a worry."""
        rows = self.select_related("area", "words", "way_back", "acknowledged__by")
        return page(rows, ("-at", "-id"), after, behind=self)


class Concern(models.Model):
    """*I am worried someone is not safe*: the words, kept for the area's safeguarding lead alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    words = models.OneToOneField(Text, models.PROTECT, related_name="+")
    way_back = models.ForeignKey(WayBack, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    objects = ConcernDoor.as_manager()

    class Meta:
        indexes = [models.Index(fields=["area", "-at"], name="concerns_newest_first")]

    def __str__(self) -> str:
        return "a concern"

    @classmethod
    def keep(cls, words: str, *, key: uuid.UUID, area: Area, reach: Reach | None, at: datetime) -> Concern:
        """Keep the words and alert the lead, who is told nothing but that they are there.

        The same key finds the concern that is there. Raises ``NobodyReads`` where an area has neither lead
        nor deputy: a box that nobody empties would make people wait instead of ringing.
        """
        with transaction.atomic():
            Area.objects.select_for_update().get(pk=area.pk)
            if there := once(cls.objects.all(), key, "form_key"):
                return there
            to = leads_of(area)
            if not to:
                raise NobodyReads
            way_back = None
            if reach is not None:
                way_back, _ = WayBack.open_new(
                    area=area,
                    channel=reach.channel,
                    address=reach.address,
                    call_me=reach.call_me,
                    hint=reach.hint,
                )
            text = Text.write(words, area=area, at=at)
            concern = cls.objects.create(form_key=key, area=area, words=text, way_back=way_back, at=at)
            _alert(concern, to, at)
            journal.record("concern.kept", area_id=area.pk, about=concern, at=midnight(at))
        return concern

    @property
    def is_acknowledged(self) -> bool:
        """Whether the lead or the deputy has it in hand."""
        return hasattr(self, "acknowledged")

    def acknowledge(self, by: Person, at: datetime) -> Acknowledged:
        """The lead or the deputy takes it in hand; the writer hears that somebody has read it."""
        with transaction.atomic():
            Concern.objects.select_for_update().get(pk=self.pk)
            if not Viewer(by).holds(*LEADS, area=self.area_id):
                raise NotYours("Only the safeguarding lead or the deputy can take this in hand.")
            row, new = Acknowledged.objects.get_or_create(concern=self, defaults={"by": by, "at": at})
            if new:
                self._tell_the_writer(at)
                journal.record("concern.acknowledged", area_id=self.area_id, about=self, at=at, by=by)
        return row

    def _tell_the_writer(self, at: datetime) -> None:
        for person in _holders(self.area, Role.Name.DEPUTY):
            cancel(_alert_key(self, person), at=at, why="It is in hand")
        if self.way_back:
            say(
                key=f"concern-read:{self.pk}",
                kind="concern-read",
                subject="Somebody has read what you wrote",
                body="You wrote to us. Somebody has read it and is looking into it. In danger, ring 999.",
                at=at,
                area=self.area,
                way_back=self.way_back,
            )


class Acknowledged(models.Model):
    """The lead (or the deputy) has the concern in hand."""

    concern = models.OneToOneField(Concern, models.CASCADE, primary_key=True, related_name="acknowledged")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"acknowledged by {self.by}"


def may_write(place: str, at: datetime) -> None:
    """Count one worry from this place (an internet address). Raises ``RingInstead``."""
    if not FROM_A_PLACE.take(place, at):
        raise RingInstead


def leads_of(area: Area) -> list[Person]:
    """Who is alerted at once: the lead, or the deputy where there is no lead."""
    return _holders(area, Role.Name.LEAD) or _holders(area, Role.Name.DEPUTY)


def _holders(area: Area, name: Role.Name) -> list[Person]:
    return [role.person for role in Role.objects.holders(name, area=area).order_by("since")]


def _alert_key(concern: Concern, person: Person) -> str:
    return f"concern:{concern.pk}:{person.pk}"


def _alert(concern: Concern, to: Iterable[Person], at: datetime) -> None:
    """Say that something is there and nothing of what it is."""
    for person in to:
        say(
            key=_alert_key(concern, person),
            kind="concern",
            subject="Please sign in to Alongside",
            body=ALERT,
            at=at,
            area=concern.area,
            person=person,
            warns=True,
        )


def alert_deputies(at: datetime) -> int:
    """A concern that nobody took in hand within 24 hours goes to the deputy too. Returns how many alerts."""
    late = Concern.objects.filter(acknowledged=None, at__lte=at - PATIENCE).select_related("area")
    held = list(Role.objects.holders(Role.Name.DEPUTY))
    alerts = {
        _alert_key(concern, role.person): (concern, role.person)
        for concern in late
        for role in held
        if role.area_id == concern.area_id
    }
    new = unsaid(alerts)
    for key in new:
        concern, person = alerts[key]
        _alert(concern, [person], at)
    return len(new)
