"""What the site says about itself, and two lines for machines."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.people.roles import TASKS
from alongside.people.viewer import Request, here
from alongside.voice.replies import PATIENCE
from alongside.welcome import lasting

from ..areas import area_at
from ..endings import rules

GOOD_FOR = timedelta(days=300)
"""Less than the year that the standard asks for at most."""


@require_safe
def help_page(request: Request, area: str) -> HttpResponse:
    """How things go here, and whom to ask."""
    here(request, area_at(area))
    said = {"silent_after": PATIENCE.days, "minutes": lasting.minutes(lasting.LIVES)}
    return render(request, "website/help.html", said)


@require_safe
def privacy(request: Request, area: str) -> HttpResponse:
    """What we keep about people, why, and when it goes: the rules are the ones the machine carries out."""
    here(request, area_at(area))
    return render(request, "website/privacy.html", {"rules": rules()})


@require_safe
def accessibility(request: Request, area: str) -> HttpResponse:
    """What works for whom, and what does not yet."""
    here(request, area_at(area))
    return render(request, "website/accessibility.html")


@require_safe
def who_sees_what(request: Request, area: str) -> HttpResponse:
    """A table: who may see what, and what each task is for."""
    here(request, area_at(area))
    tasks = [(name.label, task.may) for name, task in TASKS.items()]
    return render(request, "website/who_sees_what.html", {"tasks": tasks})


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Public pages may be found by searching; pages that belong to someone may not."""
    own = ("way-back/", "verdicts/", "replies/", "my/", "wishes/")
    closed = (*own, "groups/", "messages/", "sign-in/", "cast/")
    lines = ["User-agent: *", "Allow: /groups/*/in-the-open/", *(f"Disallow: /{path}" for path in closed)]
    if settings.DEMO:
        lines = ["User-agent: *", "Disallow: /"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def security(_request: HttpRequest) -> HttpResponse:
    """Whom to tell of a hole, as RFC 9116 writes it down. It says itself until when it may be believed."""
    until = (timezone.now() + GOOD_FOR).replace(microsecond=0)
    lines = [
        f"Contact: mailto:{settings.SECURITY_CONTACT}",
        f"Expires: {until.isoformat()}",
        "Preferred-Languages: en",
        f"Canonical: {settings.PUBLIC_ADDRESS}{reverse('website:security')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """ "ok" while the database answers, for whoever watches over the machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
