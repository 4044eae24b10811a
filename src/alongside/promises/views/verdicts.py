"""*Did it help?* Reached from the message, without signing in. Opening it changes nothing: a press does."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.messages.models import WayBack
from alongside.people.trying import sent
from alongside.people.viewer import Request, here
from alongside.promises import pressing
from alongside.promises.models import Told


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verdict(request: Request, token: str) -> HttpResponse:
    """What they said, what was promised, what is different now, four buttons; then words, if they like."""
    told = Told.behind(token)
    if told is None:
        raise Http404
    here(request, told.delivered.promise.area)
    form = pressing.form_for(told, sent(request))
    if form.went_well(lambda said: pressing.say(told, said, timezone.localdate())):
        return redirect("promises:verdict", token)
    context = {"told": told, "form": form, **pressing.page(told, timezone.localdate())}
    return render(request, "promises/verdict.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["POST"])
def verdict_by_link(request: Request, token: str, told: UUID) -> HttpResponse:
    """The same press, from the teller's own page."""
    way_back = WayBack.behind(token)
    found = Told.of(way_back, told) if way_back else None
    if found is None:
        raise Http404
    here(request, found.delivered.promise.area)
    form = pressing.form_for(found, request.POST)
    if form.went_well(lambda said: pressing.say(found, said, timezone.localdate())):
        return redirect("website:way_back", token)
    context = {"told": found, "form": form, **pressing.page(found, timezone.localdate())}
    return render(request, "promises/verdict.html", {**context, "way_back_token": token}, status=422)
