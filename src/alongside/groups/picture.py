"""What the page of a decision shows, made from its rows once and in words.

Whoever has no seat in the group sees a decision only once it is taken, and then no names: partners speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise

from django.utils.timezone import localdate

from alongside.look.dates import clock, day, short_day

from .changes import Changes
from .conditions import days_passed, joined
from .decisions import Decision
from .handover import seats_behind
from .seats import Partner, Seat
from .waiting import days_left
from .wordings import Objection, Stand, Urgency, Wording

SIGNS = {
    Stand.How.AGREE: ("yes", "yes"),
    Stand.How.CONCERN: ("concern", "yes"),
    Stand.How.ASIDE: ("aside", ""),
    Stand.How.TIME: ("wait", "wait"),
}

PARTS: list[str] = [Seat.Part.SPEAKER, Seat.Part.DEPUTY, Seat.Part.MEMBER, Seat.Part.OBSERVER]


@dataclass(frozen=True)
class Row:
    """One line with a sign: a condition, a partner's box, where a member stands."""

    name: str
    how: str
    sign: str = "open"
    tone: str = ""
    said: str = ""


@dataclass(frozen=True)
class Members:
    """The seats of one partner, and where each stands."""

    heading: str
    rows: list[Row]


@dataclass(frozen=True)
class Dissent:
    """Words that stay beside the outcome."""

    what: str
    by: str
    words: str
    acceptable_if: str = ""


@dataclass(frozen=True)
class Earlier:
    """A wording and what changed in it since the one before."""

    wording: Wording
    changes: Changes
    objections: list[Objection]


