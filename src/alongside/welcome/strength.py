"""How sure we are of somebody in this browser: by a code alone, or by a second step, and how long ago.

A session of somebody by a code alone is worth as much as reading their mail. A second step makes it strong
until they sign out; sensitive work asks for one that is not older than half an hour.
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from alongside.people.models import Person

from . import watch
from .lasting import RECENT
from .second_ways import waits_until

STEPPED, OPENS, CAST = "stepped_at", "opens_at", "cast"


def stepped(request: HttpRequest, person: Person, at: datetime) -> None:
    """A second step was taken: the session is strong, and has a new name.

    If somebody took this person's second ways away a short while ago, it is strong from the end of the wait.
    """
    opens = waits_until(person, at) or at
    request.session.update({STEPPED: at.isoformat(), OPENS: opens.isoformat()})
    request.session.cycle_key()
    watch.went("second step")


def looks_through(request: HttpRequest) -> None:
    """One of the cast of a demo: nobody real, so counted as strong while this is a demo."""
    request.session[CAST] = True


def weaken(request: HttpRequest) -> None:
    """From now on this session is worth a code again."""
    for name in (STEPPED, OPENS, CAST):
        request.session.pop(name, None)


def is_strong(request: HttpRequest, at: datetime) -> bool:
    """Whether tasks that need a second step are open in this session."""
    opens = request.session.get(OPENS)
    return _is_cast(request) or (opens is not None and datetime.fromisoformat(opens) <= at)


def is_recent(request: HttpRequest, at: datetime) -> bool:
    """Whether a second step was taken in this session within the last half hour."""
    taken = request.session.get(STEPPED)
    return _is_cast(request) or (taken is not None and at - RECENT < datetime.fromisoformat(taken) <= at)


def _is_cast(request: HttpRequest) -> bool:
    return bool(settings.DEMO and request.session.get(CAST))
