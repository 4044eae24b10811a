"""Pages that anyone may read."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.people.viewer import Request, here
from alongside.place.key import may_begin
from alongside.promises.models import Promise
from alongside.voice.models import Story

from ..areas import area_at, open_here
from ..choosing import ChooseForm
from ..forward import forward
from ..quotes import quotes
from ..sharing import cards
from ..silence import silent_in
from ..thread import Thread
from ..together import newest, page_of
from ..wall import wall
from ..working import working_on


@require_safe
def home(request: Request) -> HttpResponse:
    """The one area that is open here, or a list of them."""
    areas = list(open_here(timezone.localdate()))
    if len(areas) == 1:
        return redirect("website:area", areas[0].slug)
    return render(request, "website/home.html", {"areas": areas, "nothing": not areas and may_begin()})


@require_safe
def area(request: Request, area: str) -> HttpResponse:
    """The first page of an area: say how it is, what changed, what we are working on, the wall."""
    place, now = here(request, area_at(area)), timezone.now()
    said = {
        "lately": newest(place, now, most=3),
        "working": working_on(place, request.viewer),
        "wall": wall(place, now),
        "today": timezone.localdate(),
        "card": cards.of_area(place),
    }
    return render(request, "website/area.html", said)


@require_safe
def together(request: Request, area: str) -> HttpResponse:
    """You said, together we did."""
    place, now = here(request, area_at(area)), timezone.now()
    form = ChooseForm(request.GET or None, area=place)
    page = page_of(place, now, form.chosen(), request.GET.get("after", ""))
    said = {"choose": form, "page": page, "silent": silent_in(place, now)}
    return render(request, "website/together.html", said)


@require_safe
def thread(request: Request, promise: UUID) -> HttpResponse:
    """A promise from the first words to whether it helped."""
    found = get_object_or_404(Promise.objects.visible_to(request.viewer).with_rounds(), pk=promise)
    here(request, found.area)
    said = {
        "thread": Thread(found, request.viewer, timezone.now()),
        "card": cards.of_promise(found) if cards.is_public(found) else None,
    }
    return render(request, "website/thread.html", said)


@require_safe
def story_thread(request: Request, story: UUID) -> HttpResponse:
    """From a story forward: what was decided on it, promised, done."""
    found = get_object_or_404(Story.objects.visible_to(request.viewer).with_words(), pk=story)
    here(request, found.area)
    quote = quotes([found.pk], timezone.localdate()).get(found.pk)
    said = {
        "story": found,
        "quote": quote,
        "card": quote and cards.of_story(found),
        "ways": forward(found, request.viewer, timezone.now()),
    }
    return render(request, "website/story_thread.html", said)
