"""A group's page, as somebody sees it who sits there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from alongside.groups.conditions import joined
from alongside.groups.models import Decision, Group, Partner, Seat
from alongside.groups.waiting import how_it_stands
from alongside.people.viewer import Viewer
from alongside.promises.models import Promise, Reason

from .balance import Balance, balance
from .promised import Standing, standing

LATELY = 10
PARTS = (Seat.Part.SPEAKER, Seat.Part.DEPUTY, Seat.Part.MEMBER, Seat.Part.OBSERVER)


@dataclass(frozen=True)
class Waiting:
    """A decision in discussion: how far it is, in a line."""

    decision: Decision
    at: datetime

    @property
    def sentence(self) -> str:
        """ "Services agreed. 2 days left to take it in."."""
        return how_it_stands(self.decision, self.at)

    def waits_for(self, partner: Partner) -> bool:
        """Whether this partner's yes is needed and not given."""
        given = {agreement.partner_id for agreement in self.decision.agreements}
        return partner.needed and partner.pk not in given


@dataclass(frozen=True)
class Side:
    """One partner and who sits for it."""

    partner: Partner
    seats: list[Seat]


def in_discussion(groups: Iterable[Group], viewer: Viewer, at: datetime) -> list[Waiting]:
    """The decisions in discussion in these groups, oldest first, in as many queries for one as for many."""
    door = Decision.objects.visible_to(viewer).filter(group__in=list(groups)).in_discussion()
    return [Waiting(decision, at) for decision in door.whole().order_by("opened_at", "id")]


class Sitting:
    """The room of a group: what waits, what was decided and promised, who does how much."""

    def __init__(self, group: Group, viewer: Viewer, at: datetime) -> None:
        self.group, self.viewer, self.at = group, viewer, at

    @cached_property
    def seats(self) -> list[Seat]:
        """Everyone who sits here now, by partner."""
        live = Seat.objects.filter(group=self.group, until=None)
        seats = live.select_related("person", "partner", "works_for")
        return sorted(seats, key=lambda seat: (seat.partner.place, PARTS.index(seat.part), str(seat.person)))

    @cached_property
    def mine(self) -> Seat:
        """The viewer's own seat; the door has made sure that there is one."""
        person = self.viewer.person
        return next(seat for seat in self.seats if person is not None and seat.person_id == person.pk)

    @cached_property
    def sides(self) -> list[Side]:
        """The partners, lived experience first, each with its seats."""
        return [
            Side(partner, [seat for seat in self.seats if seat.partner_id == partner.pk])
            for partner in self.group.partners.all()
        ]

    @cached_property
    def chairs(self) -> str:
        """Who chairs: the speakers of two partners together."""
        return joined(str(seat.person) for seat in self.seats if seat.part == Seat.Part.SPEAKER)

    @cached_property
    def discussed(self) -> list[Waiting]:
        """Everything that is not decided yet."""
        return in_discussion([self.group], self.viewer, self.at)

    @property
    def for_us(self) -> list[Waiting]:
        """What waits for the viewer's own partner."""
        return [one for one in self.discussed if one.waits_for(self.mine.partner)]

    @property
    def waiting_title(self) -> str:
        """ "Waiting for families"."""
        return f"Waiting for {self.mine.partner.name.lower()}"

    @property
    def for_others(self) -> list[Waiting]:
        """What our partner has agreed to, and others have not."""
        return [one for one in self.discussed if not one.waits_for(self.mine.partner)]

    @cached_property
    def decided(self) -> list[Decision]:
        """The latest decisions."""
        door = Decision.objects.visible_to(self.viewer).filter(group=self.group, taken__isnull=False)
        return list(door.select_related("taken").order_by("-taken__at")[:LATELY])

    @cached_property
    def promises(self) -> list[Standing]:
        """What was promised on this group's decisions, the latest news first."""
        reasons = Reason.objects.filter(decision__group=self.group).values("promise")
        door = Promise.objects.visible_to(self.viewer).filter(pk__in=reasons)
        return standing(door.order_by("-month", "-id")[:LATELY], self.at)

    @cached_property
    def balance(self) -> Balance:
        """Who is making this happen."""
        return balance(self.group)
