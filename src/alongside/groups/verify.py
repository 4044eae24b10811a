"""Read every decision again from its history and say where what stands does not follow from it.

This shares no rule with the verbs. It reads the journal's events in their order, the rows that they are
about, and nothing else: not ``conditions()``, not ``settle()``, not ``speaks``. Details of events may have
been shredded; each event's own name, row and number are enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.journal.models import Event

from .models import (
    Agreement,
    Decision,
    Group,
    Handover,
    Objection,
    ObjectionWithdrawn,
    Paper,
    Partner,
    Seat,
    Stand,
    Taken,
    Urgency,
    Wording,
)

SPEAKS = ("seat.begun-as-speaker", "seat.begun-as-deputy")
SITS = (*SPEAKS, "seat.begun-as-member")
PASSED_ON = "seat.handed-over"  # by the person who had it; history has another name for what others did
ENDS = ("seat.ended", PASSED_ON, "seat.handed-over-by-another")
NOBODY = Event(number=0, what="")


def faults() -> Iterator[str]:
    """A sentence for everything in a decision's rows that its history does not bear out."""
    for group in Group.objects.select_related("area").order_by("area", "pk"):
        yield from _faults_in_terms(group)
        seats = _Seats(group)
        yield from seats.faults()
        for decision in Decision.objects.filter(group=group).order_by("opened_at", "pk"):
            yield from _Replay(decision, seats).faults()
    strays = Event.objects.filter(what="decision.taken").exclude(about_id__in=Taken.objects.values("pk"))
    for event in strays:
        yield f"event {event.number}: a decision was taken, and the row that says so is gone"


def _faults_in_terms(group: Group) -> Iterator[str]:
    """Days to take it in and needed partners are what the group was founded with."""
    founded = Event.objects.filter(what="group.founded", about_id=group.pk).select_related("detail").first()
    if founded is None:
        yield f"{group}: nobody founded this group"
        return
    if hasattr(founded, "detail") and founded.detail.body != group.terms():
        yield f"{group}: its days to take things in, or whose yes it needs, are not what it was founded with"


