"""Who was signed out while they wrote signs in again, and their words have waited."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from alongside.people.demo import Netherby

from ..typed import AN_HOUR, FROM_A_PLACE
from .conftest import Browser, Inbox

WORDS = "Two people answer the phone, and they ring back."
KEEP = "/sign-in/keep/?next=%2Fmy%2Fdata%2Fwishes%2F"
OURS = {"origin": "http://testserver"}


def test_what_is_not_there_for_a_stranger_may_be_there_once_she_is_in(netherby: Netherby) -> None:
    page = Client(headers=OURS).post("/stories/nothing/", {"words": WORDS}).content.decode()
    assert f"{WORDS}</textarea>" in page
    assert 'action="/sign-in/keep/?next=%2Fstories%2Fnothing%2F"' in page


@pytest.mark.parametrize("address", [KEEP, "/my/data/wishes/"])
def test_words_wait_until_she_is_in(
    netherby: Netherby, browser: Browser, codes_sent: Inbox, address: str
) -> None:
    answer = browser.client.post(address, {"words": WORDS, "kind": "wrong"})
    assert answer["Location"] == "/sign-in/?next=%2Fsign-in%2Fcarry-on%2F"
    assert "What was typed here is safe" in browser.client.get(answer["Location"]).content.decode()
    browser.asks("cara@netherby.example")
    browser.types(codes_sent()[-1])
    page = browser.client.get("/sign-in/carry-on/").content.decode()
    assert re.findall(r'action="([^"]+wishes/)"', page) == ["/my/data/wishes/"]
    assert WORDS in page
    browser.client.post("/my/data/wishes/", {"words": WORDS, "kind": "wrong"})
    assert browser.client.get("/sign-in/carry-on/").status_code == 302


def test_they_wait_an_hour_and_no_longer(netherby: Netherby, clock: time_machine.Coordinates) -> None:
    browser = Client()
    browser.post(KEEP, {"words": WORDS})
    clock.shift(timedelta(seconds=AN_HOUR - 1))
    assert "What was typed here is safe" in browser.get("/sign-in/").content.decode()
    clock.shift(2)
    assert "What was typed here is safe" not in browser.get("/sign-in/").content.decode()


def test_leaving_the_page_ends_them(netherby: Netherby) -> None:
    browser = Client()
    browser.post(KEEP, {"words": WORDS})
    browser.get("/leave/")
    assert "What was typed here is safe" not in browser.get("/sign-in/").content.decode()


def test_nobody_fills_our_shelves_with_words(netherby: Netherby, clock: time_machine.Coordinates) -> None:
    for _ in range(FROM_A_PLACE.most):
        assert Client().post(KEEP, {"words": WORDS}).status_code == 302
    last = Client().post(KEEP, {"words": WORDS})
    assert last.status_code == 404
    assert WORDS in last.content.decode()


@pytest.mark.parametrize("elsewhere", ["", "?next=https://elsewhere.example/", "?next=//elsewhere.example"])
def test_words_go_nowhere_else(netherby: Netherby, elsewhere: str) -> None:
    browser = Client()
    answer = browser.post(f"/sign-in/keep/{elsewhere}", {"words": WORDS})
    assert "elsewhere" not in answer["Location"]
    assert "What was typed here is safe" not in browser.get("/sign-in/").content.decode()


def test_nobody_reads_the_words_of_whoever_sat_here_before(
    netherby: Netherby, browser: Browser, codes_sent: Inbox
) -> None:
    """Cara's session ended, and she went; then Asha signs in on the same tablet."""
    browser.asks("cara@netherby.example")
    browser.types(codes_sent()[-1])
    browser.client.cookies.pop(settings.SESSION_COOKIE_NAME)
    browser.client.post(KEEP, {"words": WORDS})
    browser.asks("asha@netherby.example")
    browser.types(codes_sent()[-1])
    assert browser.is_in
    assert browser.client.get("/sign-in/carry-on/").status_code == 302


def test_what_is_somebody_elses_is_thrown_away(
    netherby: Netherby, browser: Browser, codes_sent: Inbox
) -> None:
    browser.client.post(KEEP, {"words": WORDS})
    browser.asks("asha@netherby.example")
    browser.types(codes_sent()[-1])
    assert "It goes in your name, Asha" in browser.client.get("/sign-in/carry-on/").content.decode()
    assert browser.client.post("/sign-in/carry-on/").status_code == 302
    assert browser.client.get("/sign-in/carry-on/").status_code == 302


def test_what_is_too_long_to_be_kept_stands_on_the_page(netherby: Netherby) -> None:
    words = WORDS * 3000
    answer = Client().post(KEEP, {"words": words})
    assert answer.status_code == 404
    assert words in answer.content.decode()
