"""Where the built style, script and font are, and the version that lets a browser keep them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static

BUILT = Path(__file__).parent / "static" / "look"


@cache
def _versions() -> dict[str, str]:
    listing = BUILT / "versions.json"
    found: dict[str, str] = json.loads(listing.read_text("utf-8")) if listing.exists() else {}
    return found


def version(name: str) -> str:
    """What changes when the file does; empty while nothing is built yet."""
    if settings.DEBUG:
        _versions.cache_clear()
    return _versions().get(name, "")


def asset(name: str) -> str:
    """The address of a built file. Its version is in it, so an old copy in a browser is never used."""
    return _addressed(name, version(name))


@cache
def _addressed(name: str, versioned: str) -> str:
    return static(f"look/{name}") + (f"?v={versioned}" if versioned else "")
