"""Two small cookies of this room: which code this browser waits for, and that it is known.

Both are signed, unreadable to scripts, and set the same way whether we know the address or not.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.look.context import COOKIE as THEME
from alongside.people.models import Person

from .lasting import LIVES
from .limits import keyed
from .sealed import keys

KNOWN_FOR = timedelta(days=400)


def _name(name: str) -> str:
    return f"__Host-{name}" if settings.SESSION_COOKIE_SECURE else name


def _set(response: HttpResponse, name: str, value: str, lives: timedelta) -> None:
    response.set_signed_cookie(
        _name(name),
        value,
        salt=f"alongside.welcome.{name}",
        max_age=int(lives.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _get(request: HttpRequest, name: str, lives: timedelta) -> str:
    kept = request.get_signed_cookie(
        _name(name),
        default="",
        salt=f"alongside.welcome.{name}",
        max_age=int(lives.total_seconds()),
    )
    return kept or ""


def _end(response: HttpResponse, name: str) -> None:
    response.delete_cookie(_name(name), samesite="Lax")


def set_asked(response: HttpResponse, browser: str) -> None:
    """This browser waits for a code."""
    _set(response, "asked", browser, LIVES)


def asked(request: HttpRequest) -> str:
    """The secret of the code this browser waits for; empty if it waits for none."""
    return _get(request, "asked", LIVES)


def set_known(response: HttpResponse, person: Person) -> None:
    """This person has signed in here. Says nothing to whoever reads it: a number, and a keyed digest."""
    _set(response, "known", f"{secrets.token_hex(8)}.{mark(person)}", KNOWN_FOR)
    _end(response, "asked")


def known_browser_of(request: HttpRequest, address: str) -> str:
    """The name of this browser, if whoever has this address signed in here before; else empty."""
    browser, _dot, marked = _get(request, "known", KNOWN_FOR).partition(".")
    person = Person.objects.at_address(address)
    return browser if person is not None and is_of(person, marked) else ""


def is_known_as(request: HttpRequest) -> str:
    """Who signed in here last and did not sign out, as ``mark`` says it; empty where that is nobody."""
    return _get(request, "known", KNOWN_FOR).partition(".")[2]


def forget(response: HttpResponse, request: HttpRequest) -> None:
    """Leave nothing of anybody's behind on a shared machine: not a draft, not a link shown once.

    Whatever room set it goes, but for the light or dark of the screen and what the framework ends itself.
    """
    stay = {THEME, settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    for name in {*request.COOKIES, _name("asked"), _name("known")} - stay:
        response.delete_cookie(name, samesite="Lax")


def mark(person: Person, key: str | None = None) -> str:
    """What a browser keeps of a person: nothing that leads to them, and the same while the key is."""
    return keyed("known browser", str(person.pk), key)[:32]


def is_of(person: Person, marked: str) -> bool:
    """Whether this is their mark, made with the secret key or with one that it replaced."""
    return marked in {mark(person, key) for key in keys()}
