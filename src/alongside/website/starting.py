"""The first run: an area, its forum, and the person who co-ordinates it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from alongside.people import addresses, phones
from alongside.people.models import Area, Member, Organisation, Person, Role
from alongside.people.roles import give_role


class CannotStart(Exception):
    """A kind sentence that says what to do instead."""


@dataclass(frozen=True)
class Beginning:
    """What one has to say to begin."""

    area: str
    forum: str
    name: str
    email: str
    phone: str = ""


def begin(said: Beginning, at: datetime) -> Person:
    """Make all of it, or nothing. Raises ``CannotStart``."""
    with transaction.atomic():
        area = _area(said)
        forum = Organisation.objects.create(area=area, name=said.forum, kind=Organisation.Kind.FORUM)
        person = Person.join(
            said.name, area=area, at=at, email=_email(said.email), phone=_phone(said.phone) or None
        )
        Member.join(person, forum, at, how="began it", may_contact=True)
        for role in (Role.Name.COORDINATOR, Role.Name.KEEPER):
            give_role(person, role, at, None, area=area)
    return person


def _area(said: Beginning) -> Area:
    if Area.objects.filter(name__iexact=said.area).exists():
        raise CannotStart(f"{said.area} is here already. Its co-ordinator can sign in and carry on.")
    area = Area(name=said.area, slug=slugify(said.area), person_to_ring=said.name)
    area.phone = phones.spoken(_phone(said.phone)) if said.phone else ""
    try:
        area.full_clean()
    except ValidationError as error:
        raise CannotStart(" ".join(error.messages)) from error
    area.save(force_insert=True)
    return area


def _email(text: str) -> str:
    found = addresses.email(text)
    if found is None:
        raise CannotStart(
            f"“{text}” does not look like an e-mail address. It should look like name@example.org."
        )
    if Person.objects.filter(email__iexact=found).exists():
        raise CannotStart(f"Somebody with the address {found} is here already.")
    return found


def _phone(text: str) -> str:
    found = phones.normalise(text) if text else ""
    if found is None:
        raise CannotStart(f"“{text}” does not look like a phone number. Leave it out if you have none.")
    if found and Person.objects.filter(phone=found).exists():
        raise CannotStart("Somebody uses this phone number already.")
    return found
