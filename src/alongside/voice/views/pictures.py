"""A picture: adding one to what is being told, and the picture itself, asked for anew each time."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.documents import serving
from alongside.people.errors import Refused
from alongside.people.models import Area
from alongside.people.viewer import Request, here
from alongside.safety.drafts import Draft, give_key
from alongside.welcome.limits import place_of

from ..answers import Answers
from ..models import Picture
from ..picture_forms import PictureForm
from ..pictures import STEP, put_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, area: str) -> HttpResponse:
    """A page beside the questions, for who would like to add a picture."""
    place = here(request, area)
    if request.method == "POST":
        return _keep(request, place)
    draft = Draft.held_by(request, area=place, at=timezone.now())
    if draft is None:
        return redirect("voice:tell", area=place.slug)
    return _page(request, place, Answers.of(draft).picture_form())


@require_http_methods(["GET", "HEAD"])
def added(request: Request, area: str) -> FileResponse:
    """The picture of this device’s draft."""
    draft = Draft.held_by(request, area=here(request, area), at=timezone.now())
    if draft is None or draft.file is None:
        raise Http404
    return serving.shown(draft.file)


@require_http_methods(["GET", "HEAD"])
def picture(request: Request, story: UUID) -> FileResponse:
    """The picture of a story."""
    door = Picture.objects.visible_to(request.viewer).select_related("file")
    return serving.shown(get_object_or_404(door, pk=story).file)


def _keep(request: Request, area: Area) -> HttpResponse:
    """The words are kept whatever is wrong with the picture, and the picture whatever the words lack."""
    now, refused, sent = timezone.now(), "", request.FILES.get("file")
    draft, key = Draft.held_by(request, area=area, at=now), ""
    try:
        draft, key = Draft.begin(request, area=area, at=now)
        if "remove" in request.POST:
            draft.put(None, now)
        elif sent:
            put_in(draft, sent, place_of(request), now)
    except Refused as no:
        refused = str(no)
    form = PictureForm(
        request.POST, area=area, viewer=request.viewer, has_picture=bool(draft and draft.file_id)
    )
    if draft:
        draft.keep(STEP, form.typed(), now)
    if refused:
        form.add_error("file", refused)
    response = _next(request, area, form)
    if key:
        give_key(response, key)
    return response


def _next(request: Request, area: Area, form: PictureForm) -> HttpResponse:
    if "remove" in request.POST and not form.has_picture:
        return redirect("voice:add_picture", area=area.slug)
    if form.is_valid():
        return redirect("voice:question", area=area.slug, step="check")
    return _page(request, area, form, status=422)


def _page(request: Request, area: Area, form: PictureForm, status: int = 200) -> HttpResponse:
    return render(request, "voice/picture.html", {"area": area, "form": form}, status=status)
