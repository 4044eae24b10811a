"""Passing a seat on. What the seat agreed or objected to stands."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from alongside.journal.models import record
from alongside.people.models import Organisation, Person
from alongside.welcome.limits import Limit

from .errors import ManyTries, NobodyHere, NotYourSeat, OneSeatEach, SeatHasEnded
from .seating import begin, leave_it
from .seats import Group, Handover, Seat

TRIES = Limit("find a successor", 5)


def hand_over(
    seat: Seat,
    to: Person,
    by: Person | None,
    at: datetime,
    *,
    perspective: str = "",
    paid: bool | None = None,
    works_for: Organisation | None = None,
) -> Seat:
    """Pass this seat on: the old one ends, the new one begins, in one moment.

    By the person who has it, or by who speaks for their partner; a speaker's only by the speaker. A member
    of the same partner may take it over; their own seat ends then. Doing it twice gives the same new seat.
    """
    with transaction.atomic():
        group = Group.locked(seat.group_id)
        seat = group.seats.select_related("partner", "person").get(pk=seat.pk)
        passed = Handover.objects.filter(ended=seat, begun__person=to).select_related("begun").first()
        if passed:
            return passed.begun
        by = _may_pass_on(group, seat, by)
        has = group.seat_of(to)
        if has and (has.partner_id != seat.partner_id or has.pk == seat.pk):
            raise OneSeatEach
        if has:
            if has.speaks:  # nobody is made a member by being given a member's seat
                _may_pass_on(group, has, by)
            leave_it(has, by, at)
        seat.end(at)
        new = Seat(group=group, partner=seat.partner, person=to, part=seat.part, how=seat.how)
        new.perspective = perspective or (has or seat).perspective
        new.paid = (has or seat).paid if paid is None else paid
        new.works_for = works_for or (has.works_for if has else None)
        begun = begin(new, by, at)
        Handover.objects.create(ended=seat, begun=begun, by=by, at=at)
        # Whose own deed it was is in the event's name: a detail can be shredded, and a row could be changed.
        how = "handed-over" if by == seat.person else "handed-over-by-another"
        record(f"seat.{how}", area_id=group.area_id, about=seat, at=at, by=by, to=begun.pk)
    return begun


def successor(group: Group, address: str, by: Person, at: datetime) -> Person:
    """Whoever of the group's area has this address, to take a seat over.

    A few tries in a while, and one answer for unknown and for another area: nobody is looked up this way.
    """
    if not TRIES.take(str(by.pk), at):
        raise ManyTries
    found = group.area.people.at_address(address)
    if found is None:
        raise NobodyHere
    return found


def seats_behind(seat: Seat) -> set[UUID]:
    """The ids of the seats whose words are this one's: the same person's, and those it came from.

    Only what its owner passed on themself is followed: nobody can give away another's words.
    """
    behind = set(Seat.objects.filter(group=seat.group_id, person=seat.person_id).values_list("pk", flat=True))
    own = Handover.objects.filter(begun__group=seat.group_id, by=F("ended__person"))
    passed = dict(own.values_list("begun", "ended"))
    last = seat.pk
    while last in passed:
        last = passed[last]
        behind.add(last)
    return behind


def may_be_passed_on(group: Group, by: Person | None) -> list[Seat]:
    """The seats that this person may hand over: their own first, and no speaker's but their own."""
    theirs = group.seat_of(by)
    if theirs is None:
        return []
    others = theirs.partner.seats.filter(until=None).exclude(pk=theirs.pk).exclude(part=Seat.Part.SPEAKER)
    return [theirs, *(others.select_related("person", "partner") if theirs.speaks else [])]


def _may_pass_on(group: Group, seat: Seat, by: Person | None) -> Person:
    """Who passes it on, if they may."""
    if seat.until is not None:
        raise SeatHasEnded
    if by is None or seat not in may_be_passed_on(group, by):
        raise NotYourSeat
    return by
