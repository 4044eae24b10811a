"""The page of a decision, and what is one press on it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from alongside.people.viewer import Request, here

from ..forms import Agreeing, Asked, Urging, Withdrawing
from ..models import Decision, Objection
from ..picture import Picture


@require_safe
def decision(request: Request, decision: UUID) -> HttpResponse:
    """How far it is, and what one can do."""
    return _page(request, decision)


@require_POST
def agreement(request: Request, decision: UUID) -> HttpResponse:
    """A partner's yes, to the wording that the page showed."""
    viewer, form = request.viewer, Agreeing(request.POST)
    found = get_object_or_404(Decision.objects.visible_to(viewer).with_a_seat_for(viewer), pk=decision)
    if form.went_well(
        lambda said: found.agree(found.group.seat_of(viewer.person), at=timezone.now(), **said)
    ):
        return redirect(found)
    return _page(request, decision, form)


@require_POST
def urgency(request: Request, decision: UUID) -> HttpResponse:
    """A partner says that this wording cannot wait."""
    viewer, form = request.viewer, Urging(request.POST, prefix="urging")
    found = get_object_or_404(Decision.objects.visible_to(viewer).with_a_seat_for(viewer), pk=decision)
    if form.went_well(lambda said: found.urge(found.group.seat_of(viewer.person), at=timezone.now(), **said)):
        return redirect(found)
    return _page(request, decision, form)


@require_POST
def withdrawal(request: Request, objection: UUID) -> HttpResponse:
    """Whoever objected takes it back."""
    viewer, form = request.viewer, Withdrawing(request.POST)
    doors = Objection.objects.visible_to(viewer).select_related("wording__decision__group", "seat")
    found = get_object_or_404(doors, pk=objection)
    decision = found.wording.decision
    if form.went_well(
        lambda said: found.withdraw(decision.group.seat_of(viewer.person), at=timezone.now(), **said)
    ):
        return redirect(decision)
    return _page(request, decision.pk, form)


def _page(request: Request, pk: UUID, form: Asked | None = None) -> HttpResponse:
    """The decision as it is now; under a refused form, with its sentence and every word typed."""
    found = get_object_or_404(Decision.objects.visible_to(request.viewer).whole(), pk=pk)
    here(request, found.area)
    if form:
        form.catch_up(found.wording)
    seat = found.group.seat_of(request.viewer.person)
    fresh = Urging(prefix="urging", initial={"wording_id": found.wording.pk})
    told = {
        "decision": found,
        "picture": Picture(found, seat, timezone.now()),
        "urging": form if isinstance(form, Urging) else fresh,
        "form": form,
    }
    return render(request, "groups/decision.html", told, status=422 if form else 200)
