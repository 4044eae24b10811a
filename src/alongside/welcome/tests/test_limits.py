"""Forty people on one Wi-Fi get in; a stranger neither guesses, nor floods, nor locks anybody out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import RequestFactory

from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Person

from ..limits import EVERYONE, PLACE, Limit, keyed, place_of
from ..models import Try
from .conftest import Browser, Inbox

ASHA = "asha@netherby.example"


@pytest.mark.long
def test_forty_people_in_one_hall_get_in(
    netherby: Netherby, codes_sent: Inbox, now: datetime, clock: time_machine.Coordinates
) -> None:
    for number in range(40):
        Person.join(f"Parent {number}", area=netherby.area, at=now, email=f"p{number}@home.example")

    for number in range(40):
        browser = Browser(place="203.0.113.5")
        for _ in range(3):  # most press more than once
            clock.shift(1)
            assert browser.asks(f"p{number}@home.example").status_code == 302
        browser.types(codes_sent()[-1])
        assert browser.is_in, number


def test_one_place_cannot_ask_for_ever(netherby: Netherby) -> None:
    browser = Browser()
    for _ in range(PLACE.most - 1):
        PLACE.take(browser.place, netherby.asha.joined_at)
    assert browser.asks("someone@home.example").status_code == 302

    refused = browser.asks(ASHA)

    assert refused.status_code == 429
    assert "Many people are asking" in refused.content.decode()
    assert f'value="{ASHA}"' in refused.content.decode()
    assert Browser(place="203.0.113.9").asks(ASHA).status_code == 302


def test_after_a_while_a_place_may_ask_again(netherby: Netherby, clock: time_machine.Coordinates) -> None:
    browser = Browser()
    for _ in range(PLACE.most):
        PLACE.take(browser.place, netherby.asha.joined_at)
    assert browser.asks(ASHA).status_code == 429

    clock.shift(timedelta(minutes=15))

    assert browser.asks(ASHA).status_code == 302


@pytest.mark.long
def test_a_stranger_who_asks_and_asks_does_not_lock_asha_out(
    asha: Person, codes_sent: Inbox, clock: time_machine.Coordinates
) -> None:
    hers = Browser()
    hers.asks(ASHA)
    her_code = codes_sent()[0]

    for number in range(25):
        clock.shift(5)
        stranger = Browser(place=f"192.0.2.{number}")
        stranger.asks(ASHA)
        for _ in range(6):
            stranger.types("000000")

    hers.types(her_code)
    assert hers.is_in, "the code she has still works"

    fresh = Browser()
    fresh.asks(ASHA)
    fresh.types(codes_sent()[-1])
    assert fresh.is_in, "and so does the newest in her inbox, in a browser she has just opened"


def test_a_stranger_who_asks_again_does_not_end_a_code_that_others_wait_for(
    asha: Person, codes_sent: Inbox, clock: time_machine.Coordinates
) -> None:
    stranger = Browser(place="192.0.2.1")
    for _ in range(6):
        clock.shift(1)
        stranger.asks(ASHA)
    hers = Browser()
    hers.asks(ASHA)

    stranger.asks(ASHA)

    hers.types(codes_sent()[-1])
    assert hers.is_in


@pytest.mark.long
def test_nobody_is_flooded(asha: Person, clock: time_machine.Coordinates) -> None:
    for number in range(60):
        clock.shift(10)
        Browser(place=f"192.0.2.{number}").asks(ASHA)

    assert Message.objects.count() <= 6


def test_codes_for_one_address_grow_too_long_to_guess(
    asha: Person, codes_sent: Inbox, clock: time_machine.Coordinates
) -> None:
    for _ in range(12):
        clock.shift(timedelta(minutes=16))
        Browser().asks(ASHA)

    assert [len(code) for code in codes_sent()] == [6] * 4 + [10] * 8
    clock.shift(timedelta(days=1))
    Browser().asks(ASHA)
    assert len(codes_sent()[-1]) == 6


def test_a_long_code_is_typed_like_a_short_one(
    asha: Person, codes_sent: Inbox, clock: time_machine.Coordinates
) -> None:
    browser = Browser()
    for _ in range(5):
        clock.shift(1)
        browser.asks(ASHA)
    code = codes_sent()[-1]

    browser.types(f"{code[:5]} {code[5:]}")

    assert (len(code), browser.is_in) == (10, True)


def test_a_code_shared_by_browsers_is_still_spent_once(
    asha: Person, codes_sent: Inbox, clock: time_machine.Coordinates
) -> None:
    one, two = Browser(), Browser()
    for browser in (one, one, one, one, one, two):
        clock.shift(1)
        browser.asks(ASHA)
    code = codes_sent()[-1]

    one.types(code)
    two.types(code)

    assert (one.is_in, two.is_in) == (True, False)
    two.asks(ASHA)
    two.types(codes_sent()[-1])
    assert two.is_in, "a spent code is not shared: a new one is sent"


def test_a_browser_she_signed_in_with_gets_past_a_full_place(asha: Person, codes_sent: Inbox) -> None:
    hers = Browser()
    hers.asks(ASHA)
    hers.types(codes_sent()[0])
    hers.client.cookies.pop("session")  # two weeks later
    for _ in range(PLACE.most):
        PLACE.take(hers.place, asha.joined_at)
    for _ in range(EVERYONE.most):
        Try.objects.create(purpose=EVERYONE.purpose, whom=keyed(EVERYONE.purpose, ""), at=asha.joined_at)

    assert hers.asks(ASHA).status_code == 302
    assert hers.asks("ben@netherby.example").status_code == 429, "for herself only"
    assert Browser(place="203.0.113.1").asks(ASHA).status_code == 429


def test_a_known_browser_has_a_limit_of_its_own(asha: Person, codes_sent: Inbox) -> None:
    hers = Browser()
    hers.asks(ASHA)
    hers.types(codes_sent()[0])
    hers.client.cookies.pop("session")
    for _ in range(PLACE.most):
        PLACE.take(hers.place, asha.joined_at)

    assert [hers.asks(ASHA).status_code for _ in range(11)] == [302] * 10 + [429]


def test_what_is_counted_names_nobody(asha: Person, browser: Browser) -> None:
    browser.asks(ASHA)
    browser.types("000000")

    kept = str(list(Try.objects.values_list("purpose", "whom")))
    assert browser.place not in kept
    assert str(asha.pk) not in kept
    assert {len(one.whom) for one in Try.objects.all()} == {64}


@pytest.mark.parametrize(
    ("seen", "place"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_a_place_is_a_house(seen: str, place: str) -> None:
    assert place_of(RequestFactory().get("/", REMOTE_ADDR=seen)) == place


def test_behind_our_proxy_it_is_what_the_proxy_saw(settings: Any) -> None:
    request = RequestFactory().get(
        "/", REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": "6.6.6.6, 198.51.100.7"}
    )
    assert place_of(request) == "127.0.0.1", "anybody can write that header"

    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert place_of(request) == "198.51.100.7"


def test_a_limit_counts_each_for_itself(db: None, now: datetime) -> None:
    two = Limit("test", 2)

    assert [two.take("a", now) for _ in range(3)] == [True, True, False]
    assert two.take("b", now)
    assert two.take("a", now + timedelta(minutes=15))
