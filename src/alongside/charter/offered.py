"""What the loop holds that could be evidence: it turns up by itself, and nobody fills in a form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from alongside.groups.models import Decision
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises.models import Promise
from alongside.voice.consents import ConsentQuery
from alongside.voice.models import Consent, Reply, Story, Touches

from .in_use import Spot
from .kept import failed, kept


class Kind(StrEnum):
    """What can be picked."""

    STORY = "story"
    REPLY = "reply"
    DECISION = "decision"
    PROMISE = "promise"


Thing = tuple[Kind, UUID]
"""One of them: its kind, and its id."""


def grounds(on: date) -> ConsentQuery:
    """The consents under which a story may be evidence on this day.

    Its teller lets staff learn from it, and the service read it; or everyone may read it. A moderator has
    let it go on.
    """
    live = Consent.objects.filter(since__lte=on, until__gt=on, ended=None)
    read = Consent.objects.live(Consent.Use.SERVICE, on).values("story")
    learns = Q(use=Consent.Use.TRAIN, story__in=read)
    public = Q(use=Consent.Use.PUBLISH, story__publication__isnull=False)
    return live.filter(learns | public, story__reading__passed__isnull=False)


def ground_of(stories: Iterable[Story], on: date) -> dict[UUID, Consent]:
    """By story the consent that allows it: the narrower one where there are two. One query."""
    allowed = grounds(on).filter(story__in=list(stories)).select_related("story")
    train = {one.story_id: one for one in allowed if one.use == Consent.Use.TRAIN}
    return {one.story_id: one for one in allowed} | train


def offered(
    kind: Kind, spot: Spot, viewer: Viewer, on: date, but: Collection[UUID] | None = None
) -> QuerySet[Any]:
    """What could be picked of this kind: about this place, with the cornerstone of the statement.

    ``but``: the promises that failed, for who knows them or asks each one.
    """
    if kind is Kind.PROMISE:
        return _promises(spot, on, but)
    return _OFFERS[kind](spot, viewer, on)


ORDER: Mapping[Kind, tuple[str, ...]] = {
    Kind.STORY: ("-month", "-id"),
    Kind.REPLY: ("-told", "-id"),
    Kind.DECISION: ("-decided", "-id"),
    Kind.PROMISE: ("-month", "-id"),
}
"""The newest first. What a teller told is by month, and in no order within it; so is what answers it."""


def _stories(spot: Spot, viewer: Viewer, on: date) -> QuerySet[Any]:
    touching = Touches.objects.filter(cornerstone=spot.section.cornerstone).values("story")
    door = Story.objects.visible_to(viewer, on).filter(organisation=spot.place, pk__in=touching)
    return door.filter(pk__in=grounds(on).values("story"))


def _replies(spot: Spot, viewer: Viewer, on: date) -> QuerySet[Any]:
    told = _stories(spot, viewer, on).values("pk")
    door = Reply.objects.visible_to(viewer, on).shown().filter(organisation=spot.place, story__in=told)
    return door.annotate(told=F("story__month"))


def _decisions(spot: Spot, _viewer: Viewer, _on: date) -> QuerySet[Any]:
    """What was decided is public; what is in discussion is no evidence."""
    door = Decision.objects.visible_to(NOBODY).annotate(decided=F("taken__at"))
    return door.filter(abouts__organisation=spot.place, cornerstone=spot.section.cornerstone)


def _promises(spot: Spot, on: date, but: Collection[UUID] | None) -> QuerySet[Any]:
    """Those that are done and have not failed: not opened again, no *no*, not left unconfirmed."""
    door = Promise.objects.visible_to(NOBODY)
    here = door.filter(organisation=spot.place, cornerstone=spot.section.cornerstone)
    return here.filter(pk__in=kept(failed(here, on) if but is None else but))


_OFFERS: dict[Kind, Callable[[Spot, Viewer, date], QuerySet[Any]]] = {
    Kind.STORY: _stories,
    Kind.REPLY: _replies,
    Kind.DECISION: _decisions,
}
