"""Pages for making a promise, taking it on, and beginning."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.groups.models import Decision
from alongside.people.errors import Refused
from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me
from alongside.promises.errors import NotDecided
from alongside.promises.forms import PromiseForm, RefuseForm
from alongside.promises.models import Promise
from alongside.promises.refusing import why_not_now

from .page import close, refusal, shown


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, decision: UUID) -> HttpResponse:
    """A promise that follows from a decision: for those who sit in its group."""
    found = get_object_or_404(Decision.objects.visible_to(request.viewer), pk=decision)
    seat = found.group.seat_of(me(request))
    if seat is None:
        raise Http404
    here(request, found.area)
    form = PromiseForm(found, sent(request))
    if form.went_well(
        lambda _: Promise.make(decision=found, by=me(request), at=timezone.now(), **form.said())
    ):
        return redirect("website:thread", form.made.pk)
    refused_for = "" if found.is_taken else NotDecided.says
    context = {"decision": found, "form": form, "refused": refused_for}
    return render(request, "promises/new.html", context, status=422 if form.errors else 200)


@require_http_methods(["POST"])
def acceptance(request: Request, promise: UUID) -> HttpResponse:
    """Take it on for one's organisation."""
    found = close(request, promise)
    try:
        found.accept(me(request), timezone.now())
    except Refused as refused:
        return refusal(request, found, refused)
    return redirect("website:thread", found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def refusal_page(request: Request, promise: UUID) -> HttpResponse:
    """Say *no, because…*, for whoever is asked to take it on."""
    found = close(request, promise)
    form = RefuseForm(sent(request), promise=found)
    if form.went_well(lambda said: found.refuse(by=me(request), at=timezone.now(), **said)):
        return redirect("website:thread", found.pk)
    return shown(request, "refuse", found, form, refused=why_not_now(found, me(request)))


@require_http_methods(["POST"])
def start(request: Request, promise: UUID) -> HttpResponse:
    """Say that work has begun."""
    found = close(request, promise)
    try:
        found.start(me(request), timezone.now())
    except Refused as refused:
        return refusal(request, found, refused)
    return redirect("website:thread", found.pk)
