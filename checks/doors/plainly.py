"""Who may open what, one row and one person at a time, in plain sentences, and not by the doors' queries."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID

from alongside.charter.models import Comment, Note, Review
from alongside.charter.models import Evidence as Shown
from alongside.groups.models import Decision, Group, Seat
from alongside.messages.models import Channel, Message, WayBack
from alongside.people.models import Organisation, Person, Role
from alongside.promises.models import Evidence, Promise, Reason
from alongside.safety.models import Reading
from alongside.safety.seriousness import levels
from alongside.voice.models import Consent, Picture, Reply, Story, TakenDown
from alongside.website.models import Wish

from .chance import TODAY

N = Role.Name
Who = Person | WayBack | None
"""Somebody signed in, somebody who holds a secret link, or nobody."""


@cache
def roles(who: Who) -> list[Role]:
    held = [one for one in Role.objects.select_related("organisation") if one.until is None]
    return [one for one in held if isinstance(who, Person) and one.person_id == who.pk]


@cache
def seats(who: Who) -> list[Seat]:
    held = [one for one in Seat.objects.select_related("group") if one.until is None]
    return [one for one in held if isinstance(who, Person) and one.person_id == who.pk]


@cache
def consents(story: Story) -> list[Consent]:
    return [one for one in Consent.objects.filter(story=story) if not hasattr(one, "ended")]


@cache
def groups_behind(promise: Promise) -> list[UUID]:
    found = Reason.objects.filter(promise=promise).select_related("decision")
    return [reason.decision.group_id for reason in found if reason.decision]


def another_world() -> None:
    """Forget what was looked up."""
    for known in (roles, seats, consents, groups_behind):
        known.cache_clear()


def holds(who: Who, area: UUID, *names: Role.Name) -> bool:
    return any(role.name in names and role.area_id == area for role in roles(who))


def works_at(who: Who, organisation: UUID | None) -> bool:
    return organisation is not None and any(role.organisation_id == organisation for role in roles(who))


def works_for_a_service(who: Who) -> bool:
    forum = Organisation.Kind.FORUM
    return any(role.organisation is not None and role.organisation.kind != forum for role in roles(who))


def sits_in(who: Who, group: UUID) -> bool:
    return any(seat.group_id == group for seat in seats(who))


def told(who: Who, story: Story) -> bool:
    teller = getattr(story, "teller", None)
    if teller is None or who is None:
        return False
    return teller.way_back == who or (isinstance(who, Person) and teller.way_back.person_id == who.pk)


def live(story: Story, use: str) -> bool:
    return any(one.use == use and one.since <= TODAY < one.until for one in consents(story))


def passed(reading: Reading | None) -> bool:
    return reading is not None and hasattr(reading, "passed")


def is_serious(reading: Reading) -> bool:
    """The level of whoever passed it or held it is one that the safeguarding lead is asked about."""
    rated = [getattr(reading, name).seriousness for name in ("passed", "held") if hasattr(reading, name)]
    return any(levels()[level].tells_lead for level in rated)


def story(who: Who, row: Story) -> bool:
    if hasattr(row, "publication") or told(who, row):
        return True
    if works_at(who, row.organisation_id):
        return passed(row.reading) and live(row, Consent.Use.SERVICE)
    if holds(who, row.area_id, N.COORDINATOR, N.MODERATOR) and passed(row.reading):
        return True
    if holds(who, row.area_id, N.LEAD, N.DEPUTY) and is_serious(row.reading):
        return True
    sits = [seat for seat in seats(who) if seat.part != Seat.Part.OBSERVER]
    if any(seat.works_for_id == row.organisation_id for seat in sits):
        return False
    there = any(seat.group.area_id == row.area_id for seat in sits)
    return there and passed(row.reading) and live(row, Consent.Use.DECIDE)


def reply(who: Who, row: Reply) -> bool:
    if not story(who, row.story):
        return False
    if works_at(who, row.organisation_id):
        return True
    if holds(who, row.story.area_id, N.COORDINATOR, N.MODERATOR):
        return True
    shown = row.reading is None or passed(row.reading)
    return shown and (told(who, row.story) or (row.public and hasattr(row.story, "publication")))


def group(who: Who, row: Group) -> bool:
    return sits_in(who, row.pk)


def decision(who: Who, row: Decision) -> bool:
    return hasattr(row, "taken") or sits_in(who, row.group_id)


def paper(who: Who, row: Any) -> bool:
    return sits_in(who, row.decision.group_id)


def objection(who: Who, row: Any) -> bool:
    return sits_in(who, row.wording.decision.group_id)


def promise(who: Who, row: Promise) -> bool:
    if hasattr(row, "accepted") or (hasattr(row, "refusal") and row.offered_by != "service"):
        return True
    return works_on(who, row)


def works_on(who: Who, row: Promise) -> bool:
    there = works_at(who, row.organisation_id) or any(sits_in(who, one) for one in groups_behind(row))
    owns = who is not None and who in (row.lived_owner, row.service_owner)
    return there or owns or holds(who, row.area_id, N.COORDINATOR, N.MODERATOR)


def evidence(who: Who, row: Evidence) -> bool:
    """Never for everyone, though the promise is."""
    return works_on(who, row.delivered.promise)


def picture(who: Who, row: Picture) -> bool:
    """Like its story; a moderator before that; and one that was taken out, the forum only."""
    if reading(who, row.story.reading):
        return True
    there = works_at(who, row.story.organisation_id)
    if holds(who, row.story.area_id, N.COORDINATOR) and passed(row.story.reading) and not there:
        return True
    return not hasattr(row, "taken_out") and story(who, row.story)


def reading(who: Who, row: Reading) -> bool:
    author = getattr(row, "author", None)
    wrote = author is not None and isinstance(who, Person) and author.person_id == who.pk
    unsure = row.about is not None and row.about.kind == Organisation.Kind.FORUM
    if unsure and works_for_a_service(who):
        return False
    return holds(who, row.area_id, N.MODERATOR) and not wrote and not works_at(who, row.about_id)


def concern(who: Who, row: Any) -> bool:
    return holds(who, row.area_id, N.LEAD, N.DEPUTY)


def message(who: Who, row: Message) -> bool:
    """What waits for a human hand: a call, a letter, or what could not be sent; never a code to sign in."""
    gone = getattr(row, "gone", None)
    is_code = row.secret and row.useless_at is not None and row.useless_at < row.said_at + timedelta(days=1)
    fell_to_us = gone is not None and gone.how in ("failed", "by-hand") and not is_code
    if not (row.channel in (Channel.CALL, Channel.LETTER) or fell_to_us):
        return False
    to_a_teller = row.way_back is not None and row.way_back.organisation_id is None
    if to_a_teller:
        return holds(who, row.area_id, N.KEEPER) and not works_for_a_service(who)
    return holds(who, row.area_id, N.COORDINATOR)


def taken_down(who: Who, row: TakenDown) -> bool:
    """The co-ordinator of that area, unless working for a service: it says who told it."""
    return holds(who, row.area_id, N.COORDINATOR) and not works_for_a_service(who)


def wish(who: Who, row: Wish) -> bool:
    """One's own; and those that one may answer: for the area, not for a service, not about oneself."""
    if who is None:
        return False
    if who in (row.person, row.way_back):
        return True
    about = row.person if row.person else row.way_back.person
    keeps = holds(who, row.area_id, N.KEEPER, N.COORDINATOR) and not works_for_a_service(who)
    return keeps and about != who


def review(who: Who, row: Review) -> bool:
    """Everybody's once it is over; before that, for who works there, co-ordinates or assesses."""
    here = holds(who, row.area_id, N.COORDINATOR, N.ASSESSOR)
    return hasattr(row, "closed") or works_at(who, row.organisation_id) or here


def comment(who: Who, row: Comment) -> bool:
    """Everybody's once its round is over and a moderator has passed it; before that, for who may read it."""
    shown = hasattr(row.review, "closed") and hasattr(row.reading, "passed")
    return shown or reading(who, row.reading)


def kept_for_the_charter(who: Who, row: Shown | Note) -> bool:
    """For who works there, and who co-ordinates or assesses in its area."""
    place = row.organisation
    return works_at(who, place.pk) or holds(who, place.area_id, N.COORDINATOR, N.ASSESSOR)
