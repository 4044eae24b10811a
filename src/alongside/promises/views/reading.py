"""A moderator reads a teller's words before everyone may."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me
from alongside.promises.forms import ReadForm
from alongside.promises.models import Verdict

from .page import shown


@require_http_methods(["GET", "HEAD", "POST"])
def shown_words(request: Request, verdict: UUID) -> HttpResponse:
    """The words, and whether they may be shown. Not for a moderator who works there."""
    door = Verdict.objects.visible_to(request.viewer).to_read(request.viewer)
    found = get_object_or_404(door.select_related("told__delivered__promise__area", "reading"), pk=verdict)
    here(request, found.told.delivered.promise.area)
    form = ReadForm(sent(request))
    if form.went_well(
        lambda said: found.read(me(request), said["shown"] == "yes", said["why"], timezone.now())
    ):
        return redirect(request.path)
    return shown(request, "words", found.told.delivered.promise, form, verdict=found)
