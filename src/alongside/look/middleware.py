"""What every answer tells the browser: ask for no camera; keep nothing that is a person's own."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_NO_DEVICE = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
PERMISSIONS_POLICY = ", ".join(f"{thing}=()" for thing in (*_NO_DEVICE, "browsing-topics"))


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


def no_device(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """No page of ours may ask for camera, microphone or place."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return respond


def never_kept(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid keeping any page made for someone."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if _is_someone(request):
            response.headers["Cache-Control"] = "no-store"
        return response

    return respond
