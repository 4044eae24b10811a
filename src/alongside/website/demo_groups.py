"""Three more groups of Netherby, beside the one that the tests share."""

from __future__ import annotations

from datetime import datetime

from alongside.groups.models import Group, Partner, Seat
from alongside.people.demo import Netherby
from alongside.people.models import Organisation, Person, Perspective

SPEAKER, DEPUTY, MEMBER = Seat.Part.SPEAKER, Seat.Part.DEPUTY, Seat.Part.MEMBER
PARENT, YOUNG = Perspective.PARENT_CARER, Perspective.YOUNG_PERSON
MANAGER, HEAD = Perspective.MANAGER, Perspective.HEAD


def short_breaks(n: Netherby, at: datetime) -> Group:
    """Families and services: Owen and Kit co-chair it."""
    group = Group.found(
        n.area,
        "Short breaks that fit",
        "Which breaks do families want, and when do they need them?",
        partners=[("Families", "lived", True), ("Services", "service", True)],
        at=at,
        by=n.jo,
    )
    families, services = group.partners.all()
    _lived(group, families, at, [(n.owen, SPEAKER, PARENT), (n.asha, DEPUTY, PARENT)])
    _lived(group, families, at, [(n.cara, MEMBER, PARENT), (n.ellis, MEMBER, YOUNG)])
    _service(group, services, at, [(n.kit, SPEAKER, n.council), (n.ben, DEPUTY, n.council)])
    _service(group, services, at, [(n.priya, MEMBER, n.centre)])
    return group


def leaving_school_well(n: Netherby, at: datetime) -> Group:
    """Three partners: Ellis speaks for young people, Asha for families, Ben for services."""
    group = Group.found(
        n.area,
        "Leaving school well",
        "What would make the year before and the year after leaving school feel safe?",
        partners=[(name, "lived", True) for name in ("Young people", "Families")]
        + [("Services", "service", True)],
        digest_days=7,
        at=at,
        by=n.jo,
    )
    young, families, services = group.partners.all()
    _lived(group, young, at, [(n.ellis, SPEAKER, YOUNG)])
    _lived(group, families, at, [(n.asha, SPEAKER, PARENT), (n.owen, DEPUTY, PARENT)])
    _lived(group, families, at, [(n.cara, MEMBER, PARENT)])
    _service(group, services, at, [(n.ben, SPEAKER, n.council), (n.farah, DEPUTY, n.school)])
    return group


def board(n: Netherby, others: dict[str, Person], at: datetime) -> Group:
    """Families, schools and services. Bronagh speaks for families as it begins, Farah for schools."""
    group = Group.found(
        n.area,
        "The Netherby board",
        "What do families, schools and services have to put right together?",
        partners=[("Families", "lived", True), ("Schools", "service", True), ("Services", "service", True)],
        digest_days=7,
        at=at,
        by=n.jo,
    )
    families, schools, services = group.partners.all()
    _lived(group, families, at, [(others["bronagh"], SPEAKER, PARENT), (n.asha, DEPUTY, PARENT)])
    _lived(group, families, at, [(n.owen, MEMBER, PARENT), (others["femi"], MEMBER, PARENT)])
    _service(group, schools, at, [(n.farah, SPEAKER, n.school), (others["rufus"], DEPUTY, n.meadow)], HEAD)
    _service(group, schools, at, [(others["maud"], MEMBER, n.meadow)], Perspective.PRACTITIONER)
    _service(group, services, at, [(n.ben, SPEAKER, n.council), (n.priya, DEPUTY, n.centre)])
    _service(group, services, at, [(others["tamsin"], MEMBER, n.barn)])
    return group


def _lived(
    group: Group, partner: Partner, at: datetime, people: list[tuple[Person, Seat.Part, Perspective]]
) -> None:
    for person, part, sees in people:
        group.seat(person, partner, part=part, perspective=sees, at=at)


def _service(
    group: Group,
    partner: Partner,
    at: datetime,
    people: list[tuple[Person, Seat.Part, Organisation]],
    sees: Perspective = MANAGER,
) -> None:
    for person, part, place in people:
        group.seat(
            person,
            partner,
            part=part,
            perspective=sees,
            at=at,
            how=Seat.How.APPOINTED,
            paid=True,
            works_for=place,
        )
