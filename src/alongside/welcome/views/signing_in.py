"""Sign in by a code, sign out. Opening a page never changes anything: pressing a button does."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from alongside.people.errors import Refused
from alongside.people.models import Person
from alongside.people.trying import sent
from alongside.people.viewer import Request, Viewer

from .. import casting, codes, cookies, gate, lasting, limits, strength, typed, watch
from ..entering import enter
from ..errors import ManyAtOnce
from ..forms import Asking, Typing


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: Request) -> HttpResponse:
    """Where shall we send the code? The answer is the same whether we know the address or not."""
    if request.viewer:
        return gate.onwards(request)
    form = Asking(sent(request))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            return _ask(request, form.cleaned_data["address"])
        except ManyAtOnce as many:
            form.add_error(None, str(many))
            status = 429
    elif request.method == "POST":
        status = 422
    return render(
        request, "welcome/sign_in.html", {**_said(request, form), "demo": settings.DEMO}, status=status
    )


def _said(request: Request, form: Asking | Typing) -> dict[str, Any]:
    return {"form": form, "typed": bool(typed.waiting(request))}


def _ask(request: Request, address: str) -> HttpResponse:
    now = timezone.now()
    limits.may_ask(limits.place_of(request), cookies.known_browser_of(request, address), now)
    if older := cookies.asked(request):
        codes.forget_browser(older)
    response = redirect(gate.with_way_on("welcome:code", gate.way_on(request)))
    cookies.set_asked(response, codes.ask(address, now))
    return response


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: Request) -> HttpResponse:
    """Type the code: signed in, in this browser, once."""
    if request.viewer:
        return gate.onwards(request)
    browser = cookies.asked(request)
    if not browser:
        return redirect(gate.with_way_on("welcome:sign_in", gate.way_on(request)))
    form = Typing(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            person = codes.spend(browser, form.cleaned_data["code"], timezone.now())
        except Refused as refused:
            form.add_error("code", str(refused))
        else:
            return _let_in(request, person)
    again = gate.with_way_on("welcome:sign_in", gate.way_on(request))
    status = 422 if form.is_bound else 200
    said = {**_said(request, form), "again": again, "minutes": lasting.minutes(lasting.LIVES)}
    return render(request, "welcome/code.html", said, status=status)


def _let_in(request: Request, person: Person) -> HttpResponse:
    now = timezone.now()
    enter(request, person, now)
    response = gate.onwards(request)
    if gate.asks_for_more(Viewer(person)) and not strength.is_strong(request, now):
        response = redirect(gate.with_way_on("welcome:second", gate.way_on(request)))
    cookies.set_known(response, person)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_out(request: Request) -> HttpResponse:
    """Out, and nothing of it left in this browser: no draft either, and no secret link just shown."""
    if request.method != "POST" and request.viewer:
        return render(request, "welcome/sign_out.html")
    if request.method != "POST":
        return redirect("website:home")
    if request.viewer:
        watch.went("sign out")
    logout(request)
    response = redirect(reverse("website:home"))
    cookies.forget(response, request)
    response["Clear-Site-Data"] = '"cache"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def cast(request: Request) -> HttpResponse:
    """In a demo only: look around as one of the cast, in one press."""
    if not settings.DEMO:
        raise Http404
    if request.method == "POST":
        who = casting.called(request.POST.get("who", ""))
        if who is None:
            raise Http404
        enter(request, who, timezone.now())
        strength.looks_through(request)
        return gate.onwards(request)
    return render(request, "welcome/cast.html", {"people": casting.there()})
