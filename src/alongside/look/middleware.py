"""What every answer tells the browser: ask for no camera; keep nothing that is a person's own."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

_NO_DEVICE = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
PERMISSIONS_POLICY = ", ".join(f"{thing}=()" for thing in (*_NO_DEVICE, "browsing-topics"))

LETTERS = {"utf-8", "utf8", "us-ascii", "iso-8859-1", "windows-1252"}


def by_secret_link(request: HttpRequest) -> bool:
    """Whether the address itself is the key to what it shows."""
    match = getattr(request, "resolver_match", None)
    held = getattr(getattr(request, "viewer", None), "ways_back", None)
    return bool(held or (match and "token" in match.kwargs))


def _is_someone(request: HttpRequest) -> bool:
    """Signed in, come by a secret link, or with a draft in this browser."""
    session = getattr(request, "session", None)
    drafting = session is not None and not session.is_empty()
    return bool(getattr(request, "viewer", None) or drafting or by_secret_link(request))


def careful(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """No page of ours may ask for camera, microphone or place, be guessed to be something else, or be
    opened beside another. Django says most of it too, but not where it has refused the very request.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        response.headers.setdefault("Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY)
        return response

    return respond


def in_letters(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A form whose letters no browser writes cannot be read: 400, and not a broken page."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.content_params and request.content_params.get("charset", "utf-8").lower() not in LETTERS:
            raise BadRequest
        return get_response(request)

    return respond


def never_kept(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid keeping any page made for someone."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if _is_someone(request):
            response.headers["Cache-Control"] = "no-store"
        return response

    return respond
