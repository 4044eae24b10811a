"""Whose list it is, and who may see it."""

from __future__ import annotations

from django.http import Http404

from alongside.people.models import Member, Organisation, Role
from alongside.people.viewer import Request, Viewer, here

KEEPS = (Role.Name.COORDINATOR,)
SEES = (Role.Name.COORDINATOR, Role.Name.KEEPER)
HERE = "here"
"""Under this name the forum’s own members stand in an address."""


def forum_at(slug: str) -> Organisation:
    """The forum of the area with this address; 404 where there is none."""
    found = Organisation.objects.filter(area__slug=slug, kind=Organisation.Kind.FORUM)
    forum = found.select_related("area").order_by("name", "pk").first()
    if forum is None:
        raise Http404
    return forum


def kept_by(viewer: Viewer, forum: Organisation) -> bool:
    """Whether this viewer co-ordinates the forum, and so brings members in."""
    return viewer.holds(*KEEPS, area=forum.area_id)


def seen_by(viewer: Viewer, forum: Organisation) -> bool:
    """Whether this viewer may see the whole list with its addresses."""
    return viewer.holds(*SEES, area=forum.area_id)


def mine(request: Request, slug: str, *, to_see: bool = False) -> Organisation:
    """The forum that this page is about, for whoever keeps its list; for others the page is not there."""
    forum = forum_at(slug)
    if not (seen_by if to_see else kept_by)(request.viewer, forum):
        raise Http404
    here(request, forum.area)
    return forum


def how_many(forum: Organisation) -> tuple[int, int]:
    """Members now, and those of them whom we may write to."""
    now = Member.objects.filter(forum=forum, left_at=None)
    return now.count(), now.filter(may_contact=True).count()
