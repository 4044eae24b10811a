"""The second step: show a passkey, type the digits of an app or a recovery code; then on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from alongside.people.models import Person
from alongside.people.trying import Trying, sent
from alongside.people.viewer import Request, me

from .. import gate, lasting, passkeys, steps, strength, typed, watch
from ..forms import FromPaper, SecondStep, ShownPasskey
from ..second_ways import app_of, has_a_way, passkeys_of, waits_until

ASKED = "asked_for_passkey"


@never_cache
@sensitive_post_parameters("digits", "answer")
@require_http_methods(["GET", "HEAD", "POST"])
@gate.signed_in
def second(request: Request) -> HttpResponse:
    """Take the second step. Whoever has no second way sets one up."""
    person, now = me(request), timezone.now()
    if strength.is_recent(request, now):
        return _on(request, person, now)
    if not has_a_way(person):
        return redirect(gate.with_way_on("welcome:ways", gate.way_on(request)))
    form = _form(request, person)
    if form.went_well(lambda said: _take(request, person, said, now)):
        strength.stepped(request, person, now)
        return _on(request, person, now)
    shown = {
        "form": form,
        "digits": _digits(person) if isinstance(form, ShownPasskey) else form,
        "asked": _ask(request, person),
        "way_on": gate.way_on(request),
        "typed": bool(typed.waiting(request)),
        "minutes": lasting.minutes(lasting.RECENT),
    }
    return render(request, "welcome/second.html", shown, status=422 if form.is_bound else 200)


def _on(request: Request, person: Person, now: datetime) -> HttpResponse:
    if not strength.is_strong(request, now):
        return render(request, "welcome/wait.html", {"until": waits_until(person, now)})
    waiting = typed.waiting(request)
    if waiting and waiting.path == gate.way_on(request):
        return redirect("welcome:carry_on")
    return gate.onwards(request)


def _take(request: Request, person: Person, said: dict[str, Any], now: datetime) -> None:
    if "answer" in said:
        with watch.refusals("second step by a passkey"):
            passkeys.show(person, request.session.pop(ASKED, {}), said["answer"])
    else:
        stepped_before = request.session.session_key if strength.STEPPED in request.session else None
        with watch.refusals("second step by digits"):
            steps.take_step(person, said["digits"], now, stepped_before or "")


def _form(request: Request, person: Person) -> Trying:
    return ShownPasskey(request.POST) if "answer" in request.POST else _digits(person, request)


def _digits(person: Person, request: Request | None = None) -> Trying:
    kind = SecondStep if app_of(person) else FromPaper
    return kind(sent(request) if request else None)


def _ask(request: Request, person: Person) -> str:
    """What the browser is asked for, where a passkey can be shown."""
    there = passkeys_of(person) if passkeys.can_be_here(request) else []
    if not there:
        return ""
    asked, request.session[ASKED] = passkeys.ask_to_show(there)
    return asked


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@gate.signed_in
def carry_on(request: Request) -> HttpResponse:
    """What was typed before, to be sent now; or thrown away, as it is somebody else's."""
    if request.method == "POST":
        typed.drop(request)
    waiting = typed.waiting(request)
    if waiting is None:
        return gate.onwards(request)
    return render(request, "welcome/carry_on.html", {"waiting": waiting})


@never_cache
@require_http_methods(["POST"])
def keep(request: Request) -> HttpResponse:
    """Somebody was signed out while they wrote: their words wait until they are signed in again."""
    path = gate.way_on(request)
    return gate.to_sign_in_with_words(request, path) if path else gate.onwards(request)
