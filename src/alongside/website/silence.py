"""Silence is an answer too, and it shows: who was asked a month ago or more and has not answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from alongside.people.models import Area, Organisation
from alongside.voice.models import Asked
from alongside.voice.replies import PATIENCE


@dataclass(frozen=True)
class Silence:
    """One organisation, and the month in which it was first asked what it has not answered."""

    organisation: Organisation
    asked: date

    @property
    def days(self) -> int:
        """How long nobody has answered, at least."""
        return PATIENCE.days

    @property
    def href(self) -> str:
        return reverse("website:organisation", args=[self.organisation.pk])


def silent_in(area: Area, at: datetime) -> list[Silence]:
    """The silent organisations of an area, by name: a fact, never how many stories they leave unanswered."""
    asked = Asked.objects.silent(at).filter(story__area=area)
    first = asked.filter(organisation=OuterRef("pk")).order_by("on").values("on")[:1]
    silent = Organisation.objects.filter(pk__in=asked.order_by().values("organisation"))
    return [Silence(one, one.first_asked) for one in silent.annotate(first_asked=Subquery(first))]
