from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .models import Person
from .viewer import NOBODY, Viewer


def viewer(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put ``request.viewer`` on every request: the signed-in person, or nobody.

    A person comes in as by a code alone; ``welcome`` knows whether there was more.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        person = request.user
        viewer = NOBODY
        if isinstance(person, Person):
            person.by_code_alone = True
            viewer = Viewer(person)
        request.viewer = viewer  # type: ignore[attr-defined]
        return get_response(request)

    return respond
