"""Somebody of the area has lost phone and paper: take their second ways away."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me

from .. import lost
from ..forms import Lost
from ..gate import signed_in, step_up


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@step_up
def lost_ways(request: Request, area: str) -> HttpResponse:
    """Who it is, and how we know; then they begin anew."""
    place, now = here(request, area), timezone.now()
    if not request.viewer.holds(*lost.MAY, area=place):
        raise Http404
    people = list(lost.with_ways(request.viewer, place))
    form = Lost(sent(request), people=people)
    if form.went_well(
        lambda said: lost.take_away(said["person"], me(request), said["why"], now, said["key"])
    ):
        return redirect(f"{request.path}?taken={form.made.pk}")
    taken = lost.taken_by(me(request), request.GET.get("taken", ""))
    shown = {"form": form, "people": people, "taken": taken}
    return render(request, "welcome/lost.html", shown, status=422 if form.is_bound else 200)
