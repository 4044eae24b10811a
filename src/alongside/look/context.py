"""What every page needs from the look: the reader's light or dark, and the line that is printed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from alongside.look.assets import version
from alongside.look.middleware import by_secret_link

COOKIE = "__Host-theme" if settings.SESSION_COOKIE_SECURE else "theme"
THEMES = ("light", "dark")


def theme_of(request: HttpRequest) -> str:
    """What the reader chose, or nothing: then the page follows the device."""
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in THEMES else ""


def look(request: HttpRequest) -> dict[str, Any]:
    """The context processor of ``look/base.html``."""
    return {
        "theme": theme_of(request),
        "asset_version": version("site.css"),
        "page_address": _printable(request),
        "printed_at": timezone.localdate(),
    }


def _printable(request: HttpRequest) -> str:
    """The page's address for paper. A page behind a secret link has none: paper is left lying about."""
    if by_secret_link(request):
        return ""
    address = f"{getattr(settings, 'PUBLIC_ADDRESS', '')}{request.path}"
    return address.removeprefix("https://").removeprefix("http://")
