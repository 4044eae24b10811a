"""An organisation's rounds: its champion opens and closes them, and then everybody can read them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.models import Organisation
from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me

from ..editions import Edition
from ..forms import CloseForm, OpenForm
from ..models import Review
from ..plan import Plan
from ..result import Result
from ..reviews import is_champion


@require_http_methods(["GET", "HEAD", "POST"])
def rounds(request: Request, organisation: UUID) -> HttpResponse:
    """For those who work there: the rounds so far; for the champion: a new one."""
    place = get_object_or_404(Organisation.objects.select_related("area"), pk=organisation)
    if not request.viewer.is_of(place):
        raise Http404
    here(request, place.area)
    form, by, now = OpenForm(sent(request)), me(request), timezone.now()
    if form.went_well(
        lambda typed: Review.open(place, Edition.of(form.newest[typed["framework"]]), by, now, typed["key"])
    ):
        return redirect("charter:review", form.made.pk)
    found = Review.objects.visible_to(request.viewer).filter(organisation=place)
    shown = {"place": place, "form": form, "opens": is_champion(by, place)}
    shown["rounds"] = found.select_related("edition", "closed")[:20]
    return render(request, "charter/rounds.html", shown, status=422 if form.errors else 200)


@require_safe
def review(request: Request, review: UUID) -> HttpResponse:
    """One round: its links while it is open; what may be shown of it once it is over."""
    found = _seen(request, review)
    if found.is_closed:
        result = Result.of(found)
        shown = {"review": found, "result": result, "plan": Plan.of(result, request.viewer, timezone.now())}
        return render(request, "charter/result.html", shown)
    return _running(request, found, CloseForm())


@require_http_methods(["POST"])
def closing(request: Request, review: UUID) -> HttpResponse:
    """The champion ends the round."""
    found, form = _seen(request, review), CloseForm(request.POST)
    if form.went_well(lambda _typed: found.close(me(request), timezone.now())):
        return redirect("charter:review", found.pk)
    return _running(request, found, form)


def _seen(request: Request, pk: UUID) -> Review:
    door = Review.objects.visible_to(request.viewer).prefetch_related("findings")
    found = get_object_or_404(door.select_related("area", "organisation", "edition", "closed"), pk=pk)
    here(request, found.area)
    return found


def _running(request: Request, review: Review, form: CloseForm) -> HttpResponse:
    person = request.viewer.person
    closes = person is not None and is_champion(person, review.organisation)
    shown = {"review": review, "links": review.links.order_by("audience"), "form": form, "closes": closes}
    return render(request, "charter/running.html", shown, status=422 if form.is_bound else 200)
