"""The way to the front door and back: pages that are somebody's own send a stranger to sign in first."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from alongside.people.viewer import Request

P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponse]


def signed_in(view: View[P]) -> View[P]:
    """For pages whose address holds no object. Whoever is not signed in does that first, then comes back."""

    @wraps(view)
    def respond(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.viewer:
            return view(request, *args, **kwargs)
        here = request.get_full_path() if request.method in ("GET", "HEAD") else ""
        return redirect(with_way_on("welcome:sign_in", here))

    return respond


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
