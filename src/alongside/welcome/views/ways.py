"""How I sign in: the second ways I have, setting one up, taking one away, and the codes on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from alongside.people.models import Person
from alongside.people.tasks import SECOND_STEP
from alongside.people.trying import sent
from alongside.people.viewer import Request, me

from .. import gate, lost, passkeys, recovery, strength, totp
from .. import ways as second_ways
from ..forms import FirstDigits, NewPasskey
from ..sealed import seal, unseal
from ..second_ways import Passkey, has_a_way, passkeys_of, ways_of

KEY, ASKED = "key_of_new_app", "asked_for_new_passkey"


@never_cache
@require_http_methods(["GET", "HEAD"])
@gate.signed_in
def ways(request: Request) -> HttpResponse:
    """What I can show besides the code."""
    person = me(request)
    shown = {
        "ways": ways_of(person),
        "left": recovery.left(person),
        "tasks": [role for role in request.viewer.roles if role.name in SECOND_STEP],
        "passkeys": passkeys.can_be_here(request),
        "app": gate.with_way_on("welcome:app", gate.way_on(request)),
        "passkey": gate.with_way_on("welcome:passkey", gate.way_on(request)),
        "may_help": request.viewer.holds(*lost.MAY, area=person.area_id),
    }
    return render(request, "welcome/ways.html", shown)


@never_cache
@sensitive_post_parameters("digits")
@require_http_methods(["GET", "HEAD", "POST"])
@gate.signed_in
@gate.own_step_up
def app(request: Request) -> HttpResponse:
    """Give the app its key by a picture or by hand, and type what it shows."""
    person, now = me(request), timezone.now()
    key = unseal(request.session.get(KEY, "")) or totp.new_key()
    form = FirstDigits(sent(request))
    if form.went_well(lambda said: second_ways.set_up_app(person, key, said["digits"], now)):
        del request.session[KEY]
        return _set_up(request, person)
    request.session[KEY] = seal(key)
    address = totp.address(key, person.screen_name)
    shown = {"form": form, "key": totp.in_fours(key), "address": address, "qr": totp.picture(address)}
    return render(request, "welcome/app.html", shown, status=422 if form.is_bound else 200)


@never_cache
@sensitive_post_parameters("answer")
@require_http_methods(["GET", "HEAD", "POST"])
@gate.signed_in
@gate.own_step_up
def new_passkey(request: Request) -> HttpResponse:
    """Make a passkey on this device."""
    person, now = me(request), timezone.now()
    form = NewPasskey(sent(request))

    def make(said: dict[str, Any]) -> Passkey:
        state = request.session.pop(ASKED, {})
        return passkeys.make(person, state, said["answer"], said["called"], now)

    if form.went_well(make):
        return _set_up(request, person)
    shown: dict[str, Any] = {"form": form, "can": passkeys.can_be_here(request)}
    shown["asked"], request.session[ASKED] = passkeys.ask_to_make(person, passkeys_of(person))
    return render(request, "welcome/passkey.html", shown, status=422 if form.is_bound else 200)


def _set_up(request: Request, person: Person) -> HttpResponse:
    """A way was set up and shown to work: that was a second step."""
    strength.stepped(request, person, timezone.now())
    then = "welcome:ways" if recovery.left(person) else "welcome:recovery"
    return redirect(gate.with_way_on(then, gate.way_on(request)))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@gate.own_step_up
def removal(request: Request, way: UUID) -> HttpResponse:
    """Take one of my ways away. Everywhere else I am signed out."""
    person = me(request)
    found = next((one for one in ways_of(person) if one.pk == way), None)
    if found is None:
        raise Http404
    if request.method == "POST":
        second_ways.remove(found, timezone.now(), here=request.session.session_key or "")
        if not has_a_way(person):
            strength.weaken(request)
        request.session.cycle_key()
        return redirect("welcome:ways")
    return render(request, "welcome/removal.html", {"way": found, "is_last": len(ways_of(person)) == 1})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@gate.signed_in
@gate.own_step_up
def recovery_codes(request: Request) -> HttpResponse:
    """Ten codes for paper. They are shown when the button is pressed, and never again."""
    person = me(request)
    if not has_a_way(person):
        return redirect("welcome:ways")
    made = recovery.new_codes(person, timezone.now()) if request.method == "POST" else []
    shown = {"made": made, "left": recovery.left(person), "way_on": gate.way_on(request)}
    return render(request, "welcome/recovery.html", shown)
