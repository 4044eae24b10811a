"""What can be printed: the result of a round; while it runs, for each side poster, letter and form."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from alongside.documents import serving
from alongside.documents.kinds import DRAWING, KINDS
from alongside.people.viewer import Request, here

from ..models import Link, Review
from ..paper.form import Form
from ..paper.result import Printed
from ..paper.ways_in import WayIn, code
from ..paper.word import word
from ..reviews import ReviewDoor


@require_safe
def result_pdf(request: Request, review: UUID) -> FileResponse:
    """What everybody may see of a round that is over, as a PDF."""
    found = _over(request, review)
    return serving.made(Printed.of(found, timezone.now()).pdf(), _called(found), KINDS["pdf"])


@require_safe
def result_docx(request: Request, review: UUID) -> FileResponse:
    """The same as a Word file."""
    found = _over(request, review)
    return serving.made(word(Printed.of(found, timezone.now())), _called(found), KINDS["docx"])


@require_safe
def poster(request: Request, review: UUID, audience: str) -> FileResponse:
    """One page for a wall, with the way in for one side."""
    link = _way_in(request, review, audience)
    return serving.made(WayIn.of(link).poster(timezone.now()), _called(link, "poster"), KINDS["pdf"])


@require_safe
def letter(request: Request, review: UUID, audience: str) -> FileResponse:
    """The same as a letter to take home."""
    link = _way_in(request, review, audience)
    return serving.made(WayIn.of(link).letter(timezone.now()), _called(link, "letter"), KINDS["pdf"])


@require_safe
def form(request: Request, review: UUID, audience: str) -> FileResponse:
    """What one side is asked, to be ticked with a pen; in large print if the address asks for it."""
    link, large = _way_in(request, review, audience), request.GET.get("size") == "large"
    name = _called(link, "form", "large print" if large else "")
    return serving.made(Form.of(link).pdf(timezone.now(), large=large), name, KINDS["pdf"])


@require_safe
def square(request: Request, review: UUID, audience: str) -> FileResponse:
    """The square code of one side's link, to stand on the page of the round."""
    return serving.drawn(code(_way_in(request, review, audience)), DRAWING)


def _over(request: Request, pk: UUID) -> Review:
    door = Review.objects.visible_to(request.viewer).filter(closed__isnull=False)
    found = get_object_or_404(_with_place(door).prefetch_related("findings"), pk=pk)
    here(request, found.area)
    return found


def _way_in(request: Request, pk: UUID, audience: str) -> Link:
    """One side's link, for who may see the round, while it runs: then it is of use, and later of none."""
    door = Review.objects.visible_to(request.viewer).still_open()
    found = get_object_or_404(_with_place(door), pk=pk)
    here(request, found.area)
    link = get_object_or_404(found.links, audience=audience)
    link.review = found
    return link


def _with_place(door: ReviewDoor) -> ReviewDoor:
    return door.select_related("area", "organisation", "edition", "closed")


def _called(thing: Review | Link, *more: str) -> str:
    """A name that still says in a year what it is: beck-lane-primary-the-four-cornerstones-round-2."""
    review = thing.review if isinstance(thing, Link) else thing
    side = thing.get_audience_display() if isinstance(thing, Link) else ""
    return slugify(" ".join([str(review.organisation), str(review), side, *more]))
