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

from .errors import CannotStart

ALONE = (Role.Name.COORDINATOR, Role.Name.KEEPER, Role.Name.MODERATOR)
"""What somebody does who begins alone. Each task is handed on when there is a second person."""


@dataclass(frozen=True)
class Beginning:
    """What one says to begin. Only the first four are needed; everything else can be said later.

    lead_email   the safeguarding lead's address; empty while worries only get signposts
    languages    as people would name them, for example ``("English", "Urdu")``
    """

    area: str
    forum: str
    name: str
    email: str
    phone: str = ""
    hours: str = ""
    lead_name: str = ""
    lead_email: str = ""
    privacy_contact: str = ""
    languages: tuple[str, ...] = ()


def begin(said: Beginning, at: datetime) -> Person:
    """Make all of it, or nothing. Raises ``CannotStart``."""
    with transaction.atomic():
        area = _area(said)
        forum = Organisation.objects.create(area=area, name=said.forum, kind=Organisation.Kind.FORUM)
        email, phone = _email(said.email, "email"), _phone(said.phone) or None
        person = Person.join(said.name, area=area, at=at, email=email, phone=phone)
        Member.join(person, forum, at, how="began it", may_contact=True)
        for role in ALONE:
            give_role(person, role, at, None, area=area)
        if said.lead_email:
            give_role(_lead(said, person, at), Role.Name.LEAD, at, None, area=area)
    return person


def _area(said: Beginning) -> Area:
    if Area.objects.filter(name__iexact=said.area).exists():
        raise CannotStart(
            f"{said.area} is here already. Its co-ordinator can sign in and carry on.", field="area"
        )
    area = Area(
        name=said.area,
        slug=slugify(said.area),
        person_to_ring=said.name,
        phone=phones.spoken(_phone(said.phone)) if said.phone else "",
        hours=said.hours,
        controller=said.forum,
        privacy_contact=said.privacy_contact or said.email,
        languages=list(said.languages),
    )
    try:
        area.full_clean()
    except ValidationError as error:
        raise CannotStart(" ".join(error.messages), field="area") from error
    area.save(force_insert=True)
    return area


def _lead(said: Beginning, starter: Person, at: datetime) -> Person:
    """The one who began, or somebody new."""
    if addresses.email(said.lead_email) == starter.email:
        return starter
    email = _email(said.lead_email, "lead_email")
    return Person.join(said.lead_name or "Safeguarding lead", area=starter.area, at=at, email=email)


def _email(text: str, field: str) -> str:
    found = addresses.email(text)
    if found is None:
        raise CannotStart(
            f"“{text}” does not look like an e-mail address. It should look like name@example.org.",
            field=field,
        )
    if Person.objects.filter(email__iexact=found).exists():
        raise CannotStart(f"Somebody with the address {found} is here already.", field=field)
    return found


def _phone(text: str) -> str:
    found = phones.normalise(text) if text else ""
    if found is None:
        raise CannotStart(
            f"“{text}” does not look like a phone number. Leave it out if you have none.", field="phone"
        )
    if found and Person.objects.filter(phone=found).exists():
        raise CannotStart("Somebody uses this phone number already.", field="phone")
    return found
