"""Bringing members in: a file, its columns, what would happen, and one press."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.documents.kinds import KINDS
from alongside.documents.serving import made
from alongside.people.trying import Trying, sent
from alongside.people.viewer import Request, here, me

from ..gate import signed_in
from .drafts import BroughtIn
from .errors import Over
from .forms import ColumnsForm, SameForm, SendForm
from .forums import how_many, kept_by, mine
from .mending import to_mend
from .reading import read
from .saving import leave_out, plan_of, save
from .shown import Shown
from .written import written


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def members(request: Request, area: str) -> HttpResponse:
    """How many there are, and where more come in. What is sent here is a spreadsheet."""
    forum, now = mine(request, area, to_see=request.method != "POST"), timezone.now()
    form = SendForm(request.POST, request.FILES) if request.method == "POST" else SendForm()
    if form.went_well(
        lambda said: BroughtIn.begin(forum, read(said["file"]), me(request), now, key=said["key"])
    ):
        return redirect("welcome:columns", area, form.made.pk)
    drafts = BroughtIn.objects.visible_to(request.viewer).filter(forum=forum)
    shown = {
        "form": form,
        "forum": forum,
        "counts": how_many(forum),
        "keeps": kept_by(request.viewer, forum),
        "waits": drafts.open().exclude(cells="").filter(by=me(request)).first(),
        "done": drafts.exclude(saved=None).order_by("-saved__at")[:10],
    }
    return render(request, "welcome/members/members.html", shown, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: Request, area: str, draft: UUID) -> HttpResponse:
    """Which column is what."""
    found = _draft(request, area, draft)
    if found.table is None or found.is_saved:
        return redirect("welcome:bringing", area, found.pk)
    form = ColumnsForm(sent(request), draft=found)
    if form.went_well(lambda _: found.map(form.mapping, me(request))):
        return redirect("welcome:bringing", area, found.pk)
    shown = {"form": form, "draft": found}
    return render(request, "welcome/members/columns.html", shown, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bringing(request: Request, area: str, draft: UUID) -> HttpResponse:
    """What would happen to each row. What is sent here brings them in."""
    found, now = _draft(request, area, draft), timezone.now()
    form = Trying(sent(request))
    if form.went_well(lambda _: save(found, me(request), now)):
        return redirect("welcome:bringing", area, found.pk)
    return _looked_over(request, found, form)


@require_http_methods(["POST"])
def staying_out(request: Request, area: str, draft: UUID) -> HttpResponse:
    """Leave out, on purpose, every row that cannot come in."""
    found, form = _draft(request, area, draft), Trying(request.POST)
    if form.went_well(lambda _: leave_out(found, me(request), timezone.now())):
        return redirect("welcome:bringing", area, found.pk)
    return _looked_over(request, found, form)


@require_http_methods(["POST"])
def same(request: Request, area: str, draft: UUID) -> HttpResponse:
    """This row is the member of the same name, or is somebody else."""
    found, form = _draft(request, area, draft), SameForm(request.POST)
    if form.went_well(lambda said: found.answer(said["row"], said["answer"] == "same", me(request))):
        return redirect("welcome:bringing", area, found.pk)
    return _looked_over(request, found, form)


@require_safe
def mending(request: Request, area: str, draft: UUID, ending: str) -> FileResponse:
    """The rows that stay out with the reasons, as a spreadsheet."""
    found = _draft(request, area, draft)
    try:
        lines = list(to_mend(found, timezone.now()))
    except Over as over:
        raise Http404 from over
    if not lines or ending not in ("csv", "xlsx"):
        raise Http404
    kind = KINDS[ending]
    return made(written(lines, kind), "members to mend", kind)


def _draft(request: Request, area: str, draft: UUID) -> BroughtIn:
    door = BroughtIn.objects.visible_to(request.viewer)
    found = get_object_or_404(door, pk=draft, forum__area__slug=area)
    here(request, found.forum.area)
    return found


def _looked_over(request: Request, found: BroughtIn, form: Trying) -> HttpResponse:
    if found.is_saved or found.table is None:
        return render(request, "welcome/members/saved.html", {"draft": found, "form": form})
    plan = plan_of(found, timezone.now())
    page = Shown(found, plan, request.GET.get("show", ""), request.GET.get("after", ""))
    shown = {"draft": found, "page": page, "form": form}
    return render(request, "welcome/members/bringing.html", shown, status=422 if form.is_bound else 200)
