"""*To print and share*: posters, cards and forms, for the co-ordinator's desk."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from alongside.documents import serving
from alongside.documents.kinds import KINDS
from alongside.people.models import Area
from alongside.people.viewer import Request, here
from alongside.welcome.gate import signed_in

from ..areas import area_at
from ..desk import may_sit_there
from ..posters.invites import invites
from ..posters.sheets import SIZES, Sheet


@require_safe
@signed_in
def to_print(request: Request, area: str) -> HttpResponse:
    """Everything there is to print and to share, on one page."""
    place = _desk(request, area)
    return render(request, "website/to_print.html", {"invites": invites(place), "sizes": SIZES})


@require_safe
def poster(request: Request, area: str, invite: str, size: str) -> FileResponse:
    """One of them, as a PDF."""
    place = _desk(request, area)
    found = next((one for one in invites(place) if one.name == invite), None)
    address = found.address(place) if found else None
    if found is None or address is None or size not in SIZES:
        raise Http404
    written = Sheet.of(found, place, address).pdf(size, timezone.now())
    return serving.made(written, slugify(f"{place} {found.called} {size}"), KINDS["pdf"])


def _desk(request: Request, slug: str) -> Area:
    """The area, for whoever sits at its desk; 404 for everybody else."""
    place = area_at(slug)
    if not may_sit_there(request.viewer, place):
        raise Http404
    return here(request, place)
