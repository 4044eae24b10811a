"""Who looked at what few may see: worries, how to reach somebody, what a child told us."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from .days import day_of
from .errors import TooManyLooks
from .persons import Person
from .places import Area

MOST = 50
WHILE = timedelta(minutes=10)
"""Nobody needs the details of more people than this in so short a time. Who opens more is copying them."""


class Placed(Protocol):
    """Anything that has an id and stands in an area."""

    pk: Any
    area_id: Any


class Look(models.Model):
    """Somebody looked at what few may see: who, at what, why. ``at`` is the first time on that day."""

    class What(models.TextChoices):
        """In words for the person it is about: *somebody looked at* …"""

        TELLER = "teller", "who told us"
        CONCERN = "concern", "what you were worried about"
        WAY_BACK = "way-back", "how to reach you"
        YOUNG = "young", "what a child or young person told us"
        LIST = "list", "the list of members, with how to reach each"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    what = models.CharField(max_length=40, choices=What.choices)
    what_id = models.UUIDField()
    why = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["what_id"], name="looks_at_one"),
            models.Index(fields=["person", "at"], name="looks_of_one_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "what", "what_id", "why", "on"], name="a_look_is_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} looked at {self.what}"

    @classmethod
    def forget_why(cls, ids: Collection[uuid.UUID]) -> None:
        """Who looked at these stays, and when. The reasons go: they may tell of whoever was looked at."""
        told = cls.objects.filter(what_id__in=ids).exclude(why="")
        same_day = {"person": OuterRef("person"), "what": OuterRef("what"), "what_id": OuterRef("what_id")}
        kept = cls.objects.filter(on=OuterRef("on"), **same_day).order_by("why", "pk").values("pk")[:1]
        first = told.annotate(first=Subquery(kept)).values_list("pk", "first")
        cls.objects.filter(pk__in=[pk for pk, one in first if pk != one]).delete()
        told.update(why="")


def looked(person: Person, what: Look.What, things: Iterable[Placed], at: datetime, why: str = "") -> None:
    """Write down that this person looks at these things now; ``why`` is the reason they gave.

    Opening the same thing again on the same day is the same look, unless another reason is given.
    Raises ``TooManyLooks`` when there are too many in so short a time: then nothing is to be shown.
    """
    seen = {"person": person, "what": what, "why": why[:300], "on": day_of(at), "at": at}
    rows = [Look(what_id=one.pk, area_id=one.area_id, **seen) for one in things]
    if not rows:
        return
    # First written and then counted: many pages opened in the same moment all see each other.
    Look.objects.bulk_create(rows, ignore_conflicts=True)
    around = Look.objects.filter(Q(on=day_of(at)) | Q(at__gt=at - WHILE), person=person)
    noted = list(around.order_by("at", "id").values_list("what_id", "at"))
    recent = dict.fromkeys(what_id for what_id, seen_at in noted if seen_at > at - WHILE)
    open_to_them = {what_id for what_id, _at in noted} - set(list(recent)[MOST:])
    if not {row.what_id for row in rows} <= open_to_them:
        Look.objects.filter(pk__in=[row.pk for row in rows]).delete()
        raise TooManyLooks(person, rows[0].area_id)
