"""What goes and what stays when somebody is erased, and what somebody else has to take over first."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from alongside.groups.models import Group, Seat
from alongside.people.models import Person, Role
from alongside.promises.models import Promise

from .holders import Holder

GOES_OF_ALL = (
    "What you told us. Nobody can read it any more, and nobody uses it any more.",
    "How to reach you, and what we wrote to you.",
    "What you said about whether a promise helped. Your yes or no stays as a number.",
)
GOES_OF_A_PERSON = (
    "Your name, your e-mail address, your phone number and how you like to be reached.",
    "Ways to reach you that you left without signing in, if the address is the same.",
    "That you were in a forum, and what you do here. You are signed out everywhere.",
    "Your name beside what you did, in our record of what happened.",
)
STAYS_OF_ALL = (
    ("That something happened, and on which day", "So that nobody can change the past. It names nobody."),
    ("What others have read by then", "We cannot unsay it."),
    ("A worry that someone is not safe", "The safeguarding lead looks after it. Ring to ask about it."),
    ("Backups", "Until they are too old. Whoever is erased stays erased when one is brought back."),
)
STAYS_OF_A_PERSON = (
    (
        "What your groups decided, and what was said there about it",
        "Others agreed to it too. Your seat stays and says “Someone who has left”.",
    ),
    ("What was promised, and who looked at it", "People rely on it. It does not say your name any more."),
)


@dataclass(frozen=True)
class Leaving:
    """What the page says before somebody decides."""

    goes: tuple[str, ...]
    stays: tuple[tuple[str, str], ...]
    to_take_over: list[str]

    @property
    def needs_a_human(self) -> bool:
        """Whether somebody else has to see to something first."""
        return bool(self.to_take_over)


def leaving(holder: Holder) -> Leaving:
    """For this holder."""
    if holder.person is None:
        return Leaving(GOES_OF_ALL, STAYS_OF_ALL, [])
    goes, stays = GOES_OF_A_PERSON + GOES_OF_ALL, STAYS_OF_A_PERSON + STAYS_OF_ALL
    return Leaving(goes, stays, to_take_over(holder.person))


def to_take_over(person: Person) -> list[str]:
    """What others rely on this person for now: three queries."""
    seats = Seat.objects.filter(person=person, until=None).select_related("group")
    roles = Role.objects.live().filter(person=person).select_related("area", "organisation")
    owns = Q(lived_owner=person) | Q(service_owner=person)
    promises = Promise.objects.still_open().filter(owns).order_by("due_on")
    return [
        *(f"A seat in {seat.group}: {seat.get_part_display().lower()}" for seat in seats),
        *(f"{role.get_name_display()}, {role.area or role.organisation}" for role in roles),
        *(f"A promise: {promise.title}" for promise in promises),
    ]


def groups_of(person: Person) -> list[Group]:
    """Where this person sits now, in the order in which their rows are locked."""
    seats = Seat.objects.filter(person=person, until=None).values("group")
    return list(Group.objects.filter(pk__in=seats).order_by("pk"))
