"""*Type in a form*: for the co-ordinator, one after another; and reading each back for a yes."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.people.models import Area, Look, looked
from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me

from ..taking_down import LASTS, TakenDown, may_type_in, take_down
from ..typed_in import ReadBackForm, TypedInForm, kept_for_the_next


def _here(request: Request, slug: str) -> Area:
    """The area, for whoever types in there; 404 for everybody else, and for no area."""
    area = get_object_or_404(Area, slug=slug)
    if not may_type_in(request.viewer, area):
        raise Http404
    return here(request, area)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def type_in(request: Request, area: str) -> HttpResponse:
    """One form after another, by keyboard alone."""
    place, now = _here(request, area), timezone.now()
    before = {name: request.GET.get(name, "") for name in ("organisation", "how")}
    form = TypedInForm(sent(request), area=place, initial=before)
    if form.went_well(
        lambda typed: take_down(
            form.said(),
            area=place,
            how=typed["how"],
            by=me(request),
            at=now,
            key=typed["key"],
            heard_yes=typed["heard"],
        )
    ):
        waits = "waits" if form.made.story_id is None else "counts"
        found = urlencode({**kept_for_the_next(form.cleaned_data), "saved": waits})
        return redirect(f"{request.path}?{found}#happened")
    waiting = TakenDown.objects.visible_to(request.viewer).filter(area=place).waiting()
    shown = {"area": place, "form": form, "waiting": waiting[:20], "many": waiting.count()}
    return render(request, "voice/type_in.html", shown, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def taken_down(request: Request, area: str, taken: UUID) -> HttpResponse:
    """Read it back, mend it, and hear their yes."""
    place, now = _here(request, area), timezone.now()
    found = get_object_or_404(TakenDown.objects.visible_to(request.viewer).filter(area=place), pk=taken)
    if found.story_id:
        return redirect("voice:type_in", area=place.slug)
    looked(me(request), Look.What.WAY_BACK, [found], now)
    form = ReadBackForm(sent(request), area=place, initial=ReadBackForm.as_typed(found.reading))
    if form.went_well(lambda _typed: found.read_back_to_them(form.said(), me(request), now)):
        return redirect(f"{_pile(place)}?saved=counts")
    shown = {"area": place, "form": form, "taken": found, "lasts": LASTS.days}
    return render(request, "voice/read_back.html", shown, status=422 if form.errors else 200)


@require_http_methods(["POST"])
def not_reached(request: Request, area: str, taken: UUID) -> HttpResponse:
    """Nobody could be reached: it stays with the forum."""
    place = _here(request, area)
    found = get_object_or_404(TakenDown.objects.visible_to(request.viewer).filter(area=place), pk=taken)
    found.could_not_reach(me(request), timezone.now())
    return redirect(f"{_pile(place)}?saved=forum")


def _pile(area: Area) -> str:
    return reverse("voice:type_in", args=[area.slug])
