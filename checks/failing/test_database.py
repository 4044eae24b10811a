"""A database that takes nothing: what can be read is read, words come back, and then all goes on."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from alongside.people.demo import Netherby
from alongside.people.demo import netherby as make_netherby
from alongside.safety.models import Concern
from alongside.voice.models import Story
from alongside.website.whole import faults

from .ground import full, read_only

WORDS = "He has had no coat since Monday. " * 140
"""As much as the box takes: more than fits into the corners of a page."""
PLACE = {"headers": {"origin": "http://testserver"}}
GROUNDS = [read_only, full]


@pytest.fixture
def n(transactional_db: None, now) -> Netherby:
    return make_netherby(now)


@pytest.fixture(params=GROUNDS)
def ground(request: pytest.FixtureRequest) -> AbstractContextManager[None]:
    if request.param is full and connection.vendor != "sqlite":
        pytest.skip("PostgreSQL says of a full disk what it says of every lack: see the others")
    return request.param()


def test_words_come_back_and_can_be_sent_when_it_is_over(n: Netherby, ground) -> None:
    browser = Client(raise_request_exception=False, **PLACE)
    key = str(uuid4())
    with ground:
        answer = browser.post("/netherby/not-safe/", {"key": key, "words": WORDS, "channel": "none"})
        page = answer.content.decode()
        assert answer.status_code == 503
        assert "We cannot get at our records just now" in page
        assert f"{WORDS.strip()}" in page
        assert "Send it once more" in page
        assert browser.get("/netherby/").status_code == 200
    assert not Concern.objects.exists()
    assert list(faults()) == []
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert browser.post("/netherby/not-safe/", again).status_code == 302
    assert Concern.objects.get().words.body.strip() == WORDS.strip()
    assert list(faults()) == []


def test_half_a_story_is_none(n: Netherby, ground) -> None:
    browser = Client(raise_request_exception=False)
    for step in ("happened", "good", "better"):
        browser.post(f"/netherby/tell/{step}/", {step: WORDS[:1900]})
    browser.post("/netherby/tell/back/", {"channel": "email", "email": "sam@home.example"})
    key = re.search(r'name="key" value="([^"]+)"', browser.get("/netherby/tell/check/").content.decode())
    with ground:
        assert browser.post("/netherby/tell/check/", {"key": key[1]}).status_code == 503
        assert WORDS[:1900].strip() in browser.get("/netherby/tell/check/").content.decode()
    assert not Story.objects.exists()
    assert list(faults()) == []
    assert browser.post("/netherby/tell/check/", {"key": key[1]}).url == "/netherby/tell/sent/"
    assert Story.objects.count() == 1
