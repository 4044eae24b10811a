"""Answering by a link: no account, one statement to a page."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.people.errors import Refused
from alongside.people.viewer import Request, here
from alongside.safety.drafts import Draft, give_key

from ..answers import Sheet, hand_in
from ..forms import LevelForm, SendForm
from ..framework import Audience
from ..models import Link, Review
from ..steps import CHECK, Answering, Step, about


def _link(request: Request, token: str) -> Link:
    """The link that this address holds; 404 for any other."""
    link = Link.behind(token)
    if link is None:
        raise Http404
    here(request, link.review.area)
    return link


def _draft(request: Request, link: Link, *, sent: bool = False) -> Draft | None:
    now = timezone.now()
    return Draft.held_by(request, area=link.review.area, at=now, sent=sent, about=about(link))


def _over(request: Request, review: Review) -> HttpResponse:
    return render(request, "charter/over.html", {"review": review}, status=410)


@never_cache
@require_http_methods(["GET", "HEAD"])
def begin(request: Request, token: str) -> HttpResponse:
    """What it is for, who sees what, and the first page."""
    link = _link(request, token)
    if link.review.is_closed:
        return _over(request, link.review)
    answering = Answering.of(link, _draft(request, link))
    return render(request, "charter/begin.html", {"link": link, "answering": answering})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, token: str, step: str) -> HttpResponse:
    """One statement. What is chosen is kept before the next page comes."""
    link, now = _link(request, token), timezone.now()
    if link.review.is_closed and request.method != "POST":
        return _over(request, link.review)
    if step == CHECK:
        return _send(request, link, now) if request.method == "POST" else _check(request, link)
    answering = Answering.of(link, _draft(request, link))
    page = answering.step(step)
    if page is None:
        raise Http404
    if request.method == "POST":
        return _keep(request, link, answering, page, now)
    return _ask(request, link, answering, page, LevelForm(answering=answering, step=page))


def _ask(
    request: Request, link: Link, answering: Answering, page: Step, form: LevelForm, status: int = 200
) -> HttpResponse:
    shown = {"link": link, "step": page, "of": len(answering.steps), "form": form}
    return render(request, "charter/step.html", shown, status=status)


def _keep(request: Request, link: Link, answering: Answering, page: Step, now: datetime) -> HttpResponse:
    form = LevelForm(request.POST, answering=answering, step=page)
    if not form.is_valid():
        return _ask(request, link, answering, page, form, status=422)
    try:
        draft, key = Draft.begin(request, area=link.review.area, at=now, about=about(link))
    except Refused as no:
        form.add_error(None, str(no))
        return _ask(request, link, answering, page, form, status=422)
    draft.keep(page.slug, form.cleaned_data, now)
    after = CHECK if request.GET.get("then") == CHECK else page.after
    response = redirect("charter:step", token=link.token, step=after)
    give_key(response, key)
    return response


def _check(request: Request, link: Link, form: SendForm | None = None) -> HttpResponse:
    draft = _draft(request, link)
    if draft is None:
        return redirect("charter:begin", token=link.token)
    form = form or SendForm(initial={"key": draft.pk})
    shown = {"link": link, "answers": Answering.of(link, draft).shown(), "form": form}
    return render(request, "charter/check.html", shown, status=422 if form.is_bound else 200)


def _send(request: Request, link: Link, now: datetime) -> HttpResponse:
    draft = _draft(request, link)
    if draft is None:
        return redirect("charter:sent", token=link.token)  # which knows whether anything was sent
    form = SendForm(request.POST)
    if form.went_well(lambda _typed: _hand_in(request, link, draft, now)):
        return redirect("charter:sent", token=link.token)
    return _check(request, link, form)


def _hand_in(request: Request, link: Link, draft: Draft, now: datetime) -> Sheet:
    """A person counts once where we can know it: who works there and is signed in."""
    side = Audience(link.audience)
    works_there = side == Audience.STAFF and request.viewer.is_of(link.review.organisation)
    way = Sheet.How.SIGNED_IN if works_there else Sheet.How.LINK
    by = request.viewer.person if works_there else None
    filled = Answering.of(link, draft).filled()
    sheet = hand_in(link.review, side, filled, now, how=way, by=by, key=draft.pk)
    draft.empty(now)
    return sheet


@never_cache
@require_http_methods(["GET", "HEAD"])
def sent(request: Request, token: str) -> HttpResponse:
    """It is sent: what happens next."""
    link = _link(request, token)
    if _draft(request, link, sent=True) is None:
        return redirect("charter:begin", token=link.token)
    return render(request, "charter/sent.html", {"link": link})
