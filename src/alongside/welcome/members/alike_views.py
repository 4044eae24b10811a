"""Who may be on the list twice, and the whole list as a spreadsheet."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.documents.kinds import KINDS
from alongside.documents.serving import made
from alongside.people.models import Member, Organisation
from alongside.people.trying import Trying
from alongside.people.viewer import Request, me

from ..gate import signed_in, step_up
from .alike import TwoPeople, join_into_one, pairs
from .forums import mine
from .given_out import give_out
from .written import written


@require_safe
@signed_in
@step_up
def everybody(request: Request, area: str, ending: str) -> FileResponse:
    """All members, as a spreadsheet."""
    forum = mine(request, area, to_see=True)
    if ending not in ("csv", "xlsx"):
        raise Http404
    kind = KINDS[ending]
    lines = give_out(forum, me(request), timezone.now())
    return made(written(lines, kind), f"members of {forum}", kind)


@require_safe
@signed_in
def alike(request: Request, area: str) -> HttpResponse:
    """Those who may be one."""
    return _shown(request, mine(request, area), Trying())


@require_http_methods(["POST"])
def one_person(request: Request, area: str, member: UUID, other: UUID) -> HttpResponse:
    """The first stays; the other is the same person."""
    forum = mine(request, area)
    keep, go = _member(forum, member), _member(forum, other)
    form = Trying(request.POST)
    if form.went_well(lambda _: [join_into_one(keep, go, me(request), timezone.now())]):
        return redirect("welcome:alike", area)
    return _shown(request, forum, form)


@require_http_methods(["POST"])
def two_people(request: Request, area: str, member: UUID, other: UUID) -> HttpResponse:
    """They are two, and nobody asks again."""
    forum = mine(request, area)
    one, another = _member(forum, member), _member(forum, other)
    form = Trying(request.POST)
    if form.went_well(lambda _: TwoPeople.say(one, another, me(request), timezone.now())):
        return redirect("welcome:alike", area)
    return _shown(request, forum, form)


def _member(forum: Organisation, pk: UUID) -> Member:
    now = Member.objects.filter(forum=forum, left_at=None).select_related("person", "forum")
    return get_object_or_404(now, pk=pk)


def _shown(request: Request, forum: Organisation, form: Trying) -> HttpResponse:
    shown = {"forum": forum, "pairs": pairs(forum), "form": form}
    return render(request, "welcome/members/alike.html", shown, status=422 if form.is_bound else 200)
