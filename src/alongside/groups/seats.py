"""Groups, their partners, and who sits in them for whom."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from alongside.people.models import Area, Organisation, Person, Perspective

if TYPE_CHECKING:
    from alongside.people.viewer import Viewer


class GroupDoor(models.QuerySet["Group"]):
    """Which groups a viewer may open."""

    def visible_to(self, viewer: Viewer) -> GroupDoor:
        """The groups in which this person has a live seat."""
        if viewer.person is None:
            return self.none()
        return self.filter(Q(pk__in=Seat.objects.filter(person=viewer.person, until=None).values("group")))


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

    def seat_of(self, person: Person | None) -> Seat | None:
        """The live seat of this person, if any."""
        if person is None:
            return None
        return self.seats.filter(person=person, until=None).select_related("partner", "person").first()


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

    class Meta:
        ordering = ["partner__place", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(until=None), name="one_live_seat_per_person_and_group"
            ),
            models.UniqueConstraint(
                fields=["partner"],
                condition=Q(until=None, part="speaker"),
                name="a_partner_has_one_speaker",
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


class Handover(models.Model):
    """A seat passed on: who had it, who has it now."""

    ended = models.OneToOneField(Seat, models.CASCADE, primary_key=True, related_name="handed_over")
    begun = models.OneToOneField(Seat, models.CASCADE, related_name="taken_over")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.ended_id} to {self.begun_id}"


def live_seat(seat: Seat, at: datetime) -> Seat:
    """The seat as the database has it now, so that a page opened long ago gives no power."""
    return Seat.objects.select_related("partner", "person", "group").get(pk=seat.pk)
