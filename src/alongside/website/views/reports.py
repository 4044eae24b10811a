"""A machine speaks to us: the gateway for texts. No person opens this page, and no browser posts to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from alongside.messages import reports
from alongside.messages.errors import NotAReport
from alongside.welcome.limits import Limit, place_of

FORGED = Limit("report a text", 30)
"""So many reports from one place may be wrongly signed; then it is not even read."""


@csrf_exempt
@require_POST
def came_back(request: HttpRequest) -> HttpResponse:
    """A text never arrived. The signature over the body is the key: no session, no cookie, no token."""
    now, body = timezone.now(), request.body
    if not reports.signed(body, request.headers.get(reports.HEAD, "")):
        known = FORGED.take(place_of(request), now)
        return HttpResponse(status=403 if known else 429, content_type="text/plain; charset=utf-8")
    try:
        reports.take(body, now)
    except NotAReport as no:
        return HttpResponse(f"{no}\n", status=400, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)
