"""The journal as its keepers read it: what happened on which day. Never an hour, never in the order of hours.

Events of one day stand in the order of their random ids. So nobody can tell from its neighbours when a story
came; and those who work for a service see no event that has to do with a story at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import TruncDate

from alongside.journal.models import Event
from alongside.look.paging import page
from alongside.people.models import Area, Role
from alongside.people.viewer import Viewer

from .happened import in_words

PAGE = 50
WITH_NAMES = (Role.Name.COORDINATOR, Role.Name.KEEPER)
KEEPERS = (*WITH_NAMES, Role.Name.MODERATOR)

OF_GROUPS_AND_PROMISES = (
    *("agreement.", "decision.", "group.", "objection.", "paper.", "promise."),
    *("role.", "seat.", "stand.", "urgency.", "wording."),
)
"""What somebody from a service may read here: a list of what is shown, so that a new event stays hidden."""

ABOUT_A_STORY = ("decision.rests", "promise.told", "promise.asked_again", "promise.not_confirmed")
LEADS = (Role.Name.LEAD, Role.Name.DEPUTY)


@dataclass(frozen=True)
class Line:
    """One event: which day, what, and who did it (for co-ordinators and keepers)."""

    id: UUID
    day: date
    what: str
    by: str


def may_read(viewer: Viewer, area: Area) -> bool:
    """Whether this person keeps the record of this very area."""
    return viewer.holds(*KEEPERS, area=area)


def shows_names(viewer: Viewer, area: Area) -> bool:
    """Whether this person may read who did what: those who look after the area."""
    return viewer.holds(*WITH_NAMES, area=area)


def lines(viewer: Viewer, area: Area, after: str = "") -> tuple[list[Line], str]:
    """The newest events for this person, from one of them on; and the address of the next page, if any."""
    events = _readable(viewer, area).annotate(day=TruncDate("at"), by=F("detail__by"))
    found = page(events, ("-day", "-id"), after, behind=events, many=PAGE)
    names = shows_names(viewer, area)
    return [_line(event, names) for event in found.rows], found.older()


def _line(event: Any, names: bool) -> Line:
    return Line(event.id, event.day, in_words(event.what), (event.by or "") if names else "")


def _readable(viewer: Viewer, area: Area) -> QuerySet[Event]:
    events = Event.objects.filter(area_id=area.pk)
    if not viewer.holds(*LEADS, area=area):
        events = events.exclude(what__startswith="concern.")
    if not viewer.is_service_side:
        return events
    kinds = Q()
    for kind in OF_GROUPS_AND_PROMISES:
        kinds |= Q(what__startswith=kind)
    return events.filter(kinds).exclude(what__in=ABOUT_A_STORY)
