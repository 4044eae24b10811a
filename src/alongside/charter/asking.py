"""Asking people to answer: through messages, each in the way they like best."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction
from django.urls import reverse

from alongside.groups.models import Seat
from alongside.journal.models import record
from alongside.look.dates import day as long_day
from alongside.messages.say import link as address
from alongside.messages.say import say, unsaid
from alongside.people.models import Member, Organisation, Person, Role
from alongside.people.viewer import Viewer

from .answers import TookPart
from .errors import NotForMembers, NotYoursToGive, RoundOver
from .framework import Audience
from .reviews import Link, Review


class PassedOn(models.Model):
    """The forum's co-ordinator has sent a link to the forum's members."""

    link = models.OneToOneField(Link, models.CASCADE, primary_key=True, related_name="passed_on")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "passed on"


def pass_on(link: Link, by: Person, at: datetime) -> PassedOn:
    """Ask every member of the forum who may be contacted, and does not work there. Twice is once.

    Raises ``NotYoursToGive``, ``RoundOver``, and ``NotForMembers`` for all but the families' open link.
    """
    with transaction.atomic():
        review = Review.locked(link.review_id)
        if not looks_after(by, review):
            raise NotYoursToGive
        if review.is_closed:
            raise RoundOver
        if link.audience != Audience.FAMILIES or link.by_code:
            raise NotForMembers
        row, new = PassedOn.objects.get_or_create(link=link, defaults={"by": by, "at": at})
        if new:
            write(review, link, "asked", at)
            record("review.passed_on", area_id=review.area_id, about=review, at=at, by=by)
    return row


def looks_after(person: Person | None, review: Review) -> bool:
    """Whether this person co-ordinates the forum there, and does not work at the place."""
    viewer = Viewer(person)
    there = viewer.holds(Role.Name.COORDINATOR, area=review.area)
    paid = Seat.objects.filter(person=person, works_for=review.organisation_id, until=None)
    return there and not viewer.is_of(review.organisation_id) and not paid.exists()


def announce(review: Review, at: datetime) -> None:
    """A round has opened: staff get their link, and the forum hears that it can ask its members."""
    staff = review.links.filter(audience=Audience.STAFF).first()
    if staff:
        write_to(staff_of(review), review, staff, "opened", at)
    body = (
        f"{review.organisation} has opened a review. You can ask the members of the forum to answer, and "
        f"type in sheets of paper:\n\n{address(reverse('charter:review', args=[review.pk]))}"
    )
    for role in Role.objects.holders(Role.Name.COORDINATOR, area=review.area):
        say(
            key=f"review-runs:{review.pk}:{role.person_id}",
            kind="review",
            subject=f"A review at {review.organisation}",
            body=body,
            at=at,
            area=review.area,
            person=role.person,
        )


def write(review: Review, link: Link, key: str, at: datetime) -> int:
    """To every member who may be asked."""
    return write_to(_members(review), review, link, key, at)


def write_to(people: Iterable[Person], review: Review, link: Link, key: str, at: datetime) -> int:
    """The same words to each, once. Whoever has answered is thanked: we do not know who has."""
    to = {f"review-{key}:{review.pk}:{person.pk}": person for person in people}
    again = "" if key in ("asked", "opened") else "If you have answered already: thank you. "
    body = (
        f"{review.organisation} would like to see itself as you see it. You say how true some short "
        f"sentences are. No single answer is shown to anybody. {again}You can answer until "
        f"{long_day(review.until)}:\n\n{address(reverse('charter:begin', args=[link.token]))}"
    )
    new = unsaid(to)
    for one in sorted(new):
        say(
            key=one,
            kind="review",
            subject=f"How is it at {review.organisation}?",
            body=body,
            at=at,
            area=review.area,
            person=to[one],
        )
    return len(new)


def _members(review: Review) -> list[Person]:
    works_there = Role.objects.live().filter(organisation=review.organisation).values("person")
    members = Member.objects.filter(
        forum__area=review.area, forum__kind=Organisation.Kind.FORUM, left_at=None, may_contact=True
    )
    others = members.exclude(person__in=works_there).exclude(person__age_band=Person.Age.YOUNG)
    return [one.person for one in others.select_related("person")]


def staff_of(review: Review) -> list[Person]:
    """Those who work there and have not answered while signed in."""
    answered = set(TookPart.objects.filter(review=review).values_list("person", flat=True))
    return [one for one in holders(review.organisation) if one.pk not in answered]


def holders(place: Organisation, *, champion: bool = False) -> list[Person]:
    """Everybody with a role there; or its champions alone."""
    held = Role.objects.live().filter(organisation=place).select_related("person")
    if champion:
        held = held.filter(name=Role.Name.CHAMPION)
    return list({role.person_id: role.person for role in held}.values())
