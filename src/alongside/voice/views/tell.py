"""*Tell us how it is*: one thing per page, no account."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.messages.say import link
from alongside.people.errors import Refused
from alongside.people.models import Area
from alongside.people.viewer import Request, here
from alongside.safety.drafts import Draft, give_key
from alongside.welcome.limits import place_of

from ..answers import Answers
from ..forms import STEPS, QuestionForm, SendForm
from ..readers import readers
from ..replies import PATIENCE
from ..tell import may_tell, shown_link, was_told
from ..tell import tell as tell_story

ORDER = (*STEPS, "check")


@never_cache
@require_http_methods(["GET", "HEAD"])
def tell(request: Request, area: str) -> HttpResponse:
    """The first page."""
    place = here(request, area)
    draft = Draft.held_by(request, area=place, at=timezone.now())
    return _ask(request, place, Answers.of(draft, place).form(ORDER[0], request.viewer), ORDER[0])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: Request, area: str, step: str) -> HttpResponse:
    """One question. What is sent is kept before anything else is looked at."""
    place, now = here(request, area), timezone.now()
    if step == "check":
        return _send(request, place, now) if request.method == "POST" else _check(request, place, now)
    if step not in STEPS:
        raise Http404
    if request.method == "POST":
        return _keep(request, place, step, now)
    draft = Draft.held_by(request, area=place, at=now)
    if draft is None and step != ORDER[0]:
        return redirect("voice:tell", area=place.slug)
    return _ask(request, place, Answers.of(draft, place).form(step, request.viewer), step)


@never_cache
@require_http_methods(["GET", "HEAD"])
def sent(request: Request, area: str) -> HttpResponse:
    """It is sent: what happens next. On this device, for an hour, the secret link too."""
    place = here(request, area)
    draft = Draft.held_by(request, area=place, at=timezone.now(), sent=True)
    if draft is None:
        return redirect("voice:tell", area=place.slug)
    answers = draft.answers
    token = shown_link(draft)
    page = link(reverse("website:way_back", args=[token])) if token else ""
    shown = {
        "area": place,
        "page": page,
        "channel": answers.get("channel"),
        "uses": list(filter(None, answers.get("uses", "").split(","))),
        "readers": readers(place, None),
        "silent_after": PATIENCE.days,
    }
    return render(request, "voice/sent.html", shown)


def _ask(request: Request, area: Area, form: QuestionForm, step: str, status: int = 200) -> HttpResponse:
    place, chosen = ORDER.index(step), None
    if step != ORDER[0] and (draft := Draft.held_by(request, area=area, at=timezone.now())):
        chosen = Answers.of(draft).chosen
    shown = {
        "area": area,
        "form": form,
        "step": step,
        "number": place + 1,
        "of": len(STEPS),
        "before": ORDER[place - 1] if place else "",
        "after": ORDER[place + 1],
        "readers": readers(area, chosen),
    }
    return render(request, "voice/question.html", shown, status=status)


def _keep(request: Request, area: Area, step: str, now: datetime) -> HttpResponse:
    form = STEPS[step](request.POST, area=area, viewer=request.viewer)
    fine = form.is_valid()
    try:
        draft, key = Draft.begin(request, area=area, at=now)
    except Refused as no:
        form.add_error(None, str(no))
        return _ask(request, area, form, step, status=422)
    draft.keep(step, form.typed(), now)
    if fine:
        after = "check" if request.GET.get("then") == "check" else ORDER[ORDER.index(step) + 1]
        response: HttpResponse = redirect("voice:question", area=area.slug, step=after)
    else:
        response = _ask(request, area, form, step, status=422)
    give_key(response, key)
    return response


def _check(request: Request, area: Area, now: datetime, form: SendForm | None = None) -> HttpResponse:
    draft = Draft.held_by(request, area=area, at=now)
    if draft is None:
        return redirect("voice:tell", area=area.slug)
    form = form or SendForm(initial={"key": draft.pk}, wrong={}, area=area)
    shown = {
        "area": area,
        "form": form,
        "answers": Answers.of(draft).shown(),
        "carried": Answers.of(draft).carried(),
        "again": "again" in request.GET,
        "readers": readers(area, Answers.of(draft).chosen),
    }
    return render(request, "voice/check.html", shown, status=422 if form.is_bound else 200)


def _begin_again(request: Request, area: Area, now: datetime) -> HttpResponse:
    """This device has no draft any more. It was sent; or its day is over, and the page brought the words."""
    brought = Answers.brought(request.POST, area, request.viewer)
    form = SendForm(request.POST, wrong={}, area=area)
    if not brought.said or not form.is_valid() or was_told(form.cleaned_data["key"]):
        return redirect("voice:sent", area=area.slug)  # which knows whether anything was sent
    try:
        draft, key = Draft.begin(request, area=area, at=now)
    except Refused:
        raise Http404 from None  # the words stand on the page
    for step, said in brought.said.items():
        draft.keep(step, said, now)
    response = redirect(reverse("voice:question", args=[area.slug, "check"]) + "?again")
    give_key(response, key)
    return response


def _send(request: Request, area: Area, now: datetime) -> HttpResponse:
    draft = Draft.held_by(request, area=area, at=now)
    if draft is None:
        return _begin_again(request, area, now)
    wrong = Answers.of(draft).wrong(request.viewer)
    form = SendForm(request.POST, wrong=dict(wrong), area=area)
    if form.is_valid() and form.cleaned_data["key"] != draft.pk:
        return redirect("voice:question", area=area.slug, step="check")

    def tell(_said: dict[str, Any]) -> None:
        may_tell(place_of(request), now)
        tell_story(draft, now, request.viewer.person)

    if form.went_well(tell):
        return redirect("voice:sent", area=area.slug)
    return _check(request, area, now, form)
