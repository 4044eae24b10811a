"""The way to the front door and back: pages that are somebody's own send a stranger to sign in first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from alongside.people.tasks import SECOND_STEP
from alongside.people.viewer import Request, Viewer

from . import strength, typed
from .errors import ManyAtOnce
from .second_ways import has_a_way

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)
View = Callable[Concatenate[Request, P], R]


def signed_in(view: View[P, R]) -> View[P, R | HttpResponse]:
    """For pages whose address holds no object. Whoever is not signed in does that first, then comes back.

    What they wrote meanwhile waits for them.
    """

    @wraps(view)
    def respond(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
        if request.viewer:
            return view(request, *args, **kwargs)
        if request.method == "POST" and typed.has_words(request):
            return to_sign_in_with_words(request, request.get_full_path())
        here = request.get_full_path() if request.method in ("GET", "HEAD") else ""
        return redirect(with_way_on("welcome:sign_in", here))

    return respond


def to_sign_in_with_words(request: Request, path: str) -> HttpResponse:
    """Keep what was sent to ``path``, and go and sign in. Where too much is kept, it stands on the page."""
    with kept_or_shown():
        typed.keep_for_whom(request, path, timezone.now())
    return redirect(with_way_on("welcome:sign_in", reverse("welcome:carry_on")))


def step_up(view: View[P, R]) -> View[P, R | HttpResponse]:
    """For sensitive work: asks for a second step, unless one was taken here within the last half hour.

    It stands between the address and the door, and says nothing of what is behind: whoever has no task that
    needs a second step, and no second way, goes on to the door itself.
    """
    return _asking(view, asks_for_more)


def own_step_up(view: View[P, R]) -> View[P, R | HttpResponse]:
    """The same for one's own ways to sign in: whoever has none yet sets up the first with a code alone."""
    return _asking(view, _has_a_way)


def _asking(view: View[P, R], asks: Callable[[Viewer], bool]) -> View[P, R | HttpResponse]:
    @wraps(view)
    def respond(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
        recent = not request.viewer or strength.is_recent(request, timezone.now())
        if recent or not asks(request.viewer):
            return view(request, *args, **kwargs)
        if request.method == "POST":
            with kept_or_shown():
                typed.keep(request)
        return redirect(with_way_on("welcome:second", request.get_full_path()))

    return respond


@contextmanager
def kept_or_shown() -> Iterator[None]:
    """What cannot be kept stands on the page that says that there is nothing here."""
    try:
        yield
    except ManyAtOnce as many:
        raise Http404 from many


def asks_for_more(viewer: Viewer) -> bool:
    """Whether a code is not all we want of this person: for their task, or since they chose so."""
    return any(role.name in SECOND_STEP for role in viewer.roles) or _has_a_way(viewer)


def _has_a_way(viewer: Viewer) -> bool:
    return viewer.person is not None and has_a_way(viewer.person)


def with_way_on(name: str, way_on: str) -> str:
    """The address of one of our pages that remembers where to go afterwards."""
    return reverse(name) + (f"?{urlencode({'next': way_on})}" if way_on else "")


def way_on(request: HttpRequest) -> str:
    """Where to go afterwards, as the address says; empty unless it is a path of this very site."""
    wanted = request.GET.get("next", "")
    path = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted
    plain = wanted.isprintable() and " " not in wanted  # browsers drop tabs and new lines: "/\t/elsewhere"
    ours = path and plain and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else ""


def onwards(request: HttpRequest) -> HttpResponse:
    """On to where they wanted to go, or to their own page."""
    return HttpResponseRedirect(way_on(request) or reverse("website:my_page"))
