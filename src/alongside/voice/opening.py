"""Looking up who told a story: only the keeper or the lead, with a reason, and the teller is told."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from alongside.journal import models as journal
from alongside.people.days import midnight
from alongside.people.models import Look, Person, Role, looked
from alongside.people.viewer import Viewer

from . import notices
from .errors import Empty, NotForYou
from .stories import LEADS, Opened, Story, StoryDoor, Teller

OPEN_FOR = timedelta(minutes=30)


def openable_by(viewer: Viewer) -> StoryDoor:
    """The stories whose teller this viewer may look up: the area's keeper or lead, never a service."""
    if viewer.is_service_side:
        return Story.objects.none()
    places = viewer.areas_as(Role.Name.KEEPER, *LEADS)
    return Story.objects.filter(area__in=places, reading__dropped=None)


def open_teller(story: Story, by: Person, why: str, at: datetime) -> Opened:
    """Open it for this person and half an hour. Asking again in that time opens nothing new."""
    why = why.strip()
    if not why:
        raise Empty("Please write why you need to know. Without a reason nobody looks.")
    with transaction.atomic():
        Story.locked(story.pk)
        if not openable_by(Viewer(by)).filter(pk=story.pk).exists():
            raise NotForYou
        if there := _open(story, by, at):
            return there
        opened = Opened.objects.create(story=story, by=by, why=why, at=at)
        looked(by, Look.What.TELLER, [story], at, why)
        notices.opened(story, opened.pk, by.screen_name, why, at)
        journal.record("teller.opened", area_id=story.area_id, about=story, at=midnight(at), by=by)
    return opened


def _open(story: Story, by: Person, at: datetime) -> Opened | None:
    return Opened.objects.filter(story=story, by=by, at__gt=at - OPEN_FOR).order_by("-at").first()


def teller_for(story: Story, by: Person, at: datetime) -> tuple[Opened | None, Teller | None]:
    """What is open to this person now: the reason they gave, and the teller, if the story has one."""
    opened = _open(story, by, at)
    if opened is None:
        return None, None
    looked(by, Look.What.TELLER, [story], at, opened.why)
    return opened, Teller.objects.filter(story=story).select_related("way_back__person").first()
