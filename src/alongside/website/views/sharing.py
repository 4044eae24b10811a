"""Cards: the pictures beside a link to a public page. And the page where the co-ordinator picks one."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.people.viewer import Request, here
from alongside.welcome.gate import signed_in

from ..areas import area_at
from ..desk import may_sit_there
from ..sharing import cards
from ..sharing.picture import answer


@require_safe
def area_card(request: Request, area: str) -> HttpResponseBase:
    """For an area's first page."""
    return answer(request, cards.of_area(area_at(area)))


@require_safe
def promise_card(request: Request, promise: UUID) -> HttpResponseBase:
    """For a promise that everybody may read."""
    found = cards.public_promise(promise)
    if found is None:
        raise Http404
    return answer(request, cards.of_promise(found))


@require_safe
def story_card(request: Request, story: UUID) -> HttpResponseBase:
    """For a story that everybody may read, as long as its teller lets them."""
    found = cards.public_story(story, timezone.localdate())
    if found is None:
        raise Http404
    return answer(request, cards.of_story(found))


@require_safe
def review_card(request: Request, token: str) -> HttpResponseBase:
    """For the way into a round that runs."""
    found = cards.open_link(token)
    if found is None:
        raise Http404
    return answer(request, cards.of_link(found))


@require_safe
@signed_in
def to_share(request: Request, area: str) -> HttpResponse:
    """The cards of an area, each with its words to paste."""
    place = area_at(area)
    if not may_sit_there(request.viewer, place):
        raise Http404
    here(request, place)
    found = list(cards.to_share(place, request.viewer, timezone.localdate()))
    return render(request, "website/to_share.html", {"cards": found})
