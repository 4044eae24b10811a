from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .models import Person
from .viewer import NOBODY, Viewer


def viewer(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put ``request.viewer`` on every request: the signed-in person, or nobody."""

    def respond(request: HttpRequest) -> HttpResponse:
        person = request.user
        request.viewer = Viewer(person) if isinstance(person, Person) else NOBODY  # type: ignore[attr-defined]
        return get_response(request)

    return respond
