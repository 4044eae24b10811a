"""How sure we are of the viewer; and whoever lacks a second step is led to it, not turned away."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from alongside.people.viewer import Request

from . import typed
from .errors import ManyAtOnce
from .gate import with_way_on
from .strength import is_strong


def second_step(get_response: Callable[[Request], HttpResponse]) -> Callable[[Request], HttpResponse]:
    """Open all tasks of the viewer in a strong session.

    In one that is not, a page that is "not there" may be of a task that is closed: whoever holds such a task
    takes the second step and comes back, with what they typed. For a page that is not there at all the answer
    is the same.
    """

    def respond(request: Request) -> HttpResponse:
        if request.viewer.person and is_strong(request, timezone.now()):
            request.viewer.person.by_code_alone = False
        typed.drop_if_sent(request)
        response = get_response(request)
        if response.status_code == 404 and request.viewer.closed_roles:
            try:
                if request.method == "POST":
                    typed.keep(request)
            except ManyAtOnce:
                return response  # which has the words on it
            return redirect(with_way_on("welcome:second", request.get_full_path()))
        return response

    return respond
