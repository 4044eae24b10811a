"""Pages with words to write: a decision, a new wording, where one stands, an objection."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.trying import sent
from alongside.people.viewer import Request, here

from ..forms import Asked, Objecting, Opening, Paper, Standing, Wordings
from ..models import Decision, Group, Seat
from ..models import Paper as SharedPaper


@require_http_methods(["GET", "HEAD", "POST"])
def decisions(request: Request, group: UUID) -> HttpResponse:
    """Open a decision; ``?instead-of=`` names one to take the place of."""
    viewer = request.viewer
    doors = Group.objects.visible_to(viewer).select_related("area")
    found = get_object_or_404(doors, pk=group)
    here(request, found.area)
    form = Opening(sent(request), group=found, initial={"supersedes": request.GET.get("instead-of")})
    if form.went_well(
        lambda said: Decision.open(found, found.seat_of(viewer.person), at=timezone.now(), **said)
    ):
        return redirect(form.made)
    told = {"group": found, "form": form, "seat": found.seat_of(viewer.person)}
    return render(request, "groups/open.html", told, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def wordings(request: Request, decision: UUID) -> HttpResponse:
    """Write a new wording, beginning from the current one."""
    found, seat = _at_the_table(request, decision)
    now = found.wording
    form = Wordings(sent(request), initial={"instead_of": now.pk, "body": now.text.body})
    if form.went_well(lambda said: found.word(seat, at=timezone.now(), **said)):
        return redirect(found)
    return _form_page(request, "groups/wordings.html", found, form)


@require_http_methods(["GET", "HEAD", "POST"])
def stand(request: Request, decision: UUID) -> HttpResponse:
    """Say where one stands; it begins from what one said before."""
    found, seat = _at_the_table(request, decision)
    before = found.wording.stands.filter(seat=seat).values("how", "words").first()
    form = Standing(sent(request), initial={"wording_id": found.wording.pk, **(before or {})})
    if form.went_well(lambda said: found.stand(seat, at=timezone.now(), **said)):
        return redirect(found)
    return _form_page(request, "groups/stand.html", found, form)


@require_http_methods(["GET", "HEAD", "POST"])
def objections(request: Request, decision: UUID) -> HttpResponse:
    """Object, say why, and what would make it acceptable."""
    found, seat = _at_the_table(request, decision)
    form = Objecting(sent(request), initial={"wording_id": found.wording.pk})
    if form.went_well(lambda said: found.object(seat, at=timezone.now(), **said)):
        return redirect(found)
    return _form_page(request, "groups/objections.html", found, form)


@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: Request, decision: UUID) -> HttpResponse:
    """Share something to read first."""
    found, seat = _at_the_table(request, decision)
    form = Paper(sent(request))
    if form.went_well(lambda said: found.share_paper(seat, at=timezone.now(), **said)):
        return redirect(found)
    return _form_page(request, "groups/papers.html", found, form)


@require_safe
def paper(request: Request, paper: UUID) -> HttpResponse:
    """Something to read first."""
    doors = SharedPaper.objects.visible_to(request.viewer)
    found = get_object_or_404(doors.select_related("text", "by__person", "decision__area"), pk=paper)
    here(request, found.decision.area)
    return render(request, "groups/paper.html", {"paper": found})


def _at_the_table(request: Request, pk: UUID) -> tuple[Decision, Seat | None]:
    """The decision, for someone with a seat in its group, and that seat."""
    viewer = request.viewer
    doors = Decision.objects.visible_to(viewer).with_a_seat_for(viewer)
    found = get_object_or_404(doors.select_related("area", "group", "taken"), pk=pk)
    here(request, found.area)
    return found, found.group.seat_of(viewer.person)


def _form_page(request: Request, template: str, decision: Decision, form: Asked) -> HttpResponse:
    """The form beside the wording as it is now; a refused one with every word still there."""
    form.catch_up(decision.wording)
    told = {
        "decision": decision,
        "wording": decision.wording,
        "seat": decision.group.seat_of(request.viewer.person),
        "form": form,
    }
    return render(request, template, told, status=422 if form.is_bound else 200)
