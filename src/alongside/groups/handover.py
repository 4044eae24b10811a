"""Passing a seat on, and giving one up. What the seat agreed or objected to stands."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.journal.models import record
from alongside.people.models import Organisation, Person

from .errors import NotYourSeat, OneSeatEach, SeatHasEnded
from .seating import begin, leave_it
from .seats import Group, Handover, Seat


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

    By the person who has it, or by who speaks for their partner. A member of the same partner may take
    it over; their own seat ends then. Doing it twice gives the same new seat.
    """
    with transaction.atomic():
        group = Group.locked(seat.group_id)
        seat = group.seats.select_related("partner", "person").get(pk=seat.pk)
        passed = Handover.objects.filter(ended=seat, begun__person=to).select_related("begun").first()
        if passed:
            return passed.begun
        _may_pass_on(group, seat, by)
        has = group.seat_of(to)
        if has and (has.partner_id != seat.partner_id or has.pk == seat.pk):
            raise OneSeatEach
        if has:
            leave_it(has, by, at)
        seat.end(at)
        new = Seat(group=group, partner=seat.partner, person=to, part=seat.part, how=seat.how)
        new.perspective = perspective or (has or seat).perspective
        new.paid = (has or seat).paid if paid is None else paid
        new.works_for = works_for or (has.works_for if has else None)
        begun = begin(new, by, at)
        Handover.objects.create(ended=seat, begun=begun, at=at)
        record("seat.handed-over", area_id=group.area_id, about=seat, at=at, by=by, to=begun.pk)
    return begun


def end_seat(seat: Seat, by: Person, at: datetime) -> Seat:
    """Give a seat up without passing it on. Doing it twice changes nothing."""
    with transaction.atomic():
        group = Group.locked(seat.group_id)
        seat = group.seats.select_related("partner", "person").get(pk=seat.pk)
        if seat.until is None:
            _may_pass_on(group, seat, by)
            leave_it(seat, by, at)
    return seat


def seats_behind(seat: Seat) -> set[UUID]:
    """The ids of the seats whose words are this one's: the same person's, and those it was handed on from."""
    behind = set(Seat.objects.filter(group=seat.group_id, person=seat.person_id).values_list("pk", flat=True))
    passed = dict(Handover.objects.filter(begun__group=seat.group_id).values_list("begun", "ended"))
    last = seat.pk
    while last in passed:
        last = passed[last]
        behind.add(last)
    return behind


def may_be_passed_on(group: Group, by: Person | None) -> list[Seat]:
    """The seats that this person may hand over or end: their own first."""
    theirs = group.seat_of(by)
    if theirs is None:
        return []
    others = theirs.partner.seats.filter(until=None).exclude(pk=theirs.pk).select_related("person", "partner")
    return [theirs, *(others if theirs.speaks else [])]


def _may_pass_on(group: Group, seat: Seat, by: Person | None) -> None:
    if seat.until is not None:
        raise SeatHasEnded
    if seat not in may_be_passed_on(group, by):
        raise NotYourSeat
