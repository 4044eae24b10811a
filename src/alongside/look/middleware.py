"""What is a person's own is kept by no browser and no proxy."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_NO_DEVICE = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
PERMISSIONS_POLICY = ", ".join(f"{thing}=()" for thing in (*_NO_DEVICE, "browsing-topics"))


def _is_someone(request: HttpRequest) -> bool:
    """Signed in, holding a way back, or with a draft in this browser."""
    viewer, session = getattr(request, "viewer", None), getattr(request, "session", None)
    return bool(
        viewer or getattr(viewer, "ways_back", None) or (session is not None and not session.is_empty())
    )


def never_kept(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid keeping any page made for someone; asks no page for camera, microphone or place."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if _is_someone(request):
            response.headers["Cache-Control"] = "no-store"
        return response

    return respond
