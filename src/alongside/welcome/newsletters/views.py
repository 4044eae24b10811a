"""Newsletters, for the forum's co-ordinator."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.people.trying import Trying, sent
from alongside.people.viewer import Request, here, me

from ..gate import signed_in
from ..members.forums import mine
from .forms import LetterForm, PostForm
from .letter import Newsletter, readers

LISTED = 50


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def newsletters(request: Request, area: str) -> HttpResponse:
    """What was sent and when, and a new one."""
    forum, now = mine(request, area), timezone.now()
    form = LetterForm(sent(request))
    if form.went_well(lambda said: Newsletter.write(forum, by=me(request), at=now, **said)):
        return redirect("welcome:newsletter", area, form.made.pk)
    letters = Newsletter.objects.visible_to(request.viewer).filter(forum=forum)[:LISTED]
    shown = {"forum": forum, "form": form, "letters": letters}
    return render(
        request, "welcome/newsletters/newsletters.html", shown, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def newsletter(request: Request, area: str, letter: UUID) -> HttpResponse:
    """Look it over; what is sent here are other words."""
    found = _letter(request, area, letter)
    first = {"subject": found.subject, "words": found.words}
    form = LetterForm(sent(request), initial=first)
    if form.went_well(
        lambda said: found.change(subject=said["subject"], words=said["words"], by=me(request))
    ):
        return redirect("welcome:newsletter", area, found.pk)
    return _looked_over(request, found, form, form)


@require_http_methods(["POST"])
def posting(request: Request, area: str, letter: UUID) -> HttpResponse:
    """One press, and it goes out."""
    found, form = _letter(request, area, letter), PostForm(request.POST)
    if form.went_well(lambda said: found.post(me(request), timezone.now(), seen=said["seen"])):
        return redirect("welcome:newsletter", area, found.pk)
    words = LetterForm(initial={"subject": found.subject, "words": found.words})
    return _looked_over(request, found, words, form)


def _letter(request: Request, area: str, letter: UUID) -> Newsletter:
    door = Newsletter.objects.visible_to(request.viewer)
    found = get_object_or_404(door, pk=letter, forum__area__slug=area)
    here(request, found.forum.area)
    return found


def _looked_over(request: Request, found: Newsletter, words: LetterForm, tried: Trying) -> HttpResponse:
    to = readers(found.forum, timezone.now())
    shown = {
        "letter": found,
        "words": words,
        "form": tried,
        "many": to.count(),
        "by_hand": to.filter(person__email=None, person__phone=None).count(),
    }
    return render(
        request, "welcome/newsletters/newsletter.html", shown, status=422 if tried.is_bound else 200
    )
