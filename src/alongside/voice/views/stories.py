"""One story: to read it, to show it, to look up its teller, to take it back."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.groups.models import Decision
from alongside.messages.models import WayBack
from alongside.people.errors import Refused
from alongside.people.trying import sent
from alongside.people.viewer import Request, Viewer, here, me
from alongside.welcome.gate import step_up

from ..consents import Consent
from ..forms import WhyForm
from ..links import rest_on, stories_for, stories_of
from ..opening import open_teller, openable_by, teller_for
from ..pages import id_of, stories_page
from ..publishing import publish, take_back
from ..stories import Story
from ..story_page import StoryPage, note_that_it_was_read
from ..young import note_looks


@require_http_methods(["GET", "HEAD"])
def story(request: Request, story: UUID) -> HttpResponse:
    """One story, as far as this reader may see it."""
    return show(request, find(request, story))


@require_http_methods(["POST"])
def publication(request: Request, story: UUID) -> HttpResponse:
    """Show it to everyone."""
    row = find(request, story)
    try:
        publish(row, me(request), timezone.now())
    except Refused as no:
        return show(request, row, str(no))
    return redirect("voice:story", story=row.pk)


@require_http_methods(["POST"])
def asking(request: Request, story: UUID) -> HttpResponse:
    """Ask the organisation for its answer."""
    row = find(request, story)
    try:
        row.ask(me(request), timezone.now())
    except Refused as no:
        return show(request, row, str(no))
    return redirect("voice:story", story=row.pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@step_up
def teller(request: Request, story: UUID) -> HttpResponse:
    """Who told it: for the keeper or the lead, with a reason, and the teller is told."""
    row = get_object_or_404(openable_by(request.viewer).with_words(), pk=story)
    here(request, row.area)
    form, now = WhyForm(sent(request)), timezone.now()
    note_looks([row], request.viewer, now)
    if form.went_well(lambda said: open_teller(row, me(request), said["why"], now)):
        return redirect("voice:teller", story=row.pk)
    opened, found = (None, None) if form.is_bound else teller_for(row, me(request), now)
    shown = {"story": row, "form": form, "opened": opened, "teller": found}
    return render(request, "voice/teller.html", shown, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def basis(request: Request, decision: UUID) -> HttpResponse:
    """What a decision rests on: choose among what people told and let groups use."""
    row = get_object_or_404(Decision.objects.visible_to(request.viewer), pk=decision)
    seat = row.group.seat_of(request.viewer.person)
    if seat is None or not seat.sits:
        raise Http404
    here(request, row.area)
    now, refused = timezone.now(), ""
    stories = stories_for(row, request.viewer, now)
    if request.method == "POST":
        try:
            rest_on(row, chosen(request), seat, now)
            return redirect("voice:basis", decision=row.pk)
        except Refused as no:
            refused = str(no)
    page = stories_page(stories, request.GET.get("after", ""))
    there = stories_of(row).visible_to(request.viewer).with_words()
    note_looks([*page.rows, *there], request.viewer, now)
    shown = {"decision": row, "page": page, "there": there, "refused": refused}
    return render(request, "voice/basis.html", shown, status=422 if refused else 200)


@require_http_methods(["POST"])
def consents(request: Request, token: str) -> HttpResponse:
    """The teller takes something back, from the page behind the secret link."""
    way_back = WayBack.behind(token)
    if way_back is None:
        raise Http404
    _take_back(request, Viewer(ways_back=frozenset({way_back.pk})))
    return redirect("website:way_back", token=token)


@require_http_methods(["POST"])
def my_consents(request: Request, story: UUID) -> HttpResponse:
    """The same for somebody signed in, from the page of the story."""
    row = get_object_or_404(Story.objects.visible_to(request.viewer).told_by(request.viewer), pk=story)
    _take_back(request, request.viewer, row)
    return redirect("voice:story", story=row.pk)


def _take_back(request: Request, viewer: Viewer, story: Story | None = None) -> None:
    mine = Story.objects.visible_to(viewer).told_by(viewer)
    what = request.POST.get("take_back", "")
    row = story or mine.filter(pk=id_of(request.POST.get("story", ""))).first()
    if what and row is None:
        raise Http404
    if row is not None and what == "whole":
        row.withdraw(timezone.now())
    elif row is not None and what in Consent.Use.values:
        take_back(row, what, timezone.now())


def chosen(request: Request) -> Story:
    """The story that the form names, through its door."""
    return get_object_or_404(
        Story.objects.visible_to(request.viewer), pk=id_of(request.POST.get("story", ""))
    )


def find(request: Request, pk: UUID) -> Story:
    """The story through its door."""
    row = get_object_or_404(Story.objects.visible_to(request.viewer).with_words(), pk=pk)
    here(request, row.area)
    return row


def show(request: Request, row: Story, refused: str = "") -> HttpResponse:
    """Its page; with what a rule has refused, if it has."""
    now = timezone.now()
    note_looks([row], request.viewer, now)
    note_that_it_was_read(row, request.viewer, now)
    shown = {"page": StoryPage(row, request.viewer, now), "story": row, "refused": refused}
    return render(request, "voice/story.html", shown, status=422 if refused else 200)
