"""All members of a forum as a spreadsheet, whenever its keepers want it. We note that they took it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from alongside.journal.models import record
from alongside.people import phones
from alongside.people.models import ContactProfile, Look, Member, Organisation, Person, looked

from .cells import FORMAT_NAMES
from .written import Lines

HEAD = (
    "Name", "E-mail", "Phone", "Post address", "Postcode", "Language", "Format", "May we write",
    "Date of consent", "Joined on", "How they came to us",
)  # fmt: skip
"""Such that the file may come in again as it is."""


def give_out(forum: Organisation, by: Person, at: datetime) -> Lines:
    """The heading and a line for each member. One look at the whole list is written down, for all to see.

    Raises ``TooManyLooks``.
    """
    looked(by, Look.What.LIST, [forum], at)
    now = Member.objects.filter(forum=forum, left_at=None).select_related("person__contact")
    lines = [_line(member) for member in now.order_by("person__screen_name", "pk")]
    with transaction.atomic():
        record("members.given_out", area_id=forum.area_id, about=forum, at=at, by=by, many=len(lines))
    return [HEAD, *lines]


def _line(member: Member) -> tuple[str, ...]:
    person, home = member.person, member.person.area_id == member.forum.area_id
    profile = getattr(person, "contact", None) or ContactProfile()
    formats = (FORMAT_NAMES.get(one, one) for one in profile.formats)
    theirs = (
        person.email or "",
        phones.spoken(person.phone) if person.phone else "",
        profile.post_address,
    )
    # whoever is at home elsewhere told their address to the people there
    return (
        person.screen_name,
        *(theirs if home else ("", "", "")),
        member.postcode_area,
        *((", ".join(profile.languages), ", ".join(formats)) if home else ("", "")),
        "yes" if member.may_contact else "no",
        _day(member.said_on),
        _day(timezone.localdate(member.joined_at)),
        member.how,
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
