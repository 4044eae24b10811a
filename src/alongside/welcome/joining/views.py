"""Joining, and what a member can say of their own. Opening a link never changes anything."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.models import Member, Organisation
from alongside.people.trying import Trying, sent
from alongside.people.viewer import Request, here, me

from ..gate import signed_in
from ..limits import Limit, place_of
from ..members.forums import forum_at
from . import belonging
from .asked import Joining
from .errors import ManyJoin
from .forms import JoinForm

FROM_A_PLACE = Limit("join from a place", 60)
"""A hall full of people, each twice."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: Request, area: str) -> HttpResponse:
    """Two boxes and a tick. The answer is the same whether we know the address or not."""
    forum = forum_at(area)
    here(request, forum.area)
    form = JoinForm(sent(request))
    if form.went_well(lambda said: _ask(request, forum, said)):
        return redirect("welcome:join_sent", area)
    shown = {"form": form, "forum": forum}
    return render(request, "welcome/joining/join.html", shown, status=422 if form.is_bound else 200)


def _ask(request: Request, forum: Organisation, said: dict[str, Any]) -> None:
    now = timezone.now()
    if not FROM_A_PLACE.take(place_of(request), now):
        raise ManyJoin
    Joining.ask(forum, at=now, **said)


@require_safe
def join_sent(request: Request, area: str) -> HttpResponse:
    """Look in your inbox."""
    forum = forum_at(area)
    here(request, forum.area)
    return render(request, "welcome/joining/sent.html", {"forum": forum})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join_link(request: Request, area: str, token: str) -> HttpResponse:
    """One button, and they are in."""
    found = Joining.behind(token)
    if found is None or found.forum.area.slug != area:
        raise Http404
    here(request, found.forum.area)
    now, form = timezone.now(), Trying(sent(request))
    if form.went_well(lambda _: found.confirm(now)):
        return redirect(request.path)
    over = found.member_id is None and found.dies_at <= now
    shown = {"joining": found, "form": form, "over": over}
    response = render(request, "welcome/joining/link.html", shown, status=422 if form.is_bound else 200)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@csrf_exempt  # a mail program presses it for its reader (RFC 8058), and has no page of ours
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Request, area: str, token: str) -> HttpResponse:
    """One button, and no newsletter comes any more. Whoever has the link can do that, and nothing else."""
    by_a_mail_program = request.POST.get("List-Unsubscribe") == "One-Click"
    return (_stop if by_a_mail_program else csrf_protect(_stop))(request, area, token)


def _stop(request: Request, area: str, token: str) -> HttpResponse:
    member = belonging.behind(token, area)
    if member is None:
        raise Http404
    here(request, member.forum.area)
    if request.method == "POST":
        belonging.stop(member, timezone.now())
        return redirect(request.path)
    response = render(request, "welcome/joining/stop.html", {"member": member})
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@never_cache
@require_safe
@signed_in
def my_forums(request: Request) -> HttpResponse:
    """The forums that I belong to."""
    return render(request, "welcome/joining/mine.html", {"members": belonging.memberships_of(me(request))})


@require_http_methods(["POST"])
def my_news(request: Request, member: UUID) -> HttpResponse:
    """The newsletter, or none."""
    found, now = _mine(request, member), timezone.now()
    if request.POST.get("news") == "yes":
        belonging.start(found, now, me(request))
    else:
        belonging.stop(found, now, me(request))
    return redirect("welcome:my_forums")


@require_http_methods(["POST"])
def my_leaving(request: Request, member: UUID) -> HttpResponse:
    """Out of the forum."""
    belonging.leave(_mine(request, member), timezone.now(), me(request))
    return redirect("welcome:my_forums")


def _mine(request: Request, member: UUID) -> Member:
    return get_object_or_404(belonging.memberships_of(me(request)), pk=member)
