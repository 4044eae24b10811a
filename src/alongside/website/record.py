"""The journal as its keepers read it: what happened on which day. Never an hour, never in the order of hours.

Events of one day stand in the order of their random ids. So nobody can tell from its neighbours when a story
came; and those who work for a service see no event that has to do with a story at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import TruncDate

from alongside.journal.models import Event
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

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return f"{self.day:%Y-%m-%d}_{self.id}"


def may_read(viewer: Viewer, area: Area) -> bool:
    """Whether this person keeps the record of this very area."""
    return viewer.holds(*KEEPERS, area=area)


def shows_names(viewer: Viewer, area: Area) -> bool:
    """Whether this person may read who did what: those who look after the area."""
    return viewer.holds(*WITH_NAMES, area=area)


def lines(viewer: Viewer, area: Area, before: str = "") -> tuple[list[Line], str]:
    """The newest events for this person, older than ``before``; and where to go on, if there are more."""
    events = _readable(viewer, area).annotate(day=TruncDate("at")).order_by("-day", "-id")
    if key := parse(before):
        events = events.filter(Q(day__lt=key[0]) | Q(day=key[0], id__lt=key[1]))
    rows = list(events.annotate(by=F("detail__by")).values_list("id", "day", "what", "by")[: PAGE + 1])
    names = shows_names(viewer, area)
    found = [Line(id, day, in_words(what), (by or "") if names else "") for id, day, what, by in rows]
    return found[:PAGE], found[PAGE - 1].key if len(found) > PAGE else ""


def parse(before: str) -> tuple[date, UUID] | None:
    """The day and the id in a key; nothing for whatever else stands in the address."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})", before)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1]), UUID(found[2])
    except ValueError:
        return None


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
