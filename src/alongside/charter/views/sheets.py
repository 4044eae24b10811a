"""Sheets of paper, and what people say on the phone, typed in by the forum's co-ordinator."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.people.trying import sent
from alongside.people.viewer import Request

from ..answers import Sheet, hand_in
from ..rows import NAMES
from ..typing_in import SheetForm
from .page import for_co_ordinator, seen, side_of


@require_http_methods(["GET", "HEAD", "POST"])
def sheets(request: Request, review: UUID, audience: str) -> HttpResponse:
    """One sheet after another, by keyboard alone."""
    found = seen(request, review)
    for_co_ordinator(request, found)
    side, now = side_of(found, audience), timezone.now()
    form = SheetForm(
        sent(request), review=found, audience=side, initial={"how": request.GET.get("how", Sheet.How.PAPER)}
    )
    if form.went_well(lambda _typed: hand_in(found, side, form.filled(), now, **form.said())):
        return redirect(f"{request.path}?how={form.cleaned_data['how']}&saved=yes")
    by_hand = found.sheets.filter(audience=side).exclude(how__in=[Sheet.How.LINK, Sheet.How.SIGNED_IN])
    shown = {
        "review": found,
        "side": side.value,
        "side_name": NAMES[side],
        "form": form,
        "typed_in": by_hand.count(),
    }
    return render(request, "charter/sheets.html", shown, status=422 if form.errors else 200)
