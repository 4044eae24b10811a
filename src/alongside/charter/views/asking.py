"""Asking people to answer: codes for families, and a letter to the forum's members."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.people.errors import Refused
from alongside.people.viewer import Request, me

from ..asking import pass_on
from ..codes import give
from ..errors import CodesMade
from ..forms import CodesForm
from .page import link_of, running, seen


@never_cache
@require_http_methods(["POST"])
def codes(request: Request, review: UUID, audience: str) -> HttpResponse:
    """New codes, to print and give out. They stand on this page once."""
    found = seen(request, review)
    link, form = link_of(found, audience), CodesForm(request.POST)
    if form.went_well(lambda typed: give(link, **typed, by=me(request))):
        return render(request, "charter/codes.html", {"review": found, "link": link, "codes": form.made})
    if form.has_error("__all__", CodesMade.__name__):  # a new page, with a key of its own
        again = CodesForm(initial={"many": form["many"].value()})
        return running(request, found, codes=again, refused=CodesMade.says)
    return running(request, found, codes=form)


@require_http_methods(["POST"])
def passing_on(request: Request, review: UUID, audience: str) -> HttpResponse:
    """The forum's co-ordinator asks its members."""
    found = seen(request, review)
    try:
        pass_on(link_of(found, audience), me(request), timezone.now())
    except Refused as refused:
        return running(request, found, refused=str(refused))
    return redirect("charter:review", found.pk)
