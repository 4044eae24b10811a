"""House rule: no address and no field of a form leads anybody off this site."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings

from .world import World

HOST = "elsewhere.example"
HEADS = (
    "https://", "http://", "//", "///", "////", "/\\", "\\\\", "\\/", "/\\/", "https:", "https:/", "http:///",
    "//\\", "/\t/", "/\n/", "/\r/", "\t//", " //", "\x00//", "//\u3002", "https:\\\\", "ftp://", "/%09/",
    "/%5C", "/%2F", "//127.0.0.1@", "//testserver@", "https://testserver@", "https://testserver.",
    "//testserver\\@", "https://testserver%00.", "/.//", "/..//", "/./\\", "\u2028//", "\ufeff//", "data:,",
)  # fmt: skip
SCHEMES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "javascript://%0aalert(1)",
    "file:///etc/passwd", "mailto:a@b.example", "tel:1", "blob:https://a", "about:blank",
)  # fmt: skip
ODD = (
    f"/my/\r\nLocation: https://{HOST}", "/my/\r\nSet-Cookie: a=b", f"//{HOST}:80", f"//{HOST}#/my/",
    f"//{HOST}?/my/", "//\uff45lsewhere.example", "//%65lsewhere.example", "//elsewhere%E3%80%82example",
    "//[::1]", "//0x7f.1", "//2130706433", "http:0x7f000001",
)  # fmt: skip
PAYLOADS = [*(head + HOST for head in HEADS), *SCHEMES, *ODD]
"""Ways to write an address elsewhere that some browser or some server would follow."""


def leads_away(answer: HttpResponse) -> bool:
    """Whether a browser that follows it might leave this site: it must be a plain path, well escaped."""
    where = answer.headers.get("Location", "/")
    return not re.fullmatch(r"/(?![/\\])[!-~]*", where) or "\\" in where


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
@override_settings(DEMO=True)
def test_nobody_is_sent_elsewhere(payload: str, world: World) -> None:
    browser = Client()
    answers = [
        browser.post("/cast/", {"who": "Cara"}, query_params={"next": payload}),
        browser.post("/sign-in/", {"address": "a@b.example"}, query_params={"next": payload}),
        browser.post("/light-or-dark/", {"theme": "dark", "back": payload}),
        world.browsers["jo"].get("/sign-in/", query_params={"next": payload}),
    ]
    assert {answer.status_code for answer in answers} <= {200, 302}
    assert sum(answer.status_code == 302 for answer in answers) >= 3
    assert [answer["Location"] for answer in answers if leads_away(answer)] == []


def test_a_form_that_is_too_old_leads_back_to_our_own_page_only(world: World) -> None:
    browser = Client(enforce_csrf_checks=True)
    for payload in PAYLOADS:
        referer = payload.encode().decode("latin-1")
        answer = browser.post("/sign-in/", headers={"referer": referer})
        assert answer.status_code == 403
        links = re.findall(r'href="([^"]*)"', answer.content.decode())
        assert not [one for one in links if not re.match(r"/(?![/\\])|#|tel:[0-9]+$", one)], payload


def test_there_are_many_ways_and_the_look_bites() -> None:
    assert len(set(PAYLOADS)) >= 60
    for where in ("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "javascript:x"):
        away = HttpResponse(status=302)
        away["Location"] = where
        assert leads_away(away), where
