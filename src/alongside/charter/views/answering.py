"""Answering by a link: no account, one thing to a page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.look.forms import Form
from alongside.people.errors import Refused
from alongside.people.trying import sent as sent_by
from alongside.people.viewer import Request, here
from alongside.safety.drafts import Draft, give_key

from .. import codes
from ..answers import Sheet, hand_in
from ..errors import NotYourSide
from ..forms import CodeForm, LevelForm, SendForm, WordsForm, form_of
from ..framework import Audience
from ..models import Link
from ..steps import CHECK, CODE, Answering, Step, about


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


def _over(request: Request, link: Link, page: str = "") -> HttpResponse:
    """It is over. What this device has written stands there, with what comes in just now."""
    answering = Answering.of(link, _draft(request, link))
    if page and request.method == "POST":
        answering = answering.adding(page, request.POST)
    shown = {"review": link.review, "answers": answering.given()}
    return render(request, "charter/over.html", shown, status=410)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request, token: str) -> HttpResponse:
    """What it is for, who sees what, and the first page; where families have codes, theirs is asked here."""
    link = _link(request, token)
    if link.review.is_closed:
        return _over(request, link)
    answering = Answering.of(link, _draft(request, link))
    form = CodeForm(sent_by(request), initial={"code": request.GET.get("code", "")})
    first = answering.steps[0].slug
    if not link.by_code and request.method == "POST":
        return redirect("charter:step", token=token, step=first)
    if form.went_well(lambda typed: codes.must_look_right(typed["code"])):
        went = _carry_on(request, link, CODE, form.cleaned_data, first, form)
        return went or _begin(request, link, answering, form)
    return _begin(request, link, answering, form)


def _begin(request: Request, link: Link, answering: Answering, form: CodeForm) -> HttpResponse:
    shown = {"link": link, "answering": answering, "form": form}
    return render(request, "charter/begin.html", shown, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, token: str, step: str) -> HttpResponse:
    """One page. What is said there is kept before the next page comes."""
    link, now = _link(request, token), timezone.now()
    sends = request.method == "POST" and step == CHECK
    if link.review.is_closed and not sends:
        return _over(request, link, step)
    if step == CHECK:
        return _send(request, link, now) if request.method == "POST" else _check(request, link)
    answering = Answering.of(link, _draft(request, link))
    page = answering.step(step)
    if page is None:
        raise Http404
    if request.method == "POST":
        return _keep(request, link, answering, page)
    return _ask(request, link, answering, page, form_of(page)(answering=answering, step=page))


def _ask(
    request: Request,
    link: Link,
    answering: Answering,
    page: Step,
    form: LevelForm | WordsForm,
    status: int = 200,
) -> HttpResponse:
    shown = {"link": link, "step": page, "of": len(answering.steps), "form": form}
    return render(request, "charter/step.html", shown, status=status)


def _keep(request: Request, link: Link, answering: Answering, page: Step) -> HttpResponse:
    form = form_of(page)(request.POST, answering=answering, step=page)
    after = CHECK if request.GET.get("then") == CHECK else page.after
    if form.is_valid():
        went = _carry_on(request, link, page.slug, form.cleaned_data, after, form)
        if went is not None:
            return went
    return _ask(request, link, answering, page, form, status=422)


def _carry_on(
    request: Request, link: Link, name: str, said: Mapping[str, Any], after: str, form: Form
) -> HttpResponse | None:
    """Keep this and go to the next page; nothing, and why in the form, where no draft can be begun."""
    now = timezone.now()
    try:
        draft, key = Draft.begin(request, area=link.review.area, at=now, about=about(link))
    except Refused as no:
        form.add_error(None, str(no))
        return None
    draft.keep(name, said, now)
    response = redirect("charter:step", token=link.token, step=after)
    give_key(response, key)
    return response


def _check(request: Request, link: Link, form: SendForm | None = None) -> HttpResponse:
    draft = _draft(request, link)
    if draft is None:
        return redirect("charter:begin", token=link.token)
    answering = Answering.of(link, draft)
    typed = {"key": draft.pk, "code": answering.code}
    form = form or SendForm(by_code=link.by_code, initial=typed)
    shown = {"link": link, "answers": answering.shown(), "form": form}
    return render(request, "charter/check.html", shown, status=422 if form.is_bound else 200)


def _send(request: Request, link: Link, now: datetime) -> HttpResponse:
    draft = _draft(request, link)
    if draft is None:
        return redirect("charter:sent", token=link.token)  # which knows whether anything was sent
    form = SendForm(request.POST, by_code=link.by_code)
    if form.went_well(lambda typed: _hand_in(request, link, draft, now, typed.get("code", ""))):
        return redirect("charter:sent", token=link.token)
    return _check(request, link, form)


def _hand_in(request: Request, link: Link, draft: Draft, now: datetime, code: str) -> Sheet:
    """A person counts once where we can know it: who works there and is signed in."""
    side = Audience(link.audience)
    works_there = request.viewer.is_of(link.review.organisation)
    if works_there and side != Audience.STAFF:
        raise NotYourSide
    way = Sheet.How.SIGNED_IN if works_there else Sheet.How.LINK
    by = request.viewer.person if works_there else None
    filled = Answering.of(link, draft).filled()
    spend = partial(codes.spend, link, code) if link.by_code else None
    sheet = hand_in(link.review, side, filled, now, how=way, by=by, key=_key_of(draft), uses_up=spend)
    draft.empty(now)
    return sheet


def _key_of(draft: Draft) -> UUID:
    """One draft becomes one sheet, and nothing that is kept leads from the sheet back to the device."""
    return UUID(bytes=salted_hmac("charter.sheet", draft.pk.hex, algorithm="sha256").digest()[:16])


@never_cache
@require_http_methods(["GET", "HEAD"])
def sent(request: Request, token: str) -> HttpResponse:
    """It is sent: what happens next."""
    link = _link(request, token)
    if _draft(request, link, sent=True) is None:
        return redirect("charter:begin", token=link.token)
    return render(request, "charter/sent.html", {"link": link})
