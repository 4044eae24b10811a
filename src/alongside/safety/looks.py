"""Who looked at what few may see."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Protocol

from django.db import models

from alongside.people.models import Area, Person


class Placed(Protocol):
    """Anything that has an id and stands in an area."""

    pk: Any
    area_id: Any


class Look(models.Model):
    """Somebody looked at what few may see: who, at what, why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    what = models.CharField(max_length=40)
    what_id = models.UUIDField()
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["what_id"], name="looks_at_one_thing")]

    def __str__(self) -> str:
        return f"{self.person} looked at {self.what}"


def looked(person: Person, what: str, about: Placed, why: str, at: datetime) -> Look:
    """Write down that this person looked at this thing now."""
    return Look.objects.create(
        person=person, what=what, what_id=about.pk, area_id=about.area_id, why=why[:300], at=at
    )
