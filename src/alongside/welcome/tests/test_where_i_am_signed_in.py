"""Everybody sees where they are signed in, by days, and can end it. Whoever ends a way ends it everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client, RequestFactory

from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Person

from ..browsers import browser_of
from ..models import App, RecoveryCode, Session
from ..recovery import new_codes
from .conftest import Browser, Inbox, Phone

ClientOf = Callable[[Person], Client]
PLACES = "/sign-in/places/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.0 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
)
CHROME = (
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        (FIREFOX, "Firefox on a Windows computer"),
        (IPHONE, "Safari on an iPhone"),
        (EDGE, "Edge on a Mac"),
        (CHROME, "Chrome on an Android phone or tablet"),
        ("", "A browser on a device we do not know"),
        ("<script>", "A browser on a device we do not know"),
    ],
)
def test_a_browser_in_plain_words(said: str, plain: str) -> None:
    assert browser_of(RequestFactory().get("/", headers={"User-Agent": said})) == plain


def signs_in(codes_sent: Inbox, agent: str) -> Browser:
    """Asha, by a code, in such a browser."""
    browser = Browser(client=Client(headers={"User-Agent": agent}))
    browser.asks("asha@netherby.example")
    browser.types(codes_sent()[-1])
    return browser


def test_each_place_with_its_days(asha: Person, codes_sent: Inbox, clock: time_machine.Coordinates) -> None:
    phone = signs_in(codes_sent, IPHONE)
    clock.shift(timedelta(days=2))
    phone.client.get("/my/")
    clock.shift(timedelta(days=1))
    desk = signs_in(codes_sent, FIREFOX)

    page = desk.client.get(PLACES).content.decode()

    assert "Firefox on a Windows computer" in page
    assert "Here and now. Signed in since Sunday 15 March 2026." in page
    assert "Signed in since Thursday 12 March 2026. Last used on Saturday 14 March 2026." in page
    assert "10am" not in page


def test_ending_one(asha: Person, codes_sent: Inbox) -> None:
    phone, desk = signs_in(codes_sent, IPHONE), signs_in(codes_sent, FIREFOX)
    row = Session.objects.get(browser="Safari on an iPhone")

    desk.client.post(PLACES, {"end": row.pk})

    assert phone.client.get("/my/").status_code == 302
    assert desk.client.get("/my/").status_code == 200


def test_ending_all_others(asha: Person, codes_sent: Inbox) -> None:
    others = [signs_in(codes_sent, IPHONE) for _ in range(3)]
    desk = signs_in(codes_sent, FIREFOX)

    desk.client.post(PLACES, {"end": "others"})

    assert [one.client.get("/my/").status_code for one in others] == [302] * 3
    assert "You are signed in nowhere else." in desk.client.get(PLACES).content.decode()


def test_nobody_ends_anothers(netherby: Netherby, client_of: ClientOf) -> None:
    asha, ben = client_of(netherby.asha), client_of(netherby.ben)
    row = Session.objects.get(person=netherby.asha)

    for ends in (row.pk, "others", "", "\x00", "x" * 5000):
        assert ben.post(PLACES, {"end": ends}).status_code == 302

    assert asha.get("/my/").status_code == 200
    assert row.pk not in ben.get(PLACES).content.decode()


def test_a_copy_of_the_database_opens_nothing(asha: Person, client_of: ClientOf) -> None:
    secret = client_of(asha).session.session_key

    thief = Client()
    thief.cookies["session"] = Session.objects.get().pk
    assert thief.get("/my/").status_code == 302
    assert secret not in str(list(Session.objects.values()))


def test_it_ends_two_weeks_after_signing_in_however_much_it_is_used(
    asha: Person, codes_sent: Inbox, clock: time_machine.Coordinates
) -> None:
    phone = signs_in(codes_sent, IPHONE)
    for _ in range(13):
        clock.shift(timedelta(days=1))
        assert phone.client.get("/sign-in/ways/app/").status_code == 200, "which changes the session"

    clock.shift(timedelta(days=1))

    assert phone.client.get("/my/").status_code == 302


def test_taking_a_way_away_ends_it_everywhere_but_here(
    netherby: Netherby, client_of: ClientOf, phone_of: Callable[[Person], Phone]
) -> None:
    phone_of(netherby.gwen)
    new_codes(netherby.gwen, netherby.gwen.joined_at)
    here, there = client_of(netherby.gwen), client_of(netherby.gwen)
    before, way = here.session.session_key, App.objects.get().pk
    assert "It is your last one" in here.get(f"/sign-in/ways/{way}/removal/").content.decode()

    here.post(f"/sign-in/ways/{way}/removal/")

    assert there.get("/my/").status_code == 302
    assert here.get("/my/").status_code == 200
    assert here.session.session_key != before
    assert here.get("/netherby/readings/").status_code == 302, "with the last way gone it is a code again"
    assert not RecoveryCode.objects.exists()
    told = Message.objects.get(subject="A way to sign in was taken away")
    assert told.person == netherby.gwen


def test_ones_own_ways_only(
    netherby: Netherby, client_of: ClientOf, phone_of: Callable[[Person], Phone]
) -> None:
    phone_of(netherby.gwen)
    way = App.objects.get().pk

    assert client_of(netherby.kit).post(f"/sign-in/ways/{way}/removal/").status_code == 404
    assert App.objects.exists()
