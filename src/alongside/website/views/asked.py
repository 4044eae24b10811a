"""For keepers: what people ask about what we hold of them, and the answers."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me
from alongside.welcome.gate import signed_in, step_up

from ..areas import area_at
from ..yours.forms import AnswerForm
from ..yours.leaving import to_take_over
from ..yours.wishes import KEEPERS, Wish


@require_safe
@signed_in
def asked(request: Request, area: str) -> HttpResponse:
    """For keepers: what people ask about what we hold of them."""
    place = area_at(area)
    if request.viewer.is_service_side or not request.viewer.holds(*KEEPERS, area=place):
        raise Http404
    here(request, place)
    waiting = (
        Wish.objects.visible_to(request.viewer)
        .to_answer(request.viewer)
        .filter(area=place)
        .waiting()
        .with_all()[:50]
    )
    today = timezone.localdate()
    rows = [(wish, wish.is_late(today)) for wish in waiting]
    return render(request, "website/yours/asked.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@step_up
def wish(request: Request, wish: UUID) -> HttpResponse:
    """For keepers: one of them, and its answer."""
    door = Wish.objects.visible_to(request.viewer).to_answer(request.viewer)
    row = get_object_or_404(door.with_all(), pk=wish)
    here(request, row.area)
    form, now = AnswerForm(sent(request)), timezone.now()
    if form.went_well(lambda said: row.answer(me(request), said["words"], now)):
        return redirect("website:asked", area=row.area.slug)
    erases = row.kind == Wish.Kind.ERASE
    shown = {
        "wish": row,
        "form": form,
        "erases": erases,
        "may_be_done": row.may_be_done(timezone.localdate(now)),
        "to_take_over": to_take_over(row.person) if erases and row.person else [],
    }
    return render(request, "website/yours/wish.html", shown, status=422 if form.is_bound else 200)
