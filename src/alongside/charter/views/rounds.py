"""An organisation's rounds: its champion opens and closes them, and then everybody can read them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.days import day_of
from alongside.people.models import Organisation
from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me

from ..chart import Chart
from ..forms import CloseForm, OpenForm
from ..models import Review
from ..plan import Plan
from ..result import Result
from ..reviews import USUAL, is_champion
from .page import running, seen


@require_http_methods(["GET", "HEAD", "POST"])
def rounds(request: Request, organisation: UUID) -> HttpResponse:
    """For those who work there: the rounds so far; for the champion: a new one."""
    place = get_object_or_404(Organisation.objects.select_related("area"), pk=organisation)
    if not request.viewer.is_of(place):
        raise Http404
    here(request, place.area)
    by, now = me(request), timezone.now()
    form = OpenForm(sent(request), initial={"until": day_of(now + USUAL)})
    if form.went_well(lambda _typed: Review.open(place, by=by, at=now, **form.said())):
        return redirect("charter:review", form.made.pk)
    found = Review.objects.visible_to(request.viewer).filter(organisation=place)
    shown = {"place": place, "form": form, "opens": is_champion(by, place)}
    shown["rounds"] = found.select_related("edition", "closed")[:20]
    return render(request, "charter/rounds.html", shown, status=422 if form.errors else 200)


@require_safe
def review(request: Request, review: UUID) -> HttpResponse:
    """One round: its links while it is open; what may be shown of it once it is over."""
    found = seen(request, review)
    if not found.is_closed:
        return running(request, found)
    result = Result.of(found)
    shown = {"review": found, "result": result, "chart": Chart(result)}
    shown["plan"] = Plan.of(result, request.viewer, timezone.now())
    return render(request, "charter/result.html", shown)


@require_http_methods(["POST"])
def closing(request: Request, review: UUID) -> HttpResponse:
    """The champion ends the round."""
    found, form = seen(request, review), CloseForm(request.POST)
    if form.went_well(lambda _typed: found.close(me(request), timezone.now())):
        return redirect("charter:review", found.pk)
    return running(request, found, form)
