"""Where I am signed in, and ending it there."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.people.viewer import Request, me

from ..gate import signed_in
from ..sessions import end_sessions, kept_as, live_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def places(request: Request) -> HttpResponse:
    """Each browser in which I am signed in. Ending one that has ended already ends nothing."""
    person, here = me(request), request.session.session_key or ""
    there = live_of(person, timezone.now())
    if request.method == "POST":
        ends = request.POST.get("end", "").replace("\x00", "")  # which not every database looks for
        if ends == "others":
            end_sessions(person, but=here)
        else:
            there.filter(pk=ends).exclude(pk=kept_as(here)).delete()
        return redirect("welcome:places")
    mine = [row for row in there if row.pk == kept_as(here)]
    others = [row for row in there if row.pk != kept_as(here)]
    return render(request, "welcome/places.html", {"here": mine, "others": others})
