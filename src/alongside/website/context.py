"""What every page needs to find its way: the area, the links on top, the map at the foot.

A view of any room may set ``request.area`` (best through ``here``), after its door has opened: then the page
belongs to that area. Without it a page belongs to its reader's own area, or to the only one open here.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from alongside.people.models import Area
from alongside.people.viewer import NOBODY, Viewer

from .areas import the_only_one
from .way import ON_TOP, Way, first_things, map_of_the_area, map_of_the_site


def way_about(request: HttpRequest) -> dict[str, Any]:
    """The context processor: at most one query, and none where the view has said which area it is."""
    viewer: Viewer = getattr(request, "viewer", NOBODY)
    area = _area(request, viewer)
    match = getattr(request, "resolver_match", None)
    way = Way(viewer, area, match.view_name if match else "")
    first = first_things(way)
    return {
        "viewer": viewer,
        "area": area,
        "home_href": reverse("website:area", args=[area.slug]) if area else "/",
        "help_href": reverse("safety:concern", args=[area.slug]) if area else "",
        "nav": first[:ON_TOP],
        "map_links": [map_of_the_area(way, first), map_of_the_site(way)],
    }


def _area(request: HttpRequest, viewer: Viewer) -> Area | None:
    said: Area | None = getattr(request, "area", None)
    if said is not None:
        return said
    if viewer.person is not None:
        return viewer.person.area
    return the_only_one(timezone.localdate())
