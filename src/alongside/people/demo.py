"""Netherby's people and places: the cast that the demo, the tests and the guide share. All invented."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime, time

from .models import Area, Member, Organisation, Person, Role

NAMESPACE = uuid.UUID("6b1c0f5e-8f0a-5f53-9b6e-0a6d5e7f2c11")


def id_of(name: str) -> uuid.UUID:
    """The id that a demo person always has: how the demo knows its own."""
    return uuid.uuid5(NAMESPACE, name.lower())


CAST = {
    "Asha": "speaks for families",
    "Ben": "speaks for services",
    "Cara": "is a parent and new",
    "Dev": "is from another area and must see nothing",
    "Ellis": "is sixteen",
    "Farah": "is a head teacher and charter champion",
    "Gwen": "moderates, with lived experience",
    "Kit": "moderates, from the council",
    "Hal": "is the safeguarding lead",
    "Ines": "assesses for the charter",
    "Jo": "co-ordinates the forum and keeps the ways back",
    "Priya": "runs bookings at the Child Development Centre",
    "Owen": "is a parent and takes promises on",
}
"""Everyone in Netherby, and what they come to do."""


@dataclass
class Netherby:
    """The places, and the people by first name in small letters: ``netherby.people["asha"]``."""

    area: Area
    region: Area
    elsewhere: Area
    further: Area
    forum: Organisation
    council: Organisation
    centre: Organisation
    school: Organisation
    barn: Organisation
    meadow: Organisation
    people: dict[str, Person] = field(default_factory=dict, kw_only=True)

    def __getattr__(self, name: str) -> Person:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    def works_at(self, there: Organisation) -> Person:
        """Who answers there and takes promises on."""
        held = Role.objects.live().filter(organisation=there).select_related("person")
        return held.order_by("person__screen_name")[0].person


def netherby(at: datetime) -> Netherby:
    """Make the places and the people, as they were when the forum began."""
    n = _places()
    for number, name in enumerate(CAST, start=1):
        _person(n, name, f"01632 9601{number:02}", at)
    _roles(n, at)
    for name in ("asha", "cara", "ellis", "gwen", "jo", "owen"):
        Member.objects.create(
            person=n.people[name], forum=n.forum, how="at a coffee morning", may_contact=True, joined_at=at
        )
    return n


def _places() -> Netherby:
    region = Area.objects.create(slug="the-dales", name="The Dales", kind=Area.Kind.REGION)
    area = Area.objects.create(
        slug="netherby",
        name="Netherby",
        parent=region,
        controller="Netherby Parent Carer Forum and Netherby Council, jointly",
        privacy_contact="privacy@netherby.example",
        languages=["en-GB"],
        person_to_ring="Jo",
        phone="01632 960 142",
        hours="Tuesday to Friday, 9.30 to 2.30",
    )
    lin = {"person_to_ring": "Lin", "phone": "01632 960 777", "hours": "Mondays, 10 to 4"}
    elsewhere = Area.objects.create(slug="overfell", name="Overfell", parent=region, **lin)
    further = Area.objects.create(slug="kettlemere", name="Kettlemere", parent=region)
    make, kind = Organisation.objects.create, Organisation.Kind
    for neighbour in (elsewhere, further):
        make(area=neighbour, name=f"{neighbour} Council", kind=kind.COUNCIL)
    return Netherby(area, region, elsewhere, further, *_organisations(area))


def _organisations(area: Area) -> list[Organisation]:
    kind = Organisation.Kind
    there = [
        ("Netherby Parent Carer Forum", kind.FORUM, "forum@netherby.example"),
        ("Netherby Council", kind.COUNCIL, "send@council.netherby.example"),
        ("Child Development Centre", kind.HEALTH, "hello@cdc.netherby.example"),
        ("Beck Lane Primary", kind.SCHOOL, "office@becklane.netherby.example"),
        ("Hazel Barn Short Breaks", kind.PROVIDER, "come@hazelbarn.netherby.example"),
        ("Long Meadow School", kind.SCHOOL, "office@longmeadow.netherby.example"),
    ]
    return [
        Organisation.objects.create(area=area, name=name, kind=what, email=email)
        for name, what, email in there
    ]


def _person(n: Netherby, name: str, phone: str, at: datetime) -> None:
    area = n.elsewhere if name == "Dev" else n.area
    person = Person.join(
        name,
        area=area,
        at=at,
        email=f"{name.lower()}@{area.slug}.example",
        phone=phone,
        id=id_of(name),
        quiet_from=time(21),
        quiet_until=time(8),
    )
    if name == "Ellis":
        person.age_band = Person.Age.YOUNG
        person.save(update_fields=["age_band"])
    n.people[name.lower()] = person


def _roles(n: Netherby, at: datetime) -> None:
    role = Role.Name
    held = [
        ("ben", role.STAFF, n.council),
        ("kit", role.STAFF, n.council),
        ("priya", role.STAFF, n.centre),
        ("priya", role.CHAMPION, n.centre),
        ("farah", role.STAFF, n.school),
        ("farah", role.CHAMPION, n.school),
        ("gwen", role.MODERATOR, n.area),
        ("kit", role.MODERATOR, n.area),
        ("hal", role.LEAD, n.area),
        ("ines", role.ASSESSOR, n.area),
        ("jo", role.COORDINATOR, n.area),
        ("jo", role.KEEPER, n.area),
        ("dev", role.COORDINATOR, n.elsewhere),
        ("dev", role.KEEPER, n.elsewhere),
        ("dev", role.MODERATOR, n.elsewhere),
        ("dev", role.LEAD, n.elsewhere),
    ]
    for name, what, place in held:
        where = {"area": place} if isinstance(place, Area) else {"organisation": place}
        Role.objects.create(person=n.people[name], name=what, since=at, **where)