class _Seats:
    """When each seat of a group began, as what, and when it ended, by the numbers of events."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.rows = {seat.pk: seat for seat in Seat.objects.filter(group=group)}
        events = Event.objects.filter(about_id__in=list(self.rows), what__startswith="seat.")
        self.begun: dict[UUID, Event] = {}
        self.ended: dict[UUID, Event] = {}
        for event in events.order_by("number"):
            (self.ended if event.what in ENDS else self.begun).setdefault(event.about_id, event)
        self.handovers = Handover.objects.filter(ended__group=group)
        self.passed = {
            row.begun_id: row.ended_id
            for row in self.handovers
            if self.ended.get(row.ended_id, NOBODY).what == PASSED_ON
        }

    def faults(self) -> Iterator[str]:
        for pk, seat in self.rows.items():
            begun, ended = self.begun.get(pk), self.ended.get(pk)
            if begun is None or begun.what != f"seat.begun-as-{seat.part}":
                yield f"{self.group}: nobody gave the seat {pk} as {seat.part}"
            if (ended is None) != (seat.until is None):
                yield f"{self.group}: the end of seat {pk} is not in the history"
        for row in self.handovers:
            if (row.by_id == self.rows[row.ended_id].person_id) != (row.begun_id in self.passed):
                yield f"{self.group}: history tells otherwise who passed on seat {row.ended_id}"

    def same_line(self, pk: UUID, earlier: UUID) -> bool:
        """Whether both seats are one person's, or the second's own people handed it on to the first."""
        line, last = {pk}, pk
        while last in self.passed and self.passed[last] not in line:
            last = self.passed[last]
            line.add(last)
        return earlier in line or self.rows[earlier].person_id == self.rows[pk].person_id

    def held(self, pk: UUID, number: int, what: tuple[str, ...]) -> bool:
        """Whether this seat was held in one of these ways at that moment."""
        begun, ended = self.begun.get(pk, NOBODY), self.ended.get(pk)
        return begun.what in what and 0 < begun.number < number and (ended is None or number < ended.number)


KINDS = {
    "wording.written": (Wording, "decision"),
    "agreement.given": (Agreement, "wording__decision"),
    "urgency.said": (Urgency, "wording__decision"),
    "objection.made": (Objection, "wording__decision"),
    "objection.withdrawn": (ObjectionWithdrawn, "objection__wording__decision"),
    "stand.said": (Stand, "wording__decision"),
    "paper.shared": (Paper, "decision"),
}


@dataclass
class _State:
    """Where a decision is, while its history is read."""

    wording: Wording | None = None
    agreed: set[UUID] = field(default_factory=set)
    urgent: set[UUID] = field(default_factory=set)
    standing: set[UUID] = field(default_factory=set)
    news: datetime | None = None


class _Replay:
    """One decision, read again event by event."""

    def __init__(self, decision: Decision, seats: _Seats) -> None:
        self.decision, self.seats, self.state = decision, seats, _State()
        self.needed = {p.pk for p in Partner.objects.filter(group=decision.group_id) if p.needed}
        self.taken = Taken.objects.filter(decision=decision).first()
        self.taken_at: Event | None = None
        self.rows: dict[tuple[str, UUID], Any] = {}
        for what, (model, path) in KINDS.items():
            for row in model._default_manager.filter(**{path: decision.pk}):
                self.rows[what, row.pk] = row

    def say(self, fault: str) -> str:
        return f"{self.decision.reference}: {fault}"

    def events(self) -> list[Event]:
        about = [self.decision.pk, *{pk for _, pk in self.rows}]
        lost = Event.objects.filter(detail__body__decision=str(self.decision.pk)).values("pk")
        found = Event.objects.filter(about_id__in=about) | Event.objects.filter(pk__in=lost)
        return list(found.filter(what__in=[*KINDS, "decision.taken"]).order_by("number").distinct())

    def faults(self) -> Iterator[str]:
        events = self.events()
        told = {(event.what, event.about_id) for event in events}
        for what, pk in self.rows.keys() - told:
            yield self.say(f"the row {pk} is there, but history has no “{what}”")
        for event, following in zip(events, [*events[1:], NOBODY], strict=True):
            if event.what == "decision.taken":
                yield from self._taken(event)
            else:
                yield from self._other(event, following)
        if self.taken and self.taken_at is None:
            yield self.say("it is taken, but history does not say when")

    def _other(self, event: Event, following: Event) -> Iterator[str]:
        if self.taken_at:
            yield self.say(f"“{event.what}” was written after it was taken")
        row = self.rows.get((event.what, event.about_id))
        if row is None:
            yield self.say(f"history has “{event.what}”, but the row {event.about_id} is gone")
            return
        yield from self._fits(event, row)
        getattr(self, "_" + event.what.replace(".", "_"), lambda _row: None)(row)
        deciding = event.what in ("agreement.given", "objection.withdrawn", "urgency.said")
        if deciding and not [*self._missing(event.at)] and following.what != "decision.taken":
            yield self.say(f"with event {event.number} it ought to have been taken")

    def _fits(self, event: Event, row: Any) -> Iterator[str]:
        """The row says what its event says, and came from a seat that could."""
        if not isinstance(row, Stand) and event.at != (row.shared_at if isinstance(row, Paper) else row.at):
            yield self.say(f"the time of “{event.what}” was changed")
        seat = row.by_id if isinstance(row, (Wording, Paper)) else row.seat_id
        speaking = isinstance(row, (Agreement, Urgency))
        if not self.seats.held(seat, event.number, SPEAKS if speaking else SITS):
            yield self.say(f"“{event.what}” came from a seat that could not do that then")
        if speaking and self.seats.rows[seat].partner_id != row.partner_id:
            yield self.say(f"“{event.what}” came from a seat of another partner")
        if isinstance(row, ObjectionWithdrawn) and not self.seats.same_line(seat, row.objection.seat_id):
            yield self.say("an objection was taken back by somebody who did not make it")
        yield from self._about(event, row)

    def _about(self, event: Event, row: Any) -> Iterator[str]:
        """It is about the current wording, and a wording reads as it was written."""
        now = self.state.wording and self.state.wording.pk
        if isinstance(row, (Agreement, Urgency, Objection)) and row.wording_id != now:
            yield self.say(f"“{event.what}” was about a wording that was not the current one")
        if isinstance(row, Wording):
            words = {row.text.body, *row.text.versions.values_list("body", flat=True)}
            if len(words) != 1:
                yield self.say(f"the words of its {row} were changed")

    def _wording_written(self, row: Wording) -> None:
        news = max(row.at, self.state.news or row.at)
        self.state = _State(wording=row, news=news)

    def _agreement_given(self, row: Agreement) -> None:
        if self.state.wording and row.wording_id == self.state.wording.pk:
            self.state.agreed.add(row.partner_id)

    def _urgency_said(self, row: Urgency) -> None:
        if self.state.wording and row.wording_id == self.state.wording.pk:
            self.state.urgent.add(row.partner_id)

    def _objection_made(self, row: Objection) -> None:
        if self.state.wording and row.wording_id == self.state.wording.pk:
            self.state.standing.add(row.pk)

    def _objection_withdrawn(self, row: ObjectionWithdrawn) -> None:
        self.state.standing.discard(row.pk)

    def _paper_shared(self, row: Paper) -> None:
        self.state.news = max(row.shared_at, self.state.news or row.shared_at)

    def _missing(self, at: datetime) -> Iterator[str]:
        """What was not yet true when the history had come this far."""
        state, days = self.state, timedelta(days=self.decision.group.digest_days)
        if not self.needed or self.needed - state.agreed:
            yield "without the agreement of every needed partner"
        if state.standing:
            yield "while an objection stood"
        too_early = state.news is None or at < state.news + days
        if too_early and (not self.needed or self.needed - state.urgent):
            yield "before people had had time to take it in, and it was not urgent"

    def _taken(self, event: Event) -> Iterator[str]:
        if self.taken_at:
            yield self.say("it was taken twice")
        self.taken_at = event
        for missing in self._missing(event.at):
            yield self.say(f"it was taken {missing}")
        if self.taken is None:
            return  # said once for all by faults()
        if self.state.wording is None or self.taken.wording_id != self.state.wording.pk:
            yield self.say("it was taken in a wording that was not the current one")
        if self.taken.at != event.at:
            yield self.say("the time at which it was taken was changed")
