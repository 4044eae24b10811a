"""Pages for saying that it is done, looking, opening it again, and answering a *no*."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.documents import serving
from alongside.people.trying import sent
from alongside.people.viewer import Request, me
from alongside.promises.delivering import may_check
from alongside.promises.errors import NotAnOwner, NotYoursToCheck
from alongside.promises.forms import AnswerForm, CheckForm, DeliverForm, ReopenForm
from alongside.promises.models import Evidence, Verdict
from alongside.promises.reopening import may_reopen

from .page import close, shown


@require_http_methods(["GET", "HEAD", "POST"])
def deliveries(request: Request, promise: UUID) -> HttpResponse:
    """An owner says that it is done, and what is different now."""
    found = close(request, promise)
    by, now = me(request), timezone.now()
    form = DeliverForm(sent(request), request.FILES or None, promise=found, by=by, at=now)
    if form.went_well(lambda said: found.deliver(by=by, at=now, **said)):
        return redirect("website:thread", found.pk)
    refused_for = "" if found.is_owned_by(me(request)) else NotAnOwner.says
    return shown(request, "deliver", found, form, refused=refused_for)


@require_http_methods(["GET", "HEAD"])
def files(request: Request, promise: UUID) -> HttpResponse:
    """What was said to be done, and the files that show it: for who works on it."""
    found = close(request, promise)
    context = {"promise": found, "round": found.round}
    return render(request, "promises/files.html", context)


@require_http_methods(["GET", "HEAD"])
def file(request: Request, promise: UUID, evidence: UUID) -> FileResponse:
    """One of these files."""
    door = Evidence.objects.visible_to(request.viewer).filter(delivered__promise=promise)
    return serving.attached(get_object_or_404(door.select_related("file"), pk=evidence).file)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: Request, promise: UUID) -> HttpResponse:
    """Somebody else says what they saw; everyone who asked for it is told."""
    found = close(request, promise)
    form = CheckForm(sent(request))
    if form.went_well(lambda said: found.check_it(by=me(request), at=timezone.now(), **said)):
        return redirect("website:thread", found.pk)
    refused_for = "" if may_check(found, me(request)) else NotYoursToCheck.says
    return shown(request, "check", found, form, refused=refused_for, round=found.round)


@require_http_methods(["GET", "HEAD", "POST"])
def reopening(request: Request, promise: UUID) -> HttpResponse:
    """It is not done, or did not help: another go, by a new day."""
    found = close(request, promise)
    form = ReopenForm(sent(request))
    if form.went_well(lambda said: found.reopen(by=me(request), at=timezone.now(), **said)):
        return redirect("website:thread", found.pk)
    refused_for = "" if may_reopen(found, me(request)) else NotAnOwner.says
    return shown(request, "reopen", found, form, refused=refused_for, round=found.round)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, promise: UUID, verdict: UUID) -> HttpResponse:
    """A *no* with its words, and the owners' answer. The co-ordinator reads along."""
    found = close(request, promise)
    mine = Verdict.objects.visible_to(request.viewer).to_answer(request.viewer)
    theirs = get_object_or_404(
        mine.select_related("told__delivered__text"), pk=verdict, told__delivered__promise=found
    )
    form = AnswerForm(sent(request))
    if form.went_well(lambda said: theirs.explain(by=me(request), at=timezone.now(), **said)):
        return redirect(request.path)
    refused_for = "" if found.is_owned_by(me(request)) else NotAnOwner.says
    return shown(
        request, "answer", found, form, refused=refused_for, verdict=theirs, round=theirs.told.delivered
    )
