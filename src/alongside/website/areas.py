"""Which places are open here."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from alongside.people.models import Area, Organisation
from alongside.people.places import live_areas


def open_here(on: date) -> QuerySet[Area]:
    """The areas that one can tell something to: those with a forum, by name."""
    forums = Organisation.objects.filter(kind=Organisation.Kind.FORUM).values("area")
    return live_areas(on).filter(pk__in=forums).order_by("name")


def the_only_one(on: date) -> Area | None:
    """The one area that is open here, or none when there are several or no such place."""
    areas = list(open_here(on)[:2])
    return areas[0] if len(areas) == 1 else None


def area_at(slug: str) -> Area:
    """The area with this address, as it is today; 404 when there is none."""
    found: Area = get_object_or_404(live_areas(timezone.localdate()), slug=slug)
    return found
