"""Taking a seat: who may sit where, and who may say so."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from alongside.journal.models import record
from alongside.people.models import Organisation, Person, Perspective, Role
from alongside.people.viewer import Viewer

from .errors import NotYourSeat, NotYoursToSeat, OneSeatEach, OneSpeaker, SaysBoth, SpeaksFromExperience
from .seats import Group, Partner, Seat

SPEAKING = (Seat.Part.SPEAKER, Seat.Part.DEPUTY)


def take_a_seat(
    group: Group,
    person: Person,
    partner: Partner,
    *,
    part: str = Seat.Part.MEMBER,
    perspective: str,
    at: datetime,
    by: Person | None = None,
    how: str = Seat.How.ELECTED,
    paid: bool = False,
    works_for: Organisation | None = None,
) -> Seat:
    """A seat for this person. Sitting for the same partner in another part ends the old seat.

    ``by`` may be left out while the group is set up, before its first decision; from then on each
    partner chooses its own people, and a speaker stays one until they say otherwise themself.
    """
    with transaction.atomic():
        group = Group.locked(group.pk)
        partner = group.partners.get(pk=partner.pk)
        has = group.seat_of(person)
        if has and (has.partner_id, has.part) == (partner.pk, part):
            return has
        _may_seat(group, partner, by)
        if has:
            _may_reseat(has, partner, by)
            leave_it(has, by, at)
        seat = Seat(
            group=group,
            partner=partner,
            person=person,
            part=part,
            how=how,
            perspective=perspective,
            paid=paid,
            works_for=works_for,
        )
        return begin(seat, by, at)


def begin(seat: Seat, by: Person | None, at: datetime) -> Seat:
    """Write the seat and its line in the journal, if the rules let this person sit there."""
    if seat.part == Seat.Part.SPEAKER and seat.partner.seats.filter(until=None, part=seat.part).exists():
        raise OneSpeaker
    if seat.partner.is_lived and seat.part in SPEAKING and not Perspective(seat.perspective).is_lived:
        raise SpeaksFromExperience
    if seat.partner.is_lived and seat.works_for is None and Viewer(seat.person).is_service_side:
        raise SaysBoth
    seat.since = at
    seat.save(force_insert=True)
    # The part is in the event's own name: a detail can be shredded, and a row could be changed.
    record(f"seat.begun-as-{seat.part}", area_id=seat.group.area_id, about=seat, at=at, by=by)
    return seat


def leave_it(seat: Seat, by: Person | None, at: datetime) -> None:
    """End a seat that nobody takes over. What it agreed or objected to stands."""
    seat.end(at)
    record("seat.ended", area_id=seat.group.area_id, about=seat, at=at, by=by)


def _may_seat(group: Group, partner: Partner, by: Person | None) -> None:
    """A partner's own people choose: those who speak for it, else any who sit for it.

    Only a partner that nobody sits for is filled by the area's co-ordinator. No one reaches across.
    """
    if by is None:
        if group.decisions.exists():
            raise NotYoursToSeat
        return
    sitting = partner.seats.filter(until=None).exclude(part=Seat.Part.OBSERVER)
    choosing = list(sitting.filter(part__in=SPEAKING)) or list(sitting)
    if choosing and by.pk in {seat.person_id for seat in choosing}:
        return
    if choosing or not Viewer(by).holds(Role.Name.COORDINATOR, area=group.area_id):
        raise NotYoursToSeat


def _may_reseat(has: Seat, partner: Partner, by: Person | None) -> None:
    """For the same partner alone; and never a speaker by others: who could reseat them would unseat them."""
    if has.partner_id != partner.pk:
        raise OneSeatEach
    if by is not None and has.part == Seat.Part.SPEAKER and by.pk != has.person_id:
        raise NotYourSeat
