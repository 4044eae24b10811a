"""An organisation's public page, and its room."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.charter.evidence import may_read
from alongside.people.models import Organisation
from alongside.people.viewer import Request, here
from alongside.voice.young import note_looks

from ..organisations import InTheOpen, Room


@require_safe
def organisation(request: Request, organisation: UUID) -> HttpResponse:
    """What it was told in public, what it promised, what it kept, and its silence."""
    found = get_object_or_404(Organisation.objects.select_related("area"), pk=organisation)
    here(request, found.area)
    said = {
        "open": InTheOpen(found, timezone.now(), request.viewer),
        "works_here": request.viewer.is_of(found),
    }
    said["reads_evidence"] = may_read(request.viewer, found)
    return render(request, "website/organisation.html", said)


@require_safe
def room(request: Request, organisation: UUID) -> HttpResponse:
    """For those who work there: stories about us, and promises to take on and to keep."""
    found = get_object_or_404(Organisation.objects.select_related("area"), pk=organisation)
    if not request.viewer.is_of(found):
        raise Http404
    here(request, found.area)
    now = timezone.now()
    room = Room(found, request.viewer, now, request.GET.get("after", ""))
    note_looks([about.story for about in room.stories], request.viewer, now)
    return render(request, "website/room.html", {"room": room})
