"""What moderators read, and what they do with it. Never who wrote it."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.people.models import Role
from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me
from alongside.safety.models import Reading
from alongside.welcome.gate import signed_in

from ..forms import ChangeForm, HoldForm, PassForm
from ..moderating import Read, ours, pass_on, take_out, things, version_of
from ..moderating import hold as hold_back
from ..pages import readings_page
from ..picture_forms import PictureOutForm
from ..pictures import take_picture_out
from ..young import note_looks


@require_http_methods(["GET", "HEAD"])
@signed_in
def readings(request: Request, area: str) -> HttpResponse:
    """What waits to be read, the oldest day first."""
    place = here(request, area)
    if not request.viewer.holds(Role.Name.MODERATOR, area=place):
        raise Http404
    door = Reading.objects.visible_to(request.viewer).shown_to(request.viewer, timezone.localdate())
    mine = ours(door.filter(area=place))
    waiting = readings_page(mine.waiting(), request.GET.get("after", ""), behind=mine)
    held = readings_page(mine.kept_back(), request.GET.get("held", ""), behind=mine)
    to_read, kept_back = things(waiting.rows), things(held.rows)
    note_looks([one.story for one in (*to_read, *kept_back)], request.viewer, timezone.now())
    shown = {
        "area": place,
        "waiting": to_read,
        "more_waiting": waiting.older(),
        "held": kept_back,
        "more_held": held.older("held"),
        "first": "?" if request.GET else "",
    }
    return render(request, "voice/readings.html", shown)


@require_http_methods(["GET", "HEAD"])
def reading(request: Request, reading: UUID) -> HttpResponse:
    """One of them: the words, whom it is about, what its teller would allow."""
    return _page(request, _read(request, reading))


@require_http_methods(["POST"])
def passing(request: Request, reading: UUID) -> HttpResponse:
    """Let it go on."""
    read = _read(request, reading)
    form = PassForm(request.POST, prefix="pass")
    if form.went_well(
        lambda said: pass_on(
            read.reading, me(request), int(said["seriousness"]), timezone.now(), touches=said["touches"]
        )
    ):
        return redirect("voice:story", story=read.story.pk)
    return _page(request, read, passing=form, form=form, status=422)


@require_http_methods(["POST"])
def hold(request: Request, reading: UUID) -> HttpResponse:
    """Keep it back, and say why."""
    read = _read(request, reading)
    form = HoldForm(request.POST, prefix="hold")
    if form.went_well(
        lambda said: hold_back(
            read.reading, me(request), int(said["seriousness"]), said["why"], timezone.now()
        )
    ):
        return redirect("voice:readings", area=read.reading.area.slug)
    return _page(request, read, holding=form, form=form, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, reading: UUID) -> HttpResponse:
    """Take something out of one part."""
    read = _read(request, reading)
    step = (request.POST if request.method == "POST" else request.GET).get("step", "")
    part = read.part(step) or (read.parts[0] if read.parts else None)
    if part is None:
        raise Http404
    found = {"step": part.step, "words": part.text.body, "version": version_of(part.text)}
    form = ChangeForm(request.POST) if request.method == "POST" else ChangeForm(initial=found)
    if form.went_well(lambda said: _take_out(request, read, said)):
        return redirect("voice:reading", reading=read.reading.pk)
    shown = {"read": read, "part": part, "form": form}
    return render(request, "voice/change.html", shown, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def picture(request: Request, reading: UUID) -> HttpResponse:
    """Take the picture out."""
    read = _read(request, reading)
    if read.picture is None:
        raise Http404
    form, row = PictureOutForm(sent(request)), read.reading
    if form.went_well(lambda said: take_picture_out(row, said["why"], me(request), timezone.now())):
        return redirect("voice:reading", reading=row.pk)
    shown = {"read": read, "form": form}
    return render(request, "voice/picture_out.html", shown, status=422 if form.is_bound else 200)


def _take_out(request: Request, read: Read, said: dict[str, Any]) -> None:
    version = int(said["version"]) if re.fullmatch(r"[0-9]{1,4}", said["version"]) else 0
    take_out(
        read.reading,
        said["step"],
        said["words"],
        said["took_out"],
        said["why"],
        me(request),
        timezone.now(),
        version=version,
    )


def _read(request: Request, pk: UUID) -> Read:
    door = Reading.objects.visible_to(request.viewer).select_related("area", "passed__by", "held__by")
    found = things([get_object_or_404(door, pk=pk)])
    if not found:
        raise Http404
    here(request, found[0].reading.area)
    note_looks([found[0].story], request.viewer, timezone.now())
    return found[0]


def _page(request: Request, read: Read, status: int = 200, **forms: Any) -> HttpResponse:
    shown = {
        "read": read,
        "changes": read.reading.changes.select_related("by"),
        "passing": PassForm(prefix="pass"),
        "holding": HoldForm(prefix="hold"),
        **forms,
    }
    return render(request, "voice/reading.html", shown, status=status)
