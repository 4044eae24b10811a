"""Which browser this is, in plain words, from what it says of itself."""

from __future__ import annotations

from django.http import HttpRequest

_BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
_MACHINES = {
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Android": "an Android phone or tablet",
    "CrOS": "a Chromebook",
    "Windows": "a Windows computer",
    "Macintosh": "a Mac",
    "Linux": "a Linux computer",
}
"""In this order: many a browser names others as well."""


def browser_of(request: HttpRequest) -> str:
    """For example "Firefox on a Windows computer"."""
    said = request.headers.get("User-Agent", "")
    browser = next((name for mark, name in _BROWSERS.items() if mark in said), "A browser")
    machine = next((name for mark, name in _MACHINES.items() if mark in said), "a device we do not know")
    return f"{browser} on {machine}"
