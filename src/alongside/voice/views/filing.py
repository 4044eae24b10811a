"""Saying whom a story is about, where its teller was not sure."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.people.models import Role
from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me

from ..filing import GONE_ON, fileable_by, has_gone_on, may_read, places
from ..forms import WhoForm
from ..stories import Story
from ..young import note_looks


@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: Request, story: UUID) -> HttpResponse:
    """A moderator reads it and says whom it is about; so does the co-ordinator, without reading it."""
    row = get_object_or_404(fileable_by(request.viewer).with_words(), pk=story)
    here(request, row.area)
    form = WhoForm(sent(request), places=places(row))
    if form.went_well(lambda said: row.file_under(said["organisation"], me(request), timezone.now())):
        return _back(request, row)
    reads = may_read(row, request.viewer)
    if reads:
        note_looks([row], request.viewer, timezone.now())
    shown = {
        "story": row,
        "form": form,
        "reads": reads,
        "gone_on": GONE_ON if has_gone_on(row) else "",
    }
    return render(request, "voice/who.html", shown, status=422 if form.is_bound else 200)


def _back(request: Request, story: Story) -> HttpResponse:
    """To the words, for who may still read them: not for who works where it happened."""
    if may_read(story, request.viewer):
        return redirect("voice:reading", reading=story.reading_id)
    moderates = request.viewer.holds(Role.Name.MODERATOR, area=story.area)
    return redirect("voice:readings" if moderates else "website:desk", area=story.area.slug)
