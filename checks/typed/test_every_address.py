"""Whatever stands behind the question mark of an address or in a cookie, nothing breaks."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlencode

import pytest
from django.test import Client

from checks.house.access import WHO, expected, routes, table
from checks.house.world import World
from checks.rooms import SOURCE

from .awkward import ALONE
from .payloads import payloads
from .test_every_box import breaks, every_form

READ = re.compile(r'request\.GET\.get\("([^"]+)"')
JUNK = (" ".join(payloads()[::12]), *(ALONE[one] for one in ("NUL", "half of a pair")), "Null")
OPENED = [route for route in routes() if "GET" in table()[route.name]]


@cache
def names() -> list[str]:
    """Every name that any view looks for there, and every field of any form: some are sent in an address."""
    code = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")]
    looked_for = {name for text in code for name in READ.findall(text)}
    assert {"after", "next"} <= looked_for
    return sorted(looked_for.union(*(form.base_fields for form in every_form())))


@pytest.mark.parametrize("route", OPENED, ids=lambda route: route.name)
def test_a_page_bears_it(route: object, world: World) -> None:
    opens = [who for who in WHO if expected(table(), route.name, "GET", who) == 200] or ["nobody"]
    browser = world.browsers[opens[-1]]
    found = []
    for junk in JUNK:
        asked = urlencode(dict.fromkeys(names(), junk))
        answer = browser.get(f"{world.path(route)}?{asked}")
        found += [f"{junk!r:.40} as {opens[-1]}: {fault}" for fault in breaks(answer)]
    assert found == []


@pytest.mark.parametrize("junk", ["a\x00b", "\xff\xfe", "x" * 3000, '"', "{}", "Null", *payloads()[::80]])
def test_a_cookie_bears_it(junk: str, world: World) -> None:
    for name in ("session", "csrf", "draft", "theme", "asked", "known", "__Host-session"):
        browser = Client()
        browser.cookies[name] = junk
        for path in ("/netherby/", "/netherby/tell/", "/sign-in/", "/sign-in/code/", "/my/"):
            assert list(breaks(browser.get(path))) == [], f"{name} on {path}"
