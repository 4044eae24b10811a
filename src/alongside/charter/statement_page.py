"""One statement at one place: what was picked, what is offered, and the place's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from alongside.look.paging import Page, page
from alongside.people.days import day_of
from alongside.people.viewer import Viewer
from alongside.promises.models import Promise
from alongside.promises.states import State
from alongside.voice.models import Reply, Story

from .in_use import Spot
from .kept import has_failed
from .missing import Standing
from .models import Evidence, Note
from .offered import ORDER, Kind, ground_of, offered
from .pieces import Picked, Piece, of_promise, of_reply, of_story, promises

MOST = 20
TITLES = {
    Kind.STORY: "What people told",
    Kind.REPLY: "What you answered",
    Kind.DECISION: "What was decided together",
    Kind.PROMISE: "Promises that are done",
}
AROUND = (
    *(f"story__{part}" for part in ("happened", "good", "better", "publication", "organisation")),
    *("reply__text", "reply__organisation", "reply__story", "consent__story", "consent__ended"),
    "decision",
)
"""What a row of picked evidence shows, fetched with it."""


@dataclass(frozen=True)
class Offer:
    """Some things of one kind, and the address of those that are older."""

    title: str
    pieces: list[Piece]
    older: str


class StatementPage:
    """What one viewer finds there. ``asked`` says how far they have turned the pages of what is offered."""

    def __init__(self, spot: Spot, viewer: Viewer, at: datetime, asked: Mapping[str, str]) -> None:
        self.spot, self.viewer, self.at, self.on = spot, viewer, at, day_of(at)
        self.asked = {kind.value: asked[kind.value] for kind in Kind if asked.get(kind.value)}

    @property
    def may_pick(self) -> bool:
        """Whether the viewer works there; who only looks after the area reads."""
        return self.viewer.is_of(self.spot.place)

    @property
    def state(self) -> State:
        """What is still missing, in words with a sign."""
        there = {row.stands for row in self._judged}
        return Standing(True in there, False in there, self.note is not None).state

    @cached_property
    def notes(self) -> list[Note]:
        """The place's own words, as they stand now and as they were before: the latest first."""
        return list(Note.objects.visible_to(self.viewer).of(self.spot)[:MOST])

    @property
    def note(self) -> Note | None:
        """What stands now."""
        return self.notes[0] if self.notes else None

    @cached_property
    def picked(self) -> list[Piece]:
        """What was picked, each as far as it may be shown today."""
        return Picked(self._judged, self.viewer, self.at, self.on).pieces(self._promises)

    @cached_property
    def offers(self) -> list[Offer]:
        """What else there is; nothing for who only reads."""
        kinds = [kind for kind in Kind if kind in self._offered and self._offered[kind].rows]
        found = [Offer(TITLES[kind], self._pieces(kind), self._older(kind)) for kind in kinds]
        return [offer for offer in found if offer.pieces or offer.older]

    @property
    def stories(self) -> list[Story]:
        """Every story whose words stand on this page: whoever reads what a child told is written down."""
        shown = {piece.pk for piece in self.picked if piece.kind == Kind.STORY}
        told = self._offered[Kind.STORY].rows if self._offered else []
        return [row.story for row in self._rows if row.story and row.story_id in shown] + list(told)

    # how it is fetched ------------------------------------------------------------------------------
    @cached_property
    def _rows(self) -> list[Evidence]:
        door = Evidence.objects.visible_to(self.viewer).filter(**self.spot.keys)
        return list(door.with_standing(self.on, ()).select_related(*AROUND).order_by("on", "id"))

    @cached_property
    def _judged(self) -> list[Evidence]:
        """The same, once each promise was asked how it ended: they are here with their rounds anyway."""
        for row in self._rows:
            if row.promise_id:
                row.stands = row.stands and self._holds(row.promise_id)
        return self._rows

    def _holds(self, promise: UUID) -> bool:
        return promise in self._promises and not has_failed(self._promises[promise], self.on)

    @cached_property
    def _offered(self) -> dict[Kind, Page[Any]]:
        """Of each kind one page, without what was picked and still stands."""
        if not self.may_pick:
            return {}
        found = {}
        for kind in Kind:
            had = [getattr(row, f"{kind.value}_id") for row in self._rows if row.stands]
            rows = offered(kind, self.spot, self.viewer, self.on, ())
            rows = rows.exclude(pk__in=[pk for pk in had if pk])
            after = self.asked.get(kind.value, "")
            rows = rows.select_related(*_WITH[kind])
            found[kind] = page(rows, ORDER[kind], after, behind=rows, many=MOST)
        return found

    @cached_property
    def _promises(self) -> dict[UUID, Promise]:
        ids = {row.promise_id for row in self._rows if row.promise_id}
        if self._offered:
            ids |= {promise.pk for promise in self._offered[Kind.PROMISE].rows}
        return promises(ids)

    def _pieces(self, kind: Kind) -> list[Piece]:
        rows = self._offered[kind].rows
        if kind is Kind.STORY:
            consents = ground_of(rows, self.on)
            return [of_story(story, consents[story.pk]) for story in rows if story.pk in consents]
        if kind is Kind.REPLY:
            return [of_reply(reply) for reply in rows if isinstance(reply, Reply)]
        if kind is Kind.PROMISE:
            return [of_promise(self._promises[one.pk], self.at) for one in rows if self._holds(one.pk)]
        return [Piece(kind, decision.pk, words=decision.title) for decision in rows]

    def _older(self, kind: Kind) -> str:
        others = {name: value for name, value in self.asked.items() if name != kind}
        return self._offered[kind].older(kind.value, others)


_WITH: dict[Kind, tuple[str, ...]] = {
    Kind.STORY: ("happened", "good", "better", "publication", "organisation"),
    Kind.REPLY: ("text", "organisation", "story"),
    Kind.DECISION: ("taken",),
    Kind.PROMISE: ("organisation",),
}
