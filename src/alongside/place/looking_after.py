"""How people reach us, whom we can ask, and who does what: the verbs of whoever looks after an area."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from alongside.journal.models import record
from alongside.messages.say import link, say
from alongside.people import addresses
from alongside.people.errors import NotAnAddress
from alongside.people.models import Area, Organisation, Person, Role
from alongside.people.once import once
from alongside.people.roles import TASKS, end_role, give_role
from alongside.people.viewer import Viewer

from .errors import HereAlready, NotTheirPlace, OnlyOneLeft, WhichOrganisation

SAID = ("person_to_ring", "phone", "hours", "controller", "privacy_contact", "languages")
"""What an area says of itself."""


def describe(area: Area, by: Person, at: datetime, said: Mapping[str, Any]) -> None:
    """Say how people reach us, and who answers for what we keep. Raises ``NotTheirPlace``."""
    _theirs(area, by)
    with transaction.atomic():
        now = Area.objects.select_for_update().get(pk=area.pk)
        changed = [name for name in SAID if getattr(now, name) != said[name]]
        if not changed:
            return
        for name in changed:
            setattr(now, name, said[name])
        now.save(update_fields=changed)
        record("area.described", area_id=area.pk, about=area, at=at, by=by, said=changed)


def add_organisation(
    area: Area, name: str, kind: str, email: str, by: Person, at: datetime, key: UUID | None = None
) -> Organisation:
    """Somebody whom we can ask. They need to set nothing up. Raises ``NotTheirPlace`` or ``HereAlready``."""
    _theirs(area, by)
    with transaction.atomic():
        Area.objects.select_for_update().get(pk=area.pk)
        if there := once(Organisation.objects.filter(area=area), key):
            return there
        if Organisation.objects.filter(area=area, name__iexact=name).exists():
            raise HereAlready(field="name")
        organisation = Organisation(area=area, name=name, kind=kind, email=email)
        organisation.pk = key or organisation.pk
        organisation.save(force_insert=True)
        record("organisation.added", area_id=area.pk, about=organisation, at=at, by=by)
    return organisation


def set_address(organisation: Organisation, email: str, by: Person, at: datetime) -> None:
    """Where its codes go from now on. Raises ``NotTheirPlace``."""
    _theirs(organisation.area, by)
    if organisation.email != email:
        with transaction.atomic():
            Organisation.objects.filter(pk=organisation.pk).update(email=email)
            record("organisation.reached", area_id=organisation.area_id, about=organisation, at=at, by=by)


def ask_to_do(
    area: Area,
    task: Role.Name,
    called: str,
    address: str,
    by: Person,
    at: datetime,
    organisation: Organisation | None = None,
) -> Role:
    """Give a task to somebody, known here or new, and tell them how to sign in. Twice is once.

    Raises ``NotTheirPlace``, ``WhichOrganisation``, ``NotAnAddress`` or what ``give_role`` says.
    """
    _theirs(area, by)
    if not TASKS[task].in_an_area and organisation is None:
        raise WhichOrganisation(field="organisation")
    reached = addresses.normalise(address)
    if reached is None:
        raise NotAnAddress(field="address")
    where: dict[str, Any] = {"area": area} if TASKS[task].in_an_area else {"organisation": organisation}
    with transaction.atomic():
        Area.objects.select_for_update().get(pk=area.pk)
        person = Person.objects.at_address(reached) or Person.join(
            called, area=area, at=at, **_reached_at(reached)
        )
        role = give_role(person, task, at, by, **where)
        _tell(role, by, at)
    return role


def end_task(role: Role, by: Person, at: datetime) -> None:
    """Somebody does this no longer. Raises ``OnlyOneLeft``, or ``NotYoursToGive``."""
    with transaction.atomic():
        if role.area_id:
            Area.objects.select_for_update().get(pk=role.area_id)
        others = Role.objects.holders(Role.Name.COORDINATOR, area=role.area_id).exclude(pk=role.pk)
        if role.name == Role.Name.COORDINATOR and not others.exists():
            raise OnlyOneLeft
        end_role(role, at, by)


def task_at(viewer: Viewer, pk: UUID) -> Role | None:
    """One task that is held now, in an area or at an organisation that this viewer co-ordinates."""
    areas = viewer.areas_as(Role.Name.COORDINATOR)
    held = Role.objects.live().select_related("area", "organisation__area", "person")
    return held.filter(Q(area__in=areas) | Q(organisation__area__in=areas), pk=pk).first()


def tasks_in(area: Area) -> list[Role]:
    """Who does what: in the area itself, and for the organisations that are at home in it."""
    held = Role.objects.live().select_related("person", "organisation", "area")
    here = [*held.filter(area=area), *held.filter(organisation__area=area)]
    order = list(Role.Name)
    return sorted(here, key=lambda role: (order.index(Role.Name(role.name)), role.person.screen_name))


def _theirs(area: Area, by: Person) -> None:
    if not Viewer(by).holds(Role.Name.COORDINATOR, area=area):
        raise NotTheirPlace


def _reached_at(address: str) -> dict[str, Any]:
    return {"email": address} if "@" in address else {"phone": address}


def _tell(role: Role, by: Person, at: datetime) -> None:
    """They hear who asked them, what for, and how to sign in."""
    person, where = role.person, role.organisation or role.area
    task = TASKS[Role.Name(role.name)]
    second = "You set up a second step when you first sign in.\n" if task.second_step else ""
    body = (
        f"Hello {person.screen_name},\n\n{by.screen_name} asks you to help at {where}, "
        f"as {role.get_name_display().lower()}. {task.may}\n\n"
        f"Sign in with this address: {link(reverse('welcome:sign_in'))}\nThere is no password. {second}\n"
        f"You would rather not? Then write or ring {by.screen_name}. Nobody minds.\n"
    )
    say(
        key=f"asked-to-do:{role.pk}",
        kind="asked-to-do",
        subject=f"Would you help at {where}?",
        body=body,
        at=at,
        area=person.area,
        person=person,
    )
