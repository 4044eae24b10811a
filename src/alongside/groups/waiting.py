"""What waits for one person: decisions that need their partner's yes, or where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.people.models import Person

from . import conditions
from .conditions import joined
from .models import Decision, Group, Seat


@dataclass(frozen=True)
class Waiting:
    """One decision that waits for this person. ``for_partner`` names the partner whose yes it waits for."""

    decision: UUID
    group: Group
    title: str
    sentence: str
    href: str
    for_partner: str = ""


def waiting_decisions(person: Person, at: datetime) -> list[Waiting]:
    """What waits for this person, oldest first; the same few queries however much it is."""
    seats = Seat.objects.filter(person=person, until=None).exclude(part=Seat.Part.OBSERVER)
    mine = {seat.group_id: seat for seat in seats.select_related("partner")}
    open_ones = Decision.objects.in_discussion().filter(group__in=list(mine)).order_by("opened_at")
    return [
        found for decision in open_ones.whole() for found in _waits(decision, mine[decision.group_id], at)
    ]


def _waits(decision: Decision, seat: Seat, at: datetime) -> Iterator[Waiting]:
    given = {agreement.partner_id for agreement in decision.agreements}
    if seat.speaks and seat.partner_id not in given:
        yield _one(decision, how_it_stands(decision, at), seat.partner.name)
    elif not seat.speaks and not _has_said(decision, seat):
        yield _one(decision, f"Say where you stand. {how_it_stands(decision, at)}")


def _one(decision: Decision, sentence: str, for_partner: str = "") -> Waiting:
    href = decision.get_absolute_url()
    return Waiting(decision.pk, decision.group, decision.title, sentence, href, for_partner)


def _has_said(decision: Decision, seat: Seat) -> bool:
    wording = decision.wording
    said = [row.seat.person_id for row in (*wording.stands.all(), *wording.objections.all())]
    return seat.person_id in said


def how_it_stands(decision: Decision, at: datetime) -> str:
    """``Services agreed. 2 days left to take it in.``"""
    names = [agreement.partner.name for agreement in decision.agreements]
    said = [f"{joined(names)} agreed." if names else "Nobody has agreed yet."]
    if decision.objections:
        said.append("An objection stands." if len(decision.objections) == 1 else "Objections stand.")
    elif left := days_left(decision, at):
        said.append(f"{left} {'day' if left == 1 else 'days'} left to take it in.")
    return " ".join(said)


def days_left(decision: Decision, at: datetime) -> int:
    """Days that people still have to take it in; none for what cannot wait."""
    return 0 if decision.is_urgent() else conditions.days_left(decision, at)
