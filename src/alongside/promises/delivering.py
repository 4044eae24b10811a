"""Done, looked at, told: how a round goes on, each step by somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from alongside.documents.models import File, Text
from alongside.groups.models import Seat
from alongside.journal.models import record
from alongside.people.models import Person, Role
from alongside.people.viewer import Viewer

from . import letters
from .errors import NotAccepted, NotAnOwner, NotNow, NotYoursToCheck, SomethingMissing
from .evidence import belongs_to
from .promise import Promise, PromiseDoor, Reason, works_at
from .rounds import Checked, Delivered
from .tell_back import tell_everyone


def deliver(
    promise: Promise,
    by: Person,
    different: str,
    evidence: str,
    at: datetime,
    files: Sequence[File] = (),
) -> Delivered:
    """An owner says that it is done. Said again in the same words, it is the same round."""
    with transaction.atomic():
        held = Promise.locked(promise.pk)
        if not held.is_owned_by(by):
            raise NotAnOwner
        if not held.is_accepted:
            raise NotAccepted
        if not different.strip():
            raise SomethingMissing("Say what is different now.", field="different")
        if (again := _again(held, different)) is not None:
            return again
        delivered = _new_round(held, by, different, evidence, at)
        belongs_to(delivered, files)
    promise.refresh_from_db()
    return delivered


def _again(promise: Promise, different: str) -> Delivered | None:
    """The round that stands, when this is the same thing said twice. Another one cannot begin beside it."""
    latest = promise.round
    if latest is None or latest.is_reopened:
        return None
    if latest.text.body == different:
        return latest
    raise NotNow("This promise has been delivered already. It can be opened again if it is not right.")


def _new_round(promise: Promise, by: Person, different: str, evidence: str, at: datetime) -> Delivered:
    latest = promise.round
    delivered = Delivered.objects.create(
        promise=promise,
        number=latest.number + 1 if latest else 1,
        text=Text.write(different, area=promise.area, at=at),
        evidence=evidence,
        by=by,
        at=at,
    )
    promise.has_news(at)
    for person in _who_is_asked_to_check(promise):
        letters.please_check(delivered, person, at)
    record("promise.delivered", area_id=promise.area_id, about=promise, at=at, by=by, round=delivered.number)
    return delivered


def _who_is_asked_to_check(promise: Promise) -> list[Person]:
    """The area's co-ordinators; others who may check see it on their own page."""
    held = Role.objects.holders(Role.Name.COORDINATOR, area=promise.area_id)
    return [role.person for role in held if may_check(promise, role.person)]


def may_check(promise: Promise, person: Person | None) -> bool:
    """Neither owner, not employed there, and with a reason to look.

    A reason to look has whoever sits in the group that decided, since they know what was agreed; and the
    area's co-ordinators and moderators, since in a small group everybody else may be an owner or work there.
    An observer only watches.
    """
    if person is None or promise.is_owned_by(person) or works_at(person, promise.organisation_id):
        return False
    seats = Seat.objects.filter(person=person, until=None)
    if seats.filter(works_for=promise.organisation_id).exists():
        return False
    groups = promise.reasons.filter(decision__isnull=False).values("decision__group")
    if seats.filter(group__in=groups).exclude(part=Seat.Part.OBSERVER).exists():
        return True
    return Viewer(person).holds(Role.Name.COORDINATOR, Role.Name.MODERATOR, area=promise.area_id)


def checkable(viewer: Viewer) -> PromiseDoor:
    """The promises that ``may_check`` lets this person look at, in one query."""
    seats = Seat.objects.filter(person=viewer.person, until=None)
    sits_in = seats.exclude(part=Seat.Part.OBSERVER).values("group")
    decided = Reason.objects.filter(decision__group__in=sits_in).values("promise")
    employed = seats.filter(works_for__isnull=False).values("works_for")
    looks_after = viewer.areas_as(Role.Name.COORDINATOR, Role.Name.MODERATOR)
    return Promise.objects.filter(Q(pk__in=decided) | Q(area__in=looks_after)).exclude(
        Q(lived_owner=viewer.person)
        | Q(service_owner=viewer.person)
        | Q(organisation__in=viewer.works_for)
        | Q(organisation__in=employed)
    )


def check(promise: Promise, by: Person, saw: str, at: datetime) -> Checked:
    """Somebody else looked, and says what they saw. In the same transaction every teller is told."""
    with transaction.atomic():
        held = Promise.locked(promise.pk)
        if not may_check(held, by):
            raise NotYoursToCheck
        latest = held.round
        if latest is None or latest.is_reopened:
            raise NotNow("Nobody has said that this is done. There is nothing to check yet.")
        if not saw.strip():
            raise SomethingMissing("Say what you saw.", field="saw")
        checked = _same_look(latest, by, saw) or _first_look(held, latest, by, saw, at)
    promise.refresh_from_db()
    return checked


def _same_look(delivered: Delivered, by: Person, saw: str) -> Checked | None:
    if not delivered.is_checked:
        return None
    if delivered.checked.by_id == by.pk and delivered.checked.saw == saw:
        return delivered.checked
    raise NotNow(f"{delivered.checked.by} has checked this already.")


def _first_look(promise: Promise, delivered: Delivered, by: Person, saw: str, at: datetime) -> Checked:
    checked = Checked.objects.create(delivered=delivered, by=by, saw=saw, at=at)
    promise.has_news(at)
    record("promise.checked", area_id=promise.area_id, about=promise, at=at, by=by, round=delivered.number)
    if tell_everyone(delivered, at):
        # one event for all of them: how many were told is nobody's to read off the journal
        record("promise.told", area_id=promise.area_id, about=promise, at=at, round=delivered.number)
    return checked
