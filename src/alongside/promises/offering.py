"""A promise that follows from no decision: one side offers it, the other takes it on or says no.

Nobody decides alone: whoever writes it never gives the yes that makes it count. Somebody of lived experience
sees to what they offer themself; somebody who works there names who does.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from alongside.documents.models import Text
from alongside.groups.models import Partner, Seat
from alongside.journal.models import record
from alongside.people.days import month_of
from alongside.people.models import Area, Counter, Organisation, Person, Perspective
from alongside.people.once import once

from . import asking
from .errors import NotAsked, NotForTheOtherSide, NotFromThere, NotOnASide, NotOnThatSide, OffersWait
from .making import is_said_well
from .promise import Promise, works_at

Side = Promise.Side
MOST_WAITING = 2
LIVED = [one.value for one in Perspective if one.is_lived]


def lived_seats(area: Area) -> QuerySet[Seat, Seat]:
    """Those who sit for lived experience in a group of this area, and do not only watch."""
    sitting = Seat.objects.filter(group__area=area, group__until=None, until=None)
    lived = sitting.filter(partner__kind=Partner.Kind.LIVED, perspective__in=LIVED)
    return lived.exclude(part=Seat.Part.OBSERVER)


def side_of(person: Person | None, organisation: Organisation, area: Area) -> Side | None:
    """The side on which this person can offer. Whoever works there stands there, whatever else they are."""
    if person is None:
        return None
    if works_at(person, organisation.pk):
        return Side.SERVICE
    if _sits_for(person, organisation):
        return None
    return Side.LIVED if lived_seats(area).filter(person=person).exists() else None


def offer(
    *,
    area: Area,
    organisation: Organisation,
    title: str,
    body: str,
    cornerstone: str,
    lived_owner: Person,
    service_owner: Person,
    due_on: date,
    by: Person,
    at: datetime,
    key: uuid.UUID | None = None,
) -> Promise:
    """Write one down for one's own side: it counts once the other has taken it on. ``key`` gives it once."""
    with transaction.atomic():
        if there := _offered_already(organisation, by, key):
            return there
        side = _side_of_both(area, organisation, by, lived_owner, service_owner)
        _not_too_many(organisation, side, lived_owner)
        is_said_well(title, body, due_on, at)
        promise = Promise.objects.create(
            form_key=key or uuid.uuid4(),
            area=area,
            organisation=organisation,
            reference=Counter.next("P", area=area, at=at),
            title=title,
            text=Text.write(body, area=area, at=at),
            cornerstone=cornerstone,
            lived_owner=lived_owner,
            service_owner=service_owner,
            due_on=due_on,
            made_at=at,
            made_by=by,
            offered_by=side,
            month=month_of(at),
        )
        _goes_out(promise, by, at)
    return promise


def _offered_already(place: Organisation, by: Person, key: uuid.UUID | None) -> Promise | None:
    """What this key wrote. Holds the place's row, so that two offers come one after the other."""
    Organisation.objects.select_for_update().get(pk=place.pk)
    return once(Promise.objects.exclude(offered_by="").filter(made_by=by), key, "form_key")


def _not_too_many(place: Organisation, side: Side, lived: Person) -> None:
    """Nobody is written to again and again: between one place and one parent few offers wait at a time."""
    waiting = Promise.objects.unanswered().filter(organisation=place, offered_by=side, lived_owner=lived)
    if waiting.count() >= MOST_WAITING:
        raise OffersWait


def _goes_out(promise: Promise, by: Person, at: datetime) -> None:
    asking.please_answer(promise, at)
    record("promise.offered", area_id=promise.area_id, about=promise, at=at, by=by, title=promise.title)


def _side_of_both(area: Area, place: Organisation, by: Person, lived: Person, service: Person) -> Side:
    """The side that offers, once there is an owner on each."""
    side = side_of(by, place, area)
    if side is None:
        raise NotOnASide
    if not works_at(service, place.pk):
        raise NotOnThatSide(
            f"{service} does not work for {place}. Please choose someone who does.", field="service_owner"
        )
    if side_of(lived, place, area) != Side.LIVED:
        raise NotOnThatSide(
            f"{lived} has no seat for lived experience here, or works for {place}. "
            "Please choose someone else.",
            field="lived_owner",
        )
    if side == Side.LIVED and lived != by:
        raise NotOnThatSide("What you offer, you see to yourself.", field="lived_owner")
    return side


def may_answer(promise: Promise, person: Person | None) -> bool:
    """Whether this person's yes makes the promise count, and their *no, because…* ends it."""
    if person is None:
        return False
    if promise.offered_by == Side.SERVICE:
        mine = person.pk == promise.lived_owner_id
        return mine and side_of(person, promise.organisation, promise.area) == Side.LIVED
    wrote = promise.is_offer and person.pk in (promise.made_by_id, promise.lived_owner_id)
    return not wrote and works_at(person, promise.organisation_id)


def must_be_asked(promise: Promise, person: Person) -> None:
    """Refuse whoever cannot answer for the side that is asked, with a sentence that says who can."""
    if may_answer(promise, person):
        return
    if promise.is_offer and person.pk == promise.made_by_id:
        raise NotForTheOtherSide
    raise NotAsked if promise.offered_by == Side.SERVICE else NotFromThere


def _sits_for(person: Person, organisation: Organisation) -> bool:
    """Whether a seat says that they also work for it, though they hold no role there."""
    return Seat.objects.filter(person=person, until=None, works_for=organisation).exists()
