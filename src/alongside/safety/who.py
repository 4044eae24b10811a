"""Whoever is signed in, and where we are: what many pages begin with."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from alongside.people.models import Area, Person
from alongside.people.viewer import Request


def me(request: Request) -> Person:
    """The signed-in person; for nobody the page is not there."""
    if request.viewer.person is None:
        raise Http404
    return request.viewer.person


def here(request: Request, area: str | Area) -> Area:
    """The area that the page belongs to, so that its map and its phone number stand on the page."""
    found = area if isinstance(area, Area) else get_object_or_404(Area, slug=area)
    request.area = found  # type: ignore[attr-defined]
    return found
