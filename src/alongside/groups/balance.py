"""Who is making this happen: facts about a group's own work, by partner, shown as they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from .models import Decision, Group, Objection, Partner, Seat, Wording


@dataclass(frozen=True)
class Share:
    """What one partner holds and did. Seats are those of now, without observers."""

    partner: Partner
    seats: int
    paid: int
    unpaid: int
    decisions_opened: int
    wordings_written: int
    objections: int


def balance(group: Group) -> list[Share]:
    """One share for each partner, lived experience first, in the same few queries for any group."""
    now = Seat.objects.filter(group=group, until=None).exclude(part=Seat.Part.OBSERVER)
    seats, paid = _by(now, "partner"), _by(now.filter(paid=True), "partner")
    opened = _by(Decision.objects.filter(group=group), "opened_by__partner")
    written = _by(Wording.objects.filter(decision__group=group), "by__partner")
    objections = _by(Objection.objects.filter(wording__decision__group=group), "seat__partner")
    return [
        Share(
            partner=partner,
            seats=seats[partner.pk],
            paid=paid[partner.pk],
            unpaid=seats[partner.pk] - paid[partner.pk],
            decisions_opened=opened[partner.pk],
            wordings_written=written[partner.pk],
            objections=objections[partner.pk],
        )
        for partner in group.partners.all()
    ]


def _by(rows: QuerySet[Any], partner: str) -> Counter[UUID]:
    counted = rows.order_by().values_list(partner).annotate(Count("pk"))
    return Counter({key: number for key, number in counted})