class Picture:
    """A decision at one moment, for one reader. ``decision`` comes from ``whole()``."""

    def __init__(self, decision: Decision, seat: Seat | None, at: datetime) -> None:
        self.decision, self.seat, self.at = decision, seat, at
        self.wording = decision.wording
        self.is_open = not decision.is_taken
        self.inside = seat is not None
        self.may_act = bool(self.is_open and seat and seat.sits)

    @property
    def agreed_myself(self) -> bool:
        """Whether the reader gave the partner's yes to this wording."""
        return self.seat is not None and self.seat.pk in {one.seat_id for one in self.decision.agreements}

    @property
    def partner_name(self) -> str:
        """For whom the reader sits."""
        return self.seat.partner.name.lower() if self.seat else ""

    @property
    def urgencies(self) -> list[Urgency]:
        """Which partners said that it cannot wait; for those inside."""
        return list(self.wording.urgencies.all()) if self.inside else []

    def who(self, seat: Seat, *, apart: bool = True) -> str:
        """A name for those inside, a place for everybody else."""
        if self.inside:
            return f"{seat.person}, {seat.partner.name.lower()}" if apart else str(seat.person)
        return f"A member for {seat.partner.name.lower()}"

    @cached_property
    def about(self) -> str:
        """The organisations it binds."""
        bound = self.decision.abouts.select_related("organisation").order_by("organisation__name")
        return joined(str(one.organisation) for one in bound)

    # the three things, and the partners -----------------------------------------------------------
    def checks(self) -> Iterator[Row]:
        """The three things that must be true."""
        signs = (("half", "wait"), ("stop", "stop"), ("wait", "wait"))
        for condition, (sign, tone) in zip(self.decision.conditions(self.at), signs, strict=True):
            if condition.met:
                sign, tone = "yes", "yes"
            elif sign == "half" and not condition.begun:
                sign, tone = "open", ""
            yield Row(condition.name, condition.how_far, sign, tone)

    def partners(self) -> Iterator[Row]:
        """Each partner's yes, in boxes of one size."""
        given = {agreement.partner_id: agreement for agreement in self.decision.agreements}
        for partner in self.decision.group.partners.all():
            if agreement := given.get(partner.pk):
                who = self._for(agreement.seat) if self.inside else "Their speaker"
                said = f"{who}, on {short_day(agreement.at)}, to this wording."
                yield Row(partner.name, "Agreed", "yes", "yes", said)
            elif partner.needed:
                yield Row(partner.name, "Not yet", "open", "wait", self._not_yet(partner))
            else:
                yield Row(partner.name, "Not needed", "aside", "", "This group can decide without their yes.")

    def _for(self, seat: Seat) -> str:
        part = "co-chair" if seat.pk in self._chairs else seat.get_part_display().lower()
        return f"{seat.person}, {part} for {seat.partner.name.lower()}"

    def _not_yet(self, partner: Partner) -> str:
        speaking = [seat for seat in self._seats if seat.partner_id == partner.pk and seat.speaks]
        if not speaking:
            return f"{partner} have nobody who speaks for them just now."
        names = " or ".join(str(seat.person) for seat in speaking)
        yes = f"{names} gives {possessive(partner)} agreement"
        return f"{yes}, once the objection below is settled." if self.decision.objections else f"{yes}."

    # members ------------------------------------------------------------------------------------------
    @cached_property
    def _seats(self) -> list[Seat]:
        """The live seats, those who speak first."""
        seats = self.decision.group.seats.filter(until=None).select_related("person", "partner")
        return sorted(seats.order_by("since"), key=lambda seat: (seat.partner.place, PARTS.index(seat.part)))

    @cached_property
    def _chairs(self) -> set[object]:
        speakers = [seat for seat in self._seats if seat.part == Seat.Part.SPEAKER]
        return {seat.pk for seat in speakers[:2]} if len(speakers) > 1 else set()

    def members(self) -> Iterator[Members]:
        """Where members stand, grouped by partner; for those inside only."""
        for partner in self.decision.group.partners.all():
            sitting = [seat for seat in self._seats if seat.partner_id == partner.pk and seat.sits]
            number = "1 seat" if len(sitting) == 1 else f"{len(sitting)} seats"
            yield Members(f"{partner}, {number}", [self._row(seat) for seat in sitting])

    def watching(self) -> str:
        """Who only watches."""
        return ", ".join(str(seat.person) for seat in self._seats if not seat.sits)

    def _row(self, seat: Seat) -> Row:
        who = f"{seat.person}, co-chair" if seat.pk in self._chairs else str(seat.person)
        if seat.part == Seat.Part.DEPUTY:
            who = f"{seat.person}, deputy"
        if any(objection.seat.person_id == seat.person_id for objection in self.decision.objections):
            return Row(who, "Objects", "stop", "stop")
        if stand := self.stand_of(seat):
            sign, tone = SIGNS[Stand.How(stand.how)]
            return Row(who, stand.get_how_display(), sign, tone, stand.words if self.is_open else "")
        if any(agreement.seat.person_id == seat.person_id for agreement in self.decision.agreements):
            return Row(who, "Agrees", "yes", "yes")
        return Row(who, "Has not said yet" if self.is_open else "Did not say")

    def stand_of(self, seat: Seat) -> Stand | None:
        """What this person said last about the current wording, in this seat or an earlier one."""
        theirs = [one for one in self.wording.stands.all() if one.seat.person_id == seat.person_id]
        return max(theirs, key=lambda stand: stand.at, default=None)

    @cached_property
    def mine(self) -> Stand | None:
        """Where the reader stands."""
        return self.stand_of(self.seat) if self.seat else None

    # what the reader can do ---------------------------------------------------------------------------
    @property
    def my_yes_is_needed(self) -> bool:
        """Whether the reader speaks for a partner that has not agreed yet."""
        given = {agreement.partner_id for agreement in self.decision.agreements}
        return bool(self.may_act and self.seat and self.seat.speaks and self.seat.partner_id not in given)

    @property
    def may_urge(self) -> bool:
        """Whether the reader may say, for their partner, that this cannot wait."""
        given = {urgency.partner_id for urgency in self.wording.urgencies.all()}
        waits = self.at < self.decision.digested_at()
        speaks = self.may_act and self.seat is not None and self.seat.speaks
        return bool(speaks and waits and self.seat and self.seat.partner_id not in given)

    def may_take_back(self) -> set[object]:
        """The ids of the objections that the reader may take back."""
        if not self.seat or not self.may_act or not self.decision.objections:
            return set()
        behind = seats_behind(self.seat)
        return {one.pk for one in self.decision.objections if one.seat_id in behind}

    # time -----------------------------------------------------------------------------------------------
    @property
    def passed(self) -> int:
        """Days that people have had."""
        return days_passed(self.decision, self.at)

    def time_left(self) -> str:
        """How long people still have, and from when it can be decided."""
        if self.decision.is_urgent():
            return "Every partner’s speaker said that this one cannot wait."
        left, ends = days_left(self.decision, self.at), self.decision.digested_at()
        if not left:
            return "The days are over. It is decided as soon as the other things are true."
        when = f"{clock(ends)} today" if localdate(ends) == localdate(self.at) else short_weekday(ends)
        return f"{left} {'day' if left == 1 else 'days'} left. We can decide from {when}."

    # words that stay ------------------------------------------------------------------------------------
    def dissent(self) -> Iterator[Dissent]:
        """What is kept beside the outcome: concerns, people who stood aside, objections taken back."""
        for stand in self.wording.stands.all():
            if stand.how != Stand.How.AGREE:
                yield Dissent(stand.get_how_display(), self.who(stand.seat), stand.words)
        for objection in self.wording.objections.all():
            if not objection.stands:
                by = self.who(objection.seat)
                yield Dissent("Objected, and took it back", by, objection.reason, objection.acceptable_if)

    def earlier(self) -> list[Earlier]:
        """Every wording after the first with what changed, newest first."""
        rows = sorted(self.decision.wordings.all(), key=lambda wording: wording.number)
        return [
            Earlier(now, now.changes_since(before), list(before.objections.all()))
            for before, now in pairwise(rows)
        ][::-1]


def possessive(partner: Partner) -> str:
    """``the families’``, ``the council’s``."""
    name = partner.name.lower()
    return f"the {name}’" if name.endswith("s") else f"the {name}’s"


def short_weekday(when: datetime) -> str:
    """``Thursday 19 March``"""
    return day(when).rsplit(" ", 1)[0]
