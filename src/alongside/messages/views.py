"""A call to make or a letter to write: read it, do it, tick it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.people.models import Look, looked
from alongside.people.viewer import Request, here, me

from .aloud import pieces
from .models import Gone, Message
from .task import task_of


@require_http_methods(["GET", "HEAD"])
def message(request: Request, message: UUID) -> HttpResponse:
    """What to say to whom, and how to reach them."""
    found = get_object_or_404(Message.objects.visible_to(request.viewer), pk=message)
    here(request, found.area)
    looked(me(request), Look.What.WAY_BACK, filter(None, [found.reader]), timezone.now())
    gone: Gone | None = getattr(found, "gone", None)
    about = {
        "message": found,
        "task": task_of(found),
        "words": pieces(found.body),
        "not_yet": found.due_at > timezone.now(),
        "could_not_be_sent": gone is not None and gone.how == Gone.How.FAILED,
    }
    return render(request, "messages/message.html", about)


@require_http_methods(["POST"])
def done(request: Request, message: UUID) -> HttpResponse:
    """The viewer has done it."""
    found = get_object_or_404(Message.objects.visible_to(request.viewer), pk=message)
    found.tick(me(request), timezone.now())
    return redirect("messages:message", message=found.pk)
