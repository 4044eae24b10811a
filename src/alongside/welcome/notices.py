"""What we tell somebody when a way to sign in as them has changed: nothing happens behind their back.

It goes at once, at night too: a way in that is not theirs is worst while they sleep.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.urls import reverse

from alongside.look.dates import clock, day
from alongside.messages.say import link, say
from alongside.people.models import Person

from .second_ways import Way

NOT_YOU = "It was not you? Then please ring us at once: {person} on {phone}, {hours}."
RING_US = "It was not you? Then please ring us at once."


def added(way: Way, at: datetime) -> None:
    """A second way was set up."""
    words = f"{way} was set up on {_when(at)}, as a second way to sign in as you."
    _tell(way.person, f"way-added:{way.pk}", "A new way to sign in", words, at)


def removed(way: Way, at: datetime) -> None:
    """A second way was taken away by its owner."""
    words = (
        f"{way} was taken away on {_when(at)}. It no longer signs anybody in as you. "
        "Everywhere else you have been signed out."
    )
    _tell(way.person, f"way-removed:{way.pk}", "A way to sign in was taken away", words, at)


def recovery_used(person: Person, code: uuid.UUID, left: int, at: datetime) -> None:
    """A recovery code was used up."""
    words = f"One of your recovery codes was used on {_when(at)}. {_so_many(left)}"
    _tell(person, f"recovery-used:{code}", "A recovery code was used", words, at)


def taken_away(person: Person, taken: uuid.UUID, by: Person, opens: datetime, at: datetime) -> None:
    """Another took all second ways away, after a call."""
    words = (
        f"{by} has taken away all your second ways to sign in, because they were told that you lost them. "
        f"You have been signed out everywhere. Sign in with a code and set up a new one. "
        f"Your tasks open again on {_when(opens)}."
    )
    _tell(person, f"ways-taken:{taken}", "Your second ways to sign in were taken away", words, at)


def _tell(person: Person, key: str, subject: str, words: str, at: datetime) -> None:
    area = person.area
    ring = {"person": area.person_to_ring, "phone": area.phone, "hours": area.hours}
    not_you = NOT_YOU.format(**ring) if all(ring.values()) else RING_US
    page = link(reverse("welcome:ways"))
    body = f"Hello {person.screen_name},\n\n{words}\n\n{not_you}\n\nHow you sign in: {page}\n"
    say(key=key, kind="signing-in", subject=subject, body=body, at=at, area=area, person=person, warns=True)


def _so_many(left: int) -> str:
    if left == 0:
        return "You have none left: please make new ones."
    return "You have one left: please make new ones." if left == 1 else f"You have {left} left."


def _when(at: datetime) -> str:
    return f"{day(at)} at {clock(at)}"
