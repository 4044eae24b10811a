"""Pages that belong to one person: my page, and the teller's own page behind a secret link."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.messages.models import WayBack
from alongside.people.viewer import Request, Viewer, here
from alongside.welcome.gate import signed_in

from ..mine import Mine
from ..own_page import OwnPage


@require_safe
@signed_in
def my_page(request: Request) -> HttpResponse:
    """What I said and what came of it, what waits for me, my roles."""
    return render(request, "website/my_page.html", {"mine": Mine(request.viewer, timezone.now())})


@require_safe
def way_back(request: Request, token: str) -> HttpResponse:
    """The teller's own page. The link is the key; nobody has to sign in, and no browser keeps the page."""
    found = WayBack.behind(token)
    if found is None or found.organisation_id is not None:
        raise Http404
    holder = Viewer(ways_back=frozenset({found.pk}))  # whoever else they are: the page is of this link alone
    request.viewer = replace(request.viewer, ways_back=holder.ways_back)
    here(request, found.area)
    page = OwnPage(found, token, holder, timezone.now())
    response = render(request, "website/way_back.html", {"page": page})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
