"""For the co-ordinator: our place, whom we can ask, who does what."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.models import Area, Organisation, Role
from alongside.people.trying import Trying, sent
from alongside.people.viewer import Request, here, me
from alongside.welcome.gate import signed_in, step_up

from ..forms import AddressForm, DescribeForm, OrganisationForm, TaskForm
from ..hands import Running, crew_of
from ..looking_after import add_organisation, ask_to_do, describe, end_task, set_address, task_at, tasks_in


@require_safe
@signed_in
def place(request: Request, area: str) -> HttpResponse:
    """Everything there is to look after, and what comes first."""
    here_now = _ours(request, area)
    shown = {
        "organisations": Organisation.of(here_now).count(),
        "tasks": tasks_in(here_now),
        "running": Running(crew_of(here_now)),
    }
    return render(request, "place/place.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def words(request: Request, area: str) -> HttpResponse:
    """How people reach us, and who answers for what we keep."""
    ours = _ours(request, area)
    form = DescribeForm.of(ours, sent(request))
    if form.went_well(lambda said: describe(ours, me(request), timezone.now(), said)):
        return redirect("place:place", ours.slug)
    return render(request, "place/words.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def organisations(request: Request, area: str) -> HttpResponse:
    """Whom we can ask, and one more."""
    ours, now = _ours(request, area), timezone.now()
    form = OrganisationForm(sent(request))
    if form.went_well(lambda said: add_organisation(ours, **said, by=me(request), at=now)):
        return redirect("place:organisations", ours.slug)
    shown = {"form": form, "found": Organisation.of(ours)}
    return render(request, "place/organisations.html", shown, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def address(request: Request, organisation: UUID) -> HttpResponse:
    """Where its codes go."""
    found = get_object_or_404(Organisation.objects.select_related("area"), pk=organisation)
    ours = _ours(request, found.area)
    form = AddressForm(sent(request), initial={"email": found.email})
    if form.went_well(lambda said: set_address(found, said["email"], me(request), timezone.now())):
        return redirect("place:organisations", ours.slug)
    shown = {"form": form, "organisation": found}
    return render(request, "place/address.html", shown, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@step_up
def tasks(request: Request, area: str) -> HttpResponse:
    """Who does what, and somebody more."""
    ours, now = _ours(request, area), timezone.now()
    form = TaskForm(sent(request), organisations=list(Organisation.of(ours)))
    if form.went_well(lambda said: ask_to_do(ours, **said, by=me(request), at=now)):
        return redirect("place:tasks", ours.slug)
    return _who_does_what(request, ours, form, form)


@never_cache
@require_http_methods(["POST"])
@signed_in
@step_up
def end(request: Request, role: UUID) -> HttpResponse:
    """Somebody does this no longer."""
    found = task_at(request.viewer, role)
    if found is None:
        raise Http404
    ours = _ours(request, found.area or found.organisation.area)  # type: ignore[union-attr]
    form = Trying(request.POST)
    if form.went_well(lambda _: end_task(found, me(request), timezone.now())):
        return redirect("place:tasks", ours.slug)
    return _who_does_what(request, ours, TaskForm(organisations=list(Organisation.of(ours))), form)


@require_safe
@signed_in
def hands(request: Request, area: str) -> HttpResponse:
    """What one, two, four people can run, and what you can."""
    return render(request, "place/hands.html", {"running": Running(crew_of(_ours(request, area)))})


def _ours(request: Request, area: Area | str) -> Area:
    """The area, for whoever co-ordinates it; for all others the page is not there."""
    found = area if isinstance(area, Area) else get_object_or_404(Area, slug=area)
    if not request.viewer.holds(Role.Name.COORDINATOR, area=found):
        raise Http404
    return here(request, found)


def _who_does_what(request: Request, ours: Area, form: TaskForm, tried: Trying) -> HttpResponse:
    shown = {"form": form, "tried": tried, "tasks": tasks_in(ours)}
    return render(request, "place/tasks.html", shown, status=422 if tried.is_bound else 200)
