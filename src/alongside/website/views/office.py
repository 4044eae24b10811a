"""For those who look after an area: the desk, and the record of what happened."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.people.models import Look, Role, looked
from alongside.people.viewer import Request, here, me
from alongside.welcome.gate import signed_in

from .. import record
from ..areas import area_at
from ..desk import Desk, may_sit_there


@require_safe
@signed_in
def desk(request: Request, area: str) -> HttpResponse:
    """The co-ordinator's desk, or one pile of it as a whole."""
    place = area_at(area)
    if not may_sit_there(request.viewer, place):
        raise Http404
    here(request, place)
    asked = request.GET.get("all", ""), request.GET.get("after", "")
    now = timezone.now()
    lies = Desk(place, request.viewer, now, *asked)
    looked(me(request), Look.What.WAY_BACK, lies.reached, now)
    if lies.whole is None:
        shown = {"desk": lies, "looks_after": request.viewer.holds(Role.Name.COORDINATOR, area=place)}
        return render(request, "website/desk.html", shown)
    shown = {"desk": lies, "pile": lies.whole, "first": f"?all={asked[0]}" if asked[1] else ""}
    return render(request, "website/pile.html", shown)


@require_safe
@signed_in
def journal(request: Request, area: str) -> HttpResponse:
    """What happened in an area, day by day."""
    place = area_at(area)
    if not record.may_read(request.viewer, place):
        raise Http404
    here(request, place)
    lines, older = record.lines(request.viewer, place, request.GET.get("after", ""))
    said = {
        "lines": lines,
        "names": record.shows_names(request.viewer, place),
        "older": older,
        "newer": "?" if "after" in request.GET else "",
    }
    return render(request, "website/journal.html", said)
