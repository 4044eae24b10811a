"""Letting somebody in: a session with a new name, that knows since when and in which browser."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest

from alongside.people.days import day_of
from alongside.people.models import Person

from . import casting, strength, typed, watch
from .browsers import browser_of
from .second_ways import has_a_way
from .store import BROWSER, SINCE

BACKEND = "alongside.people.backend.ByPerson"


def enter(request: HttpRequest, person: Person, at: datetime) -> None:
    """Signed in by a code, for two weeks. Whatever was known of this browser before counts no more."""
    strength.weaken(request)
    typed.drop_if_anothers(request, person)
    login(request, person, backend=BACKEND)  # a new session id, so that one known before is worth nothing
    request.session.update({BROWSER: browser_of(request), SINCE: day_of(at).isoformat()})
    request.session.set_expiry(at + timedelta(seconds=settings.SESSION_COOKIE_AGE))
    watch.went("sign in")
    if settings.DEMO and casting.is_cast(person) and not has_a_way(person):
        strength.looks_through(request)  # nobody real, so that the demo asks no phone of anybody
