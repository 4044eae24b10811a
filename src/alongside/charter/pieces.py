"""Things of the loop as rows of a page: picked ones and offered ones, as far as this viewer may read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.people.viewer import NOBODY, Viewer
from alongside.promises.models import Promise
from alongside.promises.states import State
from alongside.voice.models import Consent, Reply, Story

from .evidence import Evidence
from .offered import Kind

TAKEN_BACK = "Its teller took it back."
RUN_OUT = "Its teller allowed it for some time, and that time is over."
CHANGED = "It has changed since it was picked. It is not evidence now."
FAILED = "It is not evidence now: look at what became of it."
NOT_YOURS = "Its teller lets those who work here read it. You cannot."


@dataclass(frozen=True)
class Piece:
    """One thing: its words and who says them, or instead a sentence why it is not shown.

    ``but`` is a sentence why it does not count, though it is shown.
    """

    kind: str
    pk: UUID
    words: str = ""
    by: str = ""
    month: date | None = None
    state: State | None = None
    instead: str = ""
    but: str = ""
    picked: UUID | None = None
    story: UUID | None = None
    link: str = ""
    why: str = ""

    @property
    def value(self) -> str:
        """How a button names it."""
        return f"{self.kind}:{self.pk}"


def of_story(story: Story, consent: Consent, **more: Any) -> Piece:
    """Its beginning, named as its teller wishes it for this use, by month."""
    by = consent.by_line
    return Piece(Kind.STORY, story.pk, words=story.line, by=by, month=story.month, story=story.pk, **more)


def of_reply(reply: Reply, **more: Any) -> Piece:
    """What was answered; its month is that of the story, as an answer's own day says too much."""
    by, story = reply.by_line, reply.story
    return Piece(
        Kind.REPLY, reply.pk, words=reply.text.body, by=by, month=story.month, story=story.pk, **more
    )


def of_promise(promise: Promise, at: datetime, **more: Any) -> Piece:
    """What was promised, and how it ended: never who said so, or how many."""
    return Piece(Kind.PROMISE, promise.pk, words=promise.title, state=promise.state(at), **more)


def promises(ids: Iterable[UUID]) -> dict[UUID, Promise]:
    """These promises with all that their states ask for, in as many queries for two as for forty."""
    found = Promise.objects.visible_to(NOBODY).filter(pk__in=list(ids))
    return {promise.pk: promise for promise in found.with_rounds()}


class Picked:
    """What was picked under one statement. Consent is asked again, at each look."""

    def __init__(self, rows: list[Evidence], viewer: Viewer, at: datetime, on: date) -> None:
        self.rows, self.at, self.on = rows, at, on
        told = [row.consent.story_id for row in rows if row.stands and row.consent]
        replies = [row.reply_id for row in rows if row.stands and row.reply_id]
        self.stories = set(
            Story.objects.visible_to(viewer, on).filter(pk__in=told).values_list("pk", flat=True)
        )
        answers = Reply.objects.visible_to(viewer, on).filter(pk__in=replies)
        self.replies = set(answers.values_list("pk", flat=True))

    def pieces(self, known: dict[UUID, Promise]) -> list[Piece]:
        """Each as a row; ``known`` are its promises with their rounds."""
        return [self._piece(row, known) for row in self.rows]

    def _piece(self, row: Evidence, known: dict[UUID, Promise]) -> Piece:
        """The sentence beside it goes with what it is about: it may repeat what nobody else may read."""
        more: dict[str, Any] = {"picked": row.pk, "why": row.why}
        if row.promise_id:
            but = "" if row.stands else FAILED
            return of_promise(known[row.promise_id], self.at, but=but, **more)
        if instead := self._instead(row):
            return Piece("", row.pk, instead=instead, picked=row.pk)
        if row.story and row.consent:
            return of_story(row.story, row.consent, **more)
        if row.reply:
            return of_reply(row.reply, **more)
        if row.decision:
            return Piece(Kind.DECISION, row.decision.pk, words=row.decision.title, **more)
        return Piece("", row.pk, words=row.called, link=row.link, **more)

    def _instead(self, row: Evidence) -> str:
        if not row.stands:
            return why_not(row, self.on)
        hidden = row.story_id and row.story_id not in self.stories
        return NOT_YOURS if hidden or (row.reply_id and row.reply_id not in self.replies) else ""


def why_not(row: Evidence, on: date) -> str:
    """Why it is not shown any more, in a sentence that says nothing of anybody."""
    if row.consent is None or row.consent.story.organisation_id != row.organisation_id:
        return CHANGED
    return RUN_OUT if row.consent.until <= on and not hasattr(row.consent, "ended") else TAKEN_BACK
