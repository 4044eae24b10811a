"""The group in Netherby that the demo, the tests and the guide share, and decisions at every stage."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from alongside.people.demo import Netherby
from alongside.people.models import Organisation, Person, Perspective

from .models import Decision, Group, Seat, Stand

LIVED, SERVICE = "lived", "service"


def groups(n: Netherby, at: datetime, *, digest_days: int = 10) -> Group:
    """Appointments and letters: Asha and Ben co-chair it, Owen and Farah are deputies, Jo watches."""
    group = Group.found(
        n.area,
        "Appointments and letters group",
        "Families and services, making letters come in time and appointments start well.",
        partners=[("Families", LIVED, True), ("Services", SERVICE, True)],
        digest_days=digest_days,
        at=at,
        by=n.jo,
    )
    families, services = group.partners.all()
    part, sees = Seat.Part, Perspective
    for person, what, perspective in (
        (n.asha, part.SPEAKER, sees.PARENT_CARER),
        (n.owen, part.DEPUTY, sees.PARENT_CARER),
        (n.cara, part.MEMBER, sees.PARENT_CARER),
        (n.ellis, part.MEMBER, sees.YOUNG_PERSON),
        (n.jo, part.OBSERVER, sees.VOLUNTARY),
    ):
        group.seat(person, families, part=what, perspective=perspective, at=at, paid=person == n.jo)
    for person, what, perspective, place in (
        (n.ben, part.SPEAKER, sees.MANAGER, n.council),
        (n.farah, part.DEPUTY, sees.HEAD, n.school),
        (n.priya, part.MEMBER, sees.PRACTITIONER, n.centre),
        (n.kit, part.MEMBER, sees.COMMISSIONER, n.council),
    ):
        group.seat(
            person,
            services,
            part=what,
            perspective=perspective,
            at=at,
            how=Seat.How.APPOINTED,
            paid=True,
            works_for=place,
        )
    return group


def opened(
    n: Netherby,
    group: Group,
    at: datetime,
    *,
    title: str = "A quiet place to wait",
    wording: str = "The Child Development Centre keeps one small room quiet on clinic days.\n\n"
    "Families may wait there and are fetched when it is their turn.",
    cornerstone: str = "welcome",
    about: Iterable[Organisation] | None = None,
    by: Person | None = None,
) -> Decision:
    """A decision in its first wording. Nobody has said anything yet."""
    return Decision.open(
        group, _seat(group, by or n.cara), title, cornerstone, about or [n.centre], wording, at
    )


def one_agreed(
    n: Netherby,
    group: Group,
    at: datetime,
    *,
    title: str = "What a first letter says",
    wording: str = "A first letter says who will be there, how long it takes, and whom to ring.\n\n"
    "It is one page. An Easy Read page comes with it.",
    cornerstone: str = "communicate",
    about: Iterable[Organisation] | None = None,
) -> Decision:
    """Services have agreed; families are still reading. Members have said where they stand."""
    decision = opened(n, group, at, title=title, wording=wording, cornerstone=cornerstone, about=about)
    how, day = Stand.How, timedelta(days=1)
    decision.share_paper(
        _seat(group, n.priya),
        "The letter we send now",
        "This is the letter that goes out today, with names taken out.\n\n"
        "It is two pages long. The phone number is on the back.",
        at + timedelta(hours=1),
    )
    for person, stands, words in (
        (n.cara, how.AGREE, ""),
        (n.owen, how.CONCERN, "One page is good. The print must not get smaller for it."),
        (n.ellis, how.TIME, "I want to show it to two friends first."),
        (n.priya, how.AGREE, ""),
        (n.kit, how.ASIDE, "I have not worked on letters."),
    ):
        decision.stand(_seat(group, person), stands, words, at + day)
    decision.agree(_seat(group, n.ben), decision.wording.pk, at + 2 * day)
    return decision


CLUBS = (
    "Half of the places are kept for families who have not had a short break in the past year."
    "{how}\n\nThe other half is open to all from 1 May."
)
BY_PHONE = " They are offered first by phone, in the way each family has asked to be reached."


def objection_stands(
    n: Netherby,
    group: Group,
    at: datetime,
    *,
    title: str = "How places at the summer clubs are shared",
    wording: str = CLUBS.format(how=""),
    cornerstone: str = "value",
    about: Iterable[Organisation] | None = None,
) -> Decision:
    """In its second wording; services have agreed to it, and Owen objects."""
    decision = opened(n, group, at, title=title, wording=wording, cornerstone=cornerstone, about=about)
    day, how = timedelta(days=1), Stand.How
    decision.object(
        _seat(group, n.ellis),
        decision.wording.pk,
        "Nobody told my mum about the places last year. She would have said yes.",
        "Ring people first, or ask how they want to hear about it.",
        at + day,
    )
    why = "Ellis is right: a place that nobody tells you about is no place."
    decision.word(_seat(group, n.cara), CLUBS.format(how=BY_PHONE), at + 2 * day, why)
    for person, stands in (
        (n.cara, how.AGREE),
        (n.ellis, how.AGREE),
        (n.asha, how.AGREE),
        (n.priya, how.ASIDE),
    ):
        decision.stand(_seat(group, person), stands, "", at + 3 * day)
    decision.object(
        _seat(group, n.owen),
        decision.wording.pk,
        "“No short break in the past year” leaves out those who had one bad weekend and gave up. "
        "They need it most and they would not count.",
        "Count a break only if the family says that it was one.",
        at + 3 * day,
    )
    decision.agree(_seat(group, n.ben), decision.wording.pk, at + 4 * day)
    return decision


def taken_with_dissent(
    n: Netherby,
    group: Group,
    at: datetime,
    *,
    title: str = "Letters that come in time",
    wording: str = "Letters for an appointment are sent at least ten days before it.\n\n"
    "If it is sooner than that, somebody rings.",
    cornerstone: str = "communicate",
    about: Iterable[Organisation] | None = None,
) -> Decision:
    """Decided eleven days after ``at``: one objection was taken back, one concern and one aside are kept."""
    decision = opened(n, group, at, title=title, wording=wording, cornerstone=cornerstone, about=about)
    how, day, last = Stand.How, timedelta(days=1), at + timedelta(days=11)
    objection = decision.object(
        _seat(group, n.priya),
        decision.wording.pk,
        "Clinics move when somebody is ill. Then we would break our word.",
        "Say what happens when it is sooner than ten days.",
        at + day,
    )
    decision.stand(_seat(group, n.cara), how.AGREE, "", at + 2 * day)
    decision.stand(
        _seat(group, n.ellis), how.CONCERN, "Text me as well. I do not open letters.", at + 3 * day
    )
    decision.stand(_seat(group, n.kit), how.ASIDE, "", at + 3 * day)
    objection.withdraw(_seat(group, n.priya), at + 4 * day)
    decision.agree(_seat(group, n.ben), decision.wording.pk, at + 5 * day)
    decision.agree(_seat(group, n.asha), decision.wording.pk, last)
    return decision


def _seat(group: Group, person: Person) -> Seat:
    seat = group.seat_of(person)
    if seat is None:
        raise LookupError(f"{person} has no seat in {group}")
    return seat
