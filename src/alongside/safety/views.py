"""The pages of this room."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.people.models import Look, looked
from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me
from alongside.welcome.gate import signed_in, step_up
from alongside.welcome.limits import place_of

from . import drafts
from .concerns import LEADS, Concern, leads_of, may_write
from .forms import ConcernForm
from .signposts import checked, signposts


class SeeOther(HttpResponseRedirect):
    """Go and get this other page."""

    status_code = 303


@require_http_methods(["GET", "HEAD"])
def leave(request: Request) -> HttpResponse:
    """*Leave this page*: the one address that changes something when it is fetched.

    It must work as a plain link, without script, in one press; all it can end is this device's own drafts.
    """
    response = SeeOther(settings.LEAVE_TO)
    drafts.end_all(request, response)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def concern(request: Request, area: str) -> HttpResponse:
    """Help at once; below it, room for words."""
    place, now = here(request, area), timezone.now()
    form = ConcernForm(sent(request))

    def keep(said: dict[str, Any]) -> Concern:
        may_write(place_of(request), now)
        return Concern.keep(said["words"], key=said["key"], area=place, reach=form.reach(), at=now)

    if form.went_well(keep):
        return redirect(f"{request.path}?kept=yes")
    shown = {
        "area": place,
        "form": form,
        "signposts": signposts(),
        "checked": checked(),
        "is_read": bool(leads_of(place)),
        "kept": "kept" in request.GET,
    }
    return render(request, "safety/concern.html", shown, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD"])
@signed_in
@step_up
def concerns(request: Request, area: str) -> HttpResponse:
    """What people wrote to the lead. Each look is written down."""
    place = here(request, area)
    if not request.viewer.holds(*LEADS, area=place):
        raise Http404
    found = Concern.objects.visible_to(request.viewer).filter(area=place)
    page = found.newest(after=request.GET.get("after", ""))
    looked(me(request), Look.What.CONCERN, page.rows, timezone.now())
    return render(request, "safety/concerns.html", {"area": place, "page": page})


@require_http_methods(["POST"])
def acknowledgement(request: Request, concern: UUID) -> HttpResponse:
    """The lead or the deputy takes it in hand."""
    row = get_object_or_404(Concern.objects.visible_to(request.viewer), pk=concern)
    row.acknowledge(me(request), timezone.now())
    return redirect("safety:concerns", area=row.area.slug)
