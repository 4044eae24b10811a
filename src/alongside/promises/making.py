"""Writing down a promise: what it follows from, and who owes it to whom."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import transaction

from alongside.documents.models import Text
from alongside.groups.models import Decision, Group, Partner, Seat
from alongside.journal.models import record
from alongside.people.days import day_of, month_of
from alongside.people.models import Counter, Organisation, Person, Perspective
from alongside.people.once import once
from alongside.voice.models import Basis

from . import asking
from .errors import NotDecided, NotOnThatSide, NotSeated, SomethingMissing
from .promise import Promise, Reason, works_at


def make(
    *,
    decision: Decision,
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
    """Write down a promise that follows from a taken decision. The same ``key`` gives it once."""
    with transaction.atomic():
        group = Group.locked(decision.group_id)
        if there := once(Promise.objects.filter(made_by=by), key, "form_key"):
            return there
        _may_be_made(decision, organisation, group, by)
        is_said_well(title, body, due_on, at)
        _has_an_owner_on_each_side(group, organisation, lived_owner, service_owner)
        promise = Promise.objects.create(
            form_key=key or uuid.uuid4(),
            area_id=decision.area_id,
            organisation=organisation,
            reference=Counter.next("P", area=decision.area, at=at),
            title=title,
            text=Text.write(body, area=decision.area, at=at),
            cornerstone=cornerstone,
            lived_owner=lived_owner,
            service_owner=service_owner,
            due_on=due_on,
            made_at=at,
            made_by=by,
            month=month_of(at),
        )
        _goes_out(promise, decision, by, at)
    return promise


def _goes_out(promise: Promise, decision: Decision, by: Person, at: datetime) -> None:
    _give_reasons(promise, decision)
    asking.please_answer(promise, at)
    record("promise.made", area_id=promise.area_id, about=promise, at=at, by=by, title=promise.title)


def _give_reasons(promise: Promise, decision: Decision) -> None:
    """The decision, and the stories that it rests on now; those put under it later are found through it."""
    stories = Basis.objects.filter(decision=decision, story__isnull=False).values_list("story", flat=True)
    Reason.objects.create(promise=promise, decision=decision)
    Reason.objects.bulk_create([Reason(promise=promise, story_id=story) for story in stories])


def _may_be_made(decision: Decision, organisation: Organisation, group: Group, by: Person) -> None:
    seat = group.seat_of(by)
    if seat is None or not seat.sits:
        raise NotSeated
    if not decision.is_taken:
        raise NotDecided
    if not Organisation.of(decision.area).filter(pk=organisation.pk).exists():
        raise NotOnThatSide(f"{organisation} does not work in {decision.area}.", field="organisation")


def is_said_well(title: str, body: str, due_on: date, at: datetime) -> None:
    """Refuse a promise without a name, without words, or for a day that has gone by."""
    if not title.strip():
        raise SomethingMissing("Give the promise a short name.", field="title")
    if not body.strip():
        raise SomethingMissing("Say what will be done.", field="body")
    if due_on < day_of(at):
        raise SomethingMissing("Choose a day that is still to come.", field="due_on")


def _has_an_owner_on_each_side(
    group: Group, organisation: Organisation, lived: Person, service: Person
) -> None:
    if not any(_brings_lived_experience(seat) for seat in group.seats.filter(person=lived, until=None)):
        raise NotOnThatSide(
            f"{lived} has no seat for lived experience in this group. Please choose someone who has.",
            field="lived_owner",
        )
    if not works_at(service, organisation.pk):
        raise NotOnThatSide(
            f"{service} does not work for {organisation}. Please choose someone who does.",
            field="service_owner",
        )
    if lived == service:
        raise NotOnThatSide("One person cannot be both owners.", field="service_owner")


def _brings_lived_experience(seat: Seat) -> bool:
    return seat.sits and seat.partner.kind == Partner.Kind.LIVED and Perspective(seat.perspective).is_lived
