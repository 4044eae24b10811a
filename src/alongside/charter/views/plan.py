"""Promising something about what a review showed: for who works there, and who sits for lived experience."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me
from alongside.promises.offering import side_of

from ..models import Review
from ..plan import Plan
from ..plan_forms import OfferForm
from ..planning import promise_about
from ..result import Result


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: Request, review: UUID, statement: str) -> HttpResponse:
    """How each side sees one statement, what was promised about it, and a form to offer more."""
    door = Review.objects.visible_to(request.viewer).filter(closed__isnull=False)
    found = get_object_or_404(door.select_related("area", "organisation", "edition", "closed"), pk=review)
    by, now, result = me(request), timezone.now(), Result.of(found)
    row = next((row for row in result.rows if row.statement.slug == statement), None)
    if row is None or side_of(by, found.organisation, found.area) is None:
        raise Http404
    here(request, found.area)
    form = OfferForm(found, by, sent(request))
    if form.went_well(lambda _: promise_about(found, statement, by=by, at=now, **form.said())):
        return redirect("website:thread", form.made.pk)
    shown = {"review": found, "row": row, "form": form}
    shown["one"] = Plan.of(result, request.viewer, now).about(statement)
    return render(request, "charter/plan.html", shown, status=422 if form.errors else 200)
