"""What the pages about one round do the same way."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.people.viewer import Request, here

from ..answers import enough
from ..asking import looks_after
from ..forms import CloseForm, CodesForm
from ..framework import Audience
from ..models import Link, Review
from ..reviews import is_champion

ORDER = [side.value for side in Audience]


def seen(request: Request, pk: UUID) -> Review:
    """A round that the viewer may open; 404 for any other."""
    door = Review.objects.visible_to(request.viewer).prefetch_related("findings")
    found = get_object_or_404(door.select_related("area", "organisation", "edition", "closed"), pk=pk)
    here(request, found.area)
    return found


def link_of(review: Review, audience: str) -> Link:
    """The link of one side of this round; 404 for a side that is not asked."""
    links = review.links.select_related("review__organisation", "review__area", "review__edition")
    return get_object_or_404(links, audience=audience)


def side_of(review: Review, audience: str) -> Audience:
    """One of the sides that this round asks; 404 for any other."""
    return Audience(link_of(review, audience).audience)


def for_co_ordinator(request: Request, review: Review) -> None:
    """These pages are there for the forum's co-ordinator alone: nobody at the place sees single answers."""
    if not looks_after(request.viewer.person, review):
        raise Http404


def running(
    request: Request,
    review: Review,
    form: CloseForm | None = None,
    codes: CodesForm | None = None,
    refused: str = "",
) -> HttpResponse:
    """The page of a round that is open."""
    person = request.viewer.person
    there = enough(review)
    form, codes = form or CloseForm(), codes or CodesForm()
    links = sorted(review.links.select_related("passed_on"), key=lambda one: ORDER.index(one.audience))
    shown: dict[str, Any] = {
        "review": review,
        "links": [(link, link.audience in there) for link in links],
        "form": form,
        "codes": codes,
        "closes": person is not None and is_champion(person, review.organisation),
        "types_in": looks_after(person, review),
        "refused": refused,
    }
    wrong = refused or form.errors or codes.errors
    return render(request, "charter/running.html", shown, status=422 if wrong else 200)
