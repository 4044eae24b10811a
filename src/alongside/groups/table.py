"""Sitting down at the table: what a verb of deciding may trust, and what each verb writes.

Nothing handed in is believed. A page may have stood open for a day, its wording may be old and its seat
handed over: so the group's row is held first, and decision and seat are read again behind it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from alongside.documents.models import Text
from alongside.journal.models import Named, record
from alongside.people.once import once

from . import telling
from .errors import AlreadyTaken, NeedsWords, NotThisWording, NotYourObjection
from .seats import Group, Seat

if TYPE_CHECKING:
    from .decisions import Decision
    from .wordings import Agreement, Objection, ObjectionWithdrawn, Paper, Stand, Urgency, Wording


@contextmanager
def table(decision: Decision, seat: Seat | None, at: datetime) -> Iterator[Table]:
    """The table for one verb, with the group's row held until all of it is written, or none."""
    try:
        with transaction.atomic():
            group = Group.locked(decision.group_id)
            now = type(decision).objects.whole().get(pk=decision.pk, group=group)
            yield Table(now, group.seat_now(seat), at)
    finally:
        decision.refresh_from_db()


@dataclass(frozen=True)
class Table:
    """A decision, a live seat that takes part, and a moment. Each verb is safe to repeat."""

    decision: Decision
    seat: Seat
    at: datetime

    def still(self, wording_id: uuid.UUID | None) -> Wording:
        """The current wording, if it is this one and nothing has been decided."""
        if self.decision.is_taken:
            raise AlreadyTaken
        if wording_id not in (None, self.decision.wording.pk):
            raise NotThisWording
        return self.decision.wording

    def remember(self, what: str, about: Named, **detail: Any) -> None:
        """One line in the journal, about the row just written: ``verify`` finds row and line by its id."""
        record(
            what,
            area_id=self.decision.area_id,
            about=about,
            at=self.at,
            by=self.seat.person,
            decision=self.decision.pk,
            **detail,
        )

    def first_wording(self, body: str) -> Wording:
        """The wording that a decision opens with."""
        return self._write(1, body, "", None)

    def word(self, body: str, why: str, instead_of: uuid.UUID | None, key: uuid.UUID | None) -> Wording:
        if there := once(self.decision.wordings.filter(by=self.seat), key):
            return there
        last = self.still(instead_of)
        if body.strip() == last.text.body.strip():
            return last
        wording = self._write(last.number + 1, body, why, key)
        telling.overtaken(self.decision, last, self.at)
        telling.worded(self.decision, wording, self.at)
        return wording

    def _write(self, number: int, body: str, why: str, key: uuid.UUID | None) -> Wording:
        text = Text.write(said(body), area=self.decision.area, at=self.at)
        wording = self.decision.wordings.create(
            id=key or uuid.uuid4(), number=number, text=text, by=self.seat, why=why, at=self.at
        )
        self.remember("wording.written", wording, number=number)
        return wording

    def stand(self, how: str, words: str, wording_id: uuid.UUID | None) -> Stand:
        wording = self.still(wording_id)
        before = wording.stands.filter(seat=self.seat).first()
        if before and (before.how, before.words) == (how, words):
            return before
        stand, _ = wording.stands.update_or_create(
            seat=self.seat, defaults={"how": how, "words": words, "at": self.at}
        )
        self.remember("stand.said", stand, how=how)
        return stand

    def agree(self, wording_id: uuid.UUID) -> Agreement:
        self.seat.must_speak()
        for wording in self.decision.wordings.all():
            for agreement in wording.agreements.all():
                if (wording.pk, agreement.partner_id) == (wording_id, self.seat.partner_id):
                    return agreement
        given = self.still(wording_id).agreements.create(
            partner=self.seat.partner, seat=self.seat, at=self.at
        )
        self.remember("agreement.given", given, partner=self.seat.partner_id)
        if self.decision.settle(self.at) is None:
            telling.agreed_to(self.decision, given, self.at)
        return given

    def urge(self, wording_id: uuid.UUID, why: str) -> Urgency:
        self.seat.must_speak()
        for wording in self.decision.wordings.all():
            for urgency in wording.urgencies.all():
                if (wording.pk, urgency.partner_id) == (wording_id, self.seat.partner_id):
                    return urgency
        given = self.still(wording_id).urgencies.create(
            partner=self.seat.partner, seat=self.seat, why=said(why), at=self.at
        )
        self.remember("urgency.said", given, partner=self.seat.partner_id)
        if self.decision.settle(self.at) is None:
            telling.urged(self.decision, given, self.at)
        return given

    def object(
        self, wording_id: uuid.UUID, reason: str, acceptable_if: str, key: uuid.UUID | None
    ) -> Objection:
        from .wordings import Objection

        if there := once(Objection.objects.filter(wording__decision=self.decision, seat=self.seat), key):
            return there
        made = self.still(wording_id).objections.create(
            id=key or uuid.uuid4(),
            seat=self.seat,
            reason=said(reason),
            acceptable_if=said(acceptable_if),
            at=self.at,
        )
        self.remember("objection.made", made)
        telling.objected(self.decision, made, self.at)
        return made

    def withdraw(self, objection: Objection) -> ObjectionWithdrawn:
        if not objection.is_of(self.seat):
            raise NotYourObjection
        if before := type(objection).objects.ended().filter(pk=objection.pk).first():
            return before.withdrawn
        self.still(objection.wording_id)
        withdrawn = objection.take_back(self.seat, self.at)
        self.remember("objection.withdrawn", withdrawn)
        self.decision.settle(self.at)
        return withdrawn

    def share_paper(self, title: str, body: str, key: uuid.UUID | None) -> Paper:
        if there := once(self.decision.papers.filter(by=self.seat), key):
            return there
        self.still(None)
        text = Text.write(said(body), area=self.decision.area, at=self.at)
        paper = self.decision.papers.create(
            id=key or uuid.uuid4(), title=said(title), text=text, by=self.seat, shared_at=self.at
        )
        self.remember("paper.shared", paper)
        return paper


def said(words: str) -> str:
    """Words as they were typed. Raises ``NeedsWords`` if there are none."""
    if not words.strip():
        raise NeedsWords
    return words
