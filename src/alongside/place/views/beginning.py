"""The first visit: nothing is here yet, and whoever has the key makes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.people.trying import sent
from alongside.people.viewer import Request
from alongside.welcome.entering import enter

from .. import key
from ..forms import BeginForm, KeyForm
from ..starting import begin
from ..steps import ORDER, STEPS, TITLES, Steps

View = Callable[..., HttpResponse]


def before_anything(view: View) -> View:
    """Only while nothing is here."""

    @wraps(view)
    def respond(request: Request, *args: str, **kwargs: str) -> HttpResponse:
        if not key.may_begin():
            raise Http404
        return view(request, *args, **kwargs)

    return respond


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@before_anything
def start(request: Request) -> HttpResponse:
    """The key first: a stranger who finds an empty house does not move in."""
    form, steps = KeyForm(sent(request)), Steps(request)
    if form.went_well(lambda said: key.check(said["key"], timezone.now())):
        steps.go_on()
    if steps.may_go_on:
        return redirect("place:step", steps.next)
    return render(request, "place/key.html", {"form": form}, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@before_anything
def step(request: Request, step: str) -> HttpResponse:
    """One thing. The last page shows all of it, and makes it."""
    steps = Steps(request)
    if step not in ORDER:
        raise Http404
    if not steps.may_go_on:
        return redirect("place:start")
    if step == "check":
        return _check(request, steps)
    form = steps.form(step, sent(request))
    if form.went_well(lambda said: steps.keep(step, said)):
        return redirect("place:step", steps.next)
    shown = {"form": form, "title": TITLES[step], "number": ORDER.index(step) + 1, "of": len(STEPS)}
    shown["before"] = steps.before(step)
    return render(request, "place/step.html", shown, status=422 if form.is_bound else 200)


def _check(request: Request, steps: Steps) -> HttpResponse:
    if steps.missing:
        return redirect("place:step", steps.missing)
    form, now, said = BeginForm(sent(request)), timezone.now(), steps.beginning()
    if form.went_well(lambda _: begin(said, now)):
        steps.done()
        enter(request, form.made, now)
        return redirect("place:place", form.made.area.slug)
    shown = {"form": form, "said": said, "before": steps.before("check")}
    return render(request, "place/check.html", shown, status=422 if form.is_bound else 200)
