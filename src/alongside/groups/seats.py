"""Groups, their partners, and who sits in them for whom."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q

from alongside.journal.models import record
from alongside.people.models import Area, Organisation, Person, Perspective
from alongside.people.once import once

from .errors import NameTaken, NeedsLivedExperience, NotSeated, NotYourPart, OnlyWatching

if TYPE_CHECKING:
    from alongside.people.viewer import Viewer


class GroupDoor(models.QuerySet["Group"]):
    """Which groups a viewer may open."""

    def visible_to(self, viewer: Viewer) -> GroupDoor:
        """The groups in which this person has a live seat."""
        if viewer.person is None:
            return self.none()
        return self.filter(pk__in=Seat.objects.filter(person=viewer.person, until=None).values("group"))


class Group(models.Model):
    """People who decide together: two partners or more, or lived experience alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    purpose = models.TextField()
    digest_days = models.PositiveSmallIntegerField(default=10)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = GroupDoor.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="an_area_names_a_group_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def locked(cls, pk: uuid.UUID) -> Group:
        """The group's row, held until the transaction ends: every deciding or seating verb queues here."""
        return cls.objects.select_for_update().get(pk=pk)

    @classmethod
    def found(
        cls,
        area: Area,
        name: str,
        purpose: str,
        *,
        partners: Sequence[tuple[str, str, bool]],
        digest_days: int = 10,
        at: datetime,
        by: Person,
        key: uuid.UUID | None = None,
    ) -> Group:
        """A new group of ``partners``, each (name, kind, whether its yes is needed); lived ones come first.

        Lived experience alone is a whole group; services never are. The same ``key`` founds it once.
        """
        lived_first = sorted(partners, key=lambda partner: partner[1] != Partner.Kind.LIVED)
        if not lived_first or lived_first[0][1] != Partner.Kind.LIVED:
            raise NeedsLivedExperience
        with transaction.atomic():
            Area.objects.select_for_update().get(pk=area.pk)
            if there := once(cls.objects.filter(area=area), key):
                return there
            if cls.objects.filter(area=area, name=name).exists():
                raise NameTaken
            group = cls.objects.create(
                id=key or uuid.uuid4(),
                area=area,
                name=name,
                purpose=purpose,
                digest_days=digest_days,
                since=at,
            )
            for place, (called, kind, needed) in enumerate(lived_first):
                needed = needed or kind == Partner.Kind.LIVED
                group.partners.create(name=called, kind=kind, needed=needed, place=place)
            record("group.founded", area_id=area.pk, about=group, at=at, by=by, **group.terms())
        return group

    def terms(self) -> dict[str, Any]:
        """What its decisions are measured by: days to take a wording in, and whose yes is needed."""
        return {
            "digest_days": self.digest_days,
            "needed": sorted(str(partner.pk) for partner in self.partners.all() if partner.needed),
        }

    def seat(self, person: Person, partner: Partner, *, at: datetime, **said: Any) -> Seat:
        """Give a person a seat for a partner. ``seating.take_a_seat`` says what may be said about it."""
        from .seating import take_a_seat

        return take_a_seat(self, person, partner, at=at, **said)

    def seat_of(self, person: Person | None) -> Seat | None:
        """The live seat of this person, if any."""
        if person is None:
            return None
        return self.seats.filter(person=person, until=None).select_related("partner", "person").first()

    def seat_now(self, seat: Seat | None) -> Seat:
        """This seat as the database has it now, so that a page opened long ago gives no power.

        Raises ``NotSeated`` if it is of another group, has ended, or only watches.
        """
        if seat is None:
            raise NotSeated
        now = self.seats.filter(pk=seat.pk, until=None).select_related("partner", "person").first()
        if now is None:
            raise NotSeated
        if not now.sits:
            raise OnlyWatching
        return now

    def chairs(self) -> list[Seat]:
        """Who chairs: the speakers of two different partners together, or the only one there is."""
        speakers = self.seats.filter(until=None, part=Seat.Part.SPEAKER).select_related("person", "partner")
        return list(speakers.order_by("partner__place")[:2])


class Partner(models.Model):
    """One side of a group. Lived experience is always among those whose yes is needed."""

    class Kind(models.TextChoices):
        LIVED = "lived", "Lived experience"
        SERVICE = "service", "Services"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, models.CASCADE, related_name="partners")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    place = models.PositiveSmallIntegerField(default=0)
    needed = models.BooleanField(default=True)

    class Meta:
        ordering = ["place", "name"]
        constraints = [
            models.UniqueConstraint(fields=["group", "name"], name="a_group_names_a_partner_once"),
            models.CheckConstraint(
                condition=~Q(kind="lived", needed=False),
                name="lived_experience_is_always_needed",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_lived(self) -> bool:
        """Whether this partner is there for what it has lived."""
        return self.kind == self.Kind.LIVED


class Seats(models.QuerySet["Seat"]):
    """Finding seats."""

    def speaking(self) -> Seats:
        """The live seats that give their partner's yes."""
        return self.filter(until=None, part__in=(Seat.Part.SPEAKER, Seat.Part.DEPUTY))


class Seat(models.Model):
    """A person in a group, for one partner, from one day until another."""

    class Part(models.TextChoices):
        MEMBER = "member", "Member"
        SPEAKER = "speaker", "Speaker"
        DEPUTY = "deputy", "Deputy"
        OBSERVER = "observer", "Observer"

    class How(models.TextChoices):
        ELECTED = "elected", "Elected"
        APPOINTED = "appointed", "Appointed"
        COOPTED = "co-opted", "Co-opted"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, models.CASCADE, related_name="seats")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    part = models.CharField(max_length=10, choices=Part.choices, default=Part.MEMBER)
    how = models.CharField(max_length=10, choices=How.choices, default=How.ELECTED)
    perspective = models.CharField(max_length=20, choices=Perspective.choices)
    paid = models.BooleanField(default=False)
    works_for = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = Seats.as_manager()

    class Meta:
        ordering = ["partner__place", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"],
                condition=Q(until=None),
                name="one_live_seat_per_person_and_group",
                violation_error_message="One person has one seat in a group.",
            ),
            models.UniqueConstraint(
                fields=["partner"],
                condition=Q(until=None, part="speaker"),
                name="a_partner_has_one_speaker",
                violation_error_message="A partner has one speaker.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} for {self.partner}"

    @property
    def speaks(self) -> bool:
        """Whether this seat gives its partner's yes."""
        return self.until is None and self.part in (self.Part.SPEAKER, self.Part.DEPUTY)

    @property
    def sits(self) -> bool:
        """Whether this seat takes part: it is live and does not only watch."""
        return self.until is None and self.part != self.Part.OBSERVER

    def must_speak(self) -> None:
        """Raise ``NotYourPart`` unless this seat gives its partner's yes."""
        if not self.speaks:
            raise NotYourPart

    def end(self, at: datetime) -> None:
        """Write that it ended. Whoever calls holds the group's row and writes it in the journal."""
        self.until = at
        self.save(update_fields=["until"])


class Handover(models.Model):
    """A seat passed on: who had it, who has it now, and who passed it on."""

    ended = models.OneToOneField(Seat, models.CASCADE, primary_key=True, related_name="handed_over")
    begun = models.OneToOneField(Seat, models.CASCADE, related_name="taken_over")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.ended_id} to {self.begun_id}"
