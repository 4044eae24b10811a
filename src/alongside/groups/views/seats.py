"""Handing a seat over."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.people.trying import sent
from alongside.people.viewer import Request, here
from alongside.welcome.gate import step_up

from ..forms import HandingOver
from ..handover import hand_over, may_be_passed_on
from ..models import Group


@require_http_methods(["GET", "HEAD", "POST"])
@step_up
def handovers(request: Request, group: UUID) -> HttpResponse:
    """Pass a seat on: one's own, or one of the partner for which one speaks."""
    person = request.viewer.person
    doors = Group.objects.visible_to(request.viewer).select_related("area")
    found = get_object_or_404(doors, pk=group)
    here(request, found.area)
    seats, at = may_be_passed_on(found, person), timezone.now()
    form = HandingOver(sent(request), group=found, seats=seats, at=at)
    if form.went_well(lambda said: hand_over(by=person, at=at, **said)):
        return redirect("website:my_page")  # whoever passed on their own seat may not see the group any more
    told = {"group": found, "form": form, "seats": seats}
    return render(request, "groups/handovers.html", told, status=422 if form.is_bound else 200)
