"""What an organisation answers: from its room, by a code, or written down by the forum."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.people.days import day_of
from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me

from ..answering import Words, answer_by_code, answer_from_room, answer_recorded
from ..consents import Consent
from ..forms import ReplyForm
from ..replies import Asked, Reply
from ..stories import Story
from ..young import note_looks


@require_http_methods(["GET", "HEAD", "POST"])
def replies(request: Request, story: UUID) -> HttpResponse:
    """Somebody who works there answers."""
    now = timezone.now()
    door = Story.objects.visible_to(request.viewer).answerable_by(request.viewer, day_of(now))
    row = get_object_or_404(door.with_words(), pk=story)
    form = _form(request, row)
    if form.went_well(lambda said: answer_from_room(row, me(request), _words(said), now)):
        return redirect("voice:story", story=row.pk)
    return _page(request, row, form, f"Answer for {row.organisation}")


@require_http_methods(["GET", "HEAD", "POST"])
def recorded(request: Request, story: UUID) -> HttpResponse:
    """The forum writes down what came by letter or call."""
    door = Story.objects.visible_to(request.viewer).recordable_by(request.viewer)
    row = get_object_or_404(door.with_words(), pk=story)
    form = _form(request, row)
    form.fields["words"].label = "Their answer"
    form.fields["words"].help_text = "Write down what they said, in their words. The page says that you did."
    if form.went_well(lambda said: answer_recorded(row, me(request), _words(said), timezone.now())):
        return redirect("voice:story", story=row.pk)
    return _page(request, row, form, f"What {row.organisation} answered")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reply_by_code(request: Request, token: str) -> HttpResponse:
    """Whoever holds the code that went to the organisation's address reads the story and answers."""
    now = timezone.now()
    asked = Asked.behind(token, now)
    if asked is None:
        raise Http404
    row, form = asked.story, _form(request, asked.story)
    form.fields["signed"].required = True
    if form.went_well(lambda said: answer_by_code(asked, _words(said), now)):
        return redirect("voice:reply_by_code", token=token)
    given = Reply.by_code(row)
    return _page(request, row, form, f"Somebody told us how it is with {row.organisation}", given=given)


def _form(request: Request, story: Story) -> ReplyForm:
    """With the tick for *everyone may read it* where the teller lets everyone read the story."""
    public = story.allows(Consent.Use.PUBLISH, day_of(timezone.now()))
    return ReplyForm(sent(request), may_be_public=public)


def _words(said: dict[str, Any]) -> Words:
    return Words(
        body=said["words"],
        key=said["key"],
        signed=said["signed"],
        public=said.get("public", False),
        claims_change=said["claims_change"],
    )


def _page(
    request: Request, story: Story, form: ReplyForm, heading: str, given: list[Reply] | None = None
) -> HttpResponse:
    here(request, story.area)
    note_looks([story], request.viewer, timezone.now())
    shown = {
        "story": story,
        "form": form,
        "heading": heading,
        "given": given,
        "by_line": story.by_line(Consent.Use.SERVICE, day_of(timezone.now())),
    }
    return render(request, "voice/reply.html", shown, status=422 if form.is_bound else 200)
