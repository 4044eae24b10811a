"""Evidence: for those who work at a place, and to read for who looks after its area."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.days import day_of
from alongside.people.models import Organisation
from alongside.people.trying import Trying, sent
from alongside.people.viewer import Request, here, me
from alongside.voice.young import note_looks

from ..evidence import may_read
from ..evidence_forms import LinkForm, NoteForm, PickForm, WhyForm
from ..in_use import Spot, spot
from ..missing import Missing
from ..models import Evidence, Note
from ..picking import add_link, pick
from ..pieces import Piece
from ..statement_page import StatementPage


@require_safe
def evidence(request: Request, organisation: UUID) -> HttpResponse:
    """Every statement: what stands under it, and what is still missing."""
    place = _place(request, organisation)
    missing = Missing(place, request.viewer, day_of(timezone.now()))
    shown = {"place": place, "frameworks": missing.frameworks(), "works_here": request.viewer.is_of(place)}
    return render(request, "charter/evidence.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: Request, organisation: UUID, framework: str, statement: str) -> HttpResponse:
    """One statement. What is sent here is the place's own words for it."""
    there, now = _spot(request, organisation, framework, statement), timezone.now()
    form = NoteForm(sent(request))
    if form.went_well(lambda said: Note.write(there, said["words"], me(request), now, after=said["after"])):
        return _back(there)
    return _shown(request, there, form)


@require_http_methods(["POST"])
def picks(request: Request, organisation: UUID, framework: str, statement: str) -> HttpResponse:
    """Pick something that is offered."""
    there, form = _spot(request, organisation, framework, statement), PickForm(request.POST)
    if form.went_well(lambda said: pick(there, said["thing"], me(request), timezone.now())):
        return _back(there)
    return _shown(request, there, form)


@require_http_methods(["POST"])
def links(request: Request, organisation: UUID, framework: str, statement: str) -> HttpResponse:
    """Put an address beside it."""
    there, form = _spot(request, organisation, framework, statement), LinkForm(request.POST)
    if form.went_well(lambda said: add_link(there, **said, by=me(request), at=timezone.now())):
        return _back(there)
    return _shown(request, there, form)


@require_http_methods(["POST"])
def removal(
    request: Request, organisation: UUID, framework: str, statement: str, picked: UUID
) -> HttpResponse:
    """Take one thing away again."""
    there, form = _spot(request, organisation, framework, statement), Trying(request.POST)
    found = _picked(request, there, picked)
    if form.went_well(lambda _: found.take_away(me(request), timezone.now())):
        return _back(there)
    return _shown(request, there, form)


@require_http_methods(["POST"])
def sentence(
    request: Request, organisation: UUID, framework: str, statement: str, picked: UUID
) -> HttpResponse:
    """Say why one picked thing shows it."""
    there, form = _spot(request, organisation, framework, statement), WhyForm(request.POST, picked=picked)
    found = _picked(request, there, picked)
    if form.went_well(lambda said: found.say_why(**said, by=me(request), at=timezone.now())):
        return _back(there)
    return _shown(request, there, form)


def _picked(request: Request, there: Spot, picked: UUID) -> Evidence:
    door = Evidence.objects.visible_to(request.viewer).filter(**there.keys)
    return get_object_or_404(door.select_related("organisation"), pk=picked)


def _place(request: Request, organisation: UUID) -> Organisation:
    place = get_object_or_404(Organisation.objects.select_related("area"), pk=organisation)
    if not may_read(request.viewer, place):
        raise Http404
    here(request, place.area)
    return place


def _spot(request: Request, organisation: UUID, framework: str, statement: str) -> Spot:
    there = spot(_place(request, organisation), framework, statement)
    if there is None:
        raise Http404
    return there


def _back(there: Spot) -> HttpResponse:
    return redirect("charter:statement", there.place.pk, *there.path)


def _shown(request: Request, there: Spot, tried: Trying) -> HttpResponse:
    """The page with its forms; the one that was sent keeps what was typed."""
    now = timezone.now()
    page = StatementPage(there, request.viewer, now, request.GET.dict())
    note_looks(page.stories, request.viewer, now)
    note = tried if isinstance(tried, NoteForm) and tried.is_bound else NoteForm(initial=_words(page))
    link = tried if isinstance(tried, LinkForm) else LinkForm()
    picked = [(piece, _why(piece, tried)) for piece in page.picked]
    shown = {"spot": there, "page": page, "picked": picked, "note": note, "link": link, "tried": tried}
    return render(request, "charter/statement.html", shown, status=422 if tried.is_bound else 200)


def _words(page: StatementPage) -> dict[str, str]:
    return {"words": page.note.text.body if page.note else ""}


def _why(piece: Piece, tried: Trying) -> WhyForm | None:
    """The form beside a picked thing: the one that was sent, or one with what stands there."""
    if isinstance(tried, WhyForm) and tried.picked == piece.picked:
        return tried
    return WhyForm(picked=piece.picked, initial={"why": piece.why}) if piece.picked else None
