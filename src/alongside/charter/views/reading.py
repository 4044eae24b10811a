"""A moderator reads what people wrote in a review, one after another."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me

from ..forms import ReadForm
from ..models import Comment


@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: Request, comment: UUID) -> HttpResponse:
    """The words, and whether they may be shown. Not for a moderator who works there."""
    now = timezone.now()
    mine = Comment.objects.visible_to(request.viewer)
    door = mine.to_read(request.viewer, timezone.localdate(now))
    asked = door.select_related("review__area", "review__organisation", "review__edition", "text", "reading")
    found = get_object_or_404(asked, pk=comment)
    here(request, found.review.area)
    form = ReadForm(sent(request))
    if form.went_well(lambda said: found.read(me(request), said["shown"] == "yes", said["why"], now)):
        after = door.of(found.review).waiting().order_by("section", "question", "pk").first()
        return redirect("charter:comment", after.pk) if after else redirect("website:my_page")
    shown = {"comment": found, "form": form}
    return render(request, "charter/comment.html", shown, status=422 if form.errors else 200)
