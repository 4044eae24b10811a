"""Sensitive work asks for a second step of the last half hour, and loses nothing that was typed."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from alongside.people.demo import Netherby
from alongside.people.models import Person

from ..models import App, TakenAway
from ..typed import MOST
from .conftest import Phone

PhoneOf = Callable[[Person], Phone]
ClientOf = Callable[[Person], Client]
HALF_AN_HOUR = timedelta(minutes=30)
LOST = "/netherby/second-ways/"
WHY = "I rang her “landline”,\nand know the voice & the dog."


@pytest.fixture
def jo_and_her_phone(netherby: Netherby, phone_of: PhoneOf, client_of: ClientOf) -> tuple[Client, Phone]:
    """Jo at her browser, with a second step taken this very moment."""
    return client_of(netherby.jo), phone_of(netherby.jo)


@pytest.mark.parametrize(("who", "page"), [("jo", LOST), ("hal", "/netherby/concerns/")])
def test_it_is_asked_for_after_half_an_hour(
    netherby: Netherby, phone_of: PhoneOf, client_of: ClientOf, clock: time_machine.Coordinates,
    who: str, page: str,
) -> None:  # fmt: skip
    phone, browser = phone_of(netherby.people[who]), client_of(netherby.people[who])
    clock.shift(HALF_AN_HOUR - timedelta(seconds=1))
    assert browser.get(page).status_code == 200

    clock.shift(1)

    asked = browser.get(page)
    assert asked["Location"] == f"/sign-in/second/?next={page.replace('/', '%2F')}"
    assert browser.post(asked["Location"], {"digits": phone.shows})["Location"] == page
    assert browser.get(page).status_code == 200


def test_the_rest_of_a_task_stays_open(
    jo_and_her_phone: tuple[Client, Phone], clock: time_machine.Coordinates
) -> None:
    browser, _ = jo_and_her_phone
    clock.shift(timedelta(days=2))

    assert browser.get("/netherby/desk/").status_code == 200
    assert browser.get(LOST).status_code == 302


def test_what_was_typed_comes_back_and_goes_where_it_was_meant_to(
    netherby: Netherby, jo_and_her_phone: tuple[Client, Phone], phone_of: PhoneOf,
    clock: time_machine.Coordinates,
) -> None:  # fmt: skip
    browser, phone = jo_and_her_phone
    phone_of(netherby.gwen)
    said = {"person": str(netherby.gwen.pk), "why": WHY, "rung": "on"}
    clock.shift(HALF_AN_HOUR)

    asked = browser.post(LOST, said)
    assert not TakenAway.objects.exists()
    assert "What was typed here is safe" in browser.get(asked["Location"]).content.decode()
    again = browser.post(asked["Location"], {"digits": phone.shows})
    assert again["Location"] == "/sign-in/carry-on/"

    page = browser.get("/sign-in/carry-on/").content.decode()
    assert "the voice &amp; the dog" in page
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    typed = {name: html.unescape(value) for name, value in fields if name != "csrfmiddlewaretoken"}
    assert typed == said
    assert f'action="{LOST}"' in page

    browser.post(LOST, typed)
    assert TakenAway.objects.get().why == WHY
    assert browser.get("/sign-in/carry-on/").status_code == 302, "sent is sent"


def test_a_wrong_try_on_the_way_loses_nothing_either(
    jo_and_her_phone: tuple[Client, Phone], clock: time_machine.Coordinates
) -> None:
    browser, phone = jo_and_her_phone
    clock.shift(HALF_AN_HOUR)
    asked = browser.post(LOST, {"why": WHY})

    assert browser.post(asked["Location"], {"digits": "000000"}).status_code == 422
    browser.post(asked["Location"], {"digits": phone.shows})

    assert "the voice &amp; the dog" in browser.get("/sign-in/carry-on/").content.decode()


def test_what_is_far_too_long_to_be_kept_stands_on_the_page(
    jo_and_her_phone: tuple[Client, Phone], clock: time_machine.Coordinates
) -> None:
    browser, _phone = jo_and_her_phone
    clock.shift(HALF_AN_HOUR)
    answer = browser.post(LOST, {"why": "x" * (MOST + 1)})
    assert answer.status_code == 404
    assert "x" * (MOST + 1) in answer.content.decode()


def test_signing_out_forgets_what_waited(
    jo_and_her_phone: tuple[Client, Phone], client_of: ClientOf, netherby: Netherby,
    clock: time_machine.Coordinates,
) -> None:  # fmt: skip
    browser, _ = jo_and_her_phone
    clock.shift(HALF_AN_HOUR)
    browser.post(LOST, {"why": WHY})

    browser.post("/sign-out/")
    browser.force_login(netherby.gwen)

    assert browser.get("/sign-in/carry-on/").status_code == 302


def test_whose_page_it_is_not_learns_nothing(
    netherby: Netherby, phone_of: PhoneOf, client_of: ClientOf, clock: time_machine.Coordinates
) -> None:
    cara = client_of(netherby.cara)
    clock.shift(HALF_AN_HOUR)

    assert cara.get("/netherby/concerns/").status_code == 404
    assert cara.get("/netherby/second-ways/").status_code == 404
    assert Client().get("/netherby/concerns/")["Location"].startswith("/sign-in/?")


def test_another_way_needs_the_first_one(
    jo_and_her_phone: tuple[Client, Phone], clock: time_machine.Coordinates
) -> None:
    browser, _ = jo_and_her_phone
    clock.shift(HALF_AN_HOUR)
    way = App.objects.get().pk

    for page in ("app/", "passkey/", "recovery-codes/", f"{way}/removal/"):
        assert browser.get(f"/sign-in/ways/{page}")["Location"].startswith("/sign-in/second/"), page
        assert browser.post(f"/sign-in/ways/{page}")["Location"].startswith("/sign-in/second/"), page
    assert App.objects.exists()


def test_what_was_typed_for_a_closed_task_waits_too(
    netherby: Netherby, by_code: Callable[[Person], Client], phone_of: PhoneOf
) -> None:
    """Gwen came in by a code alone; what a moderator may write is "not there" for her until the next step."""
    phone, browser = phone_of(netherby.gwen), by_code(netherby.gwen)
    where = f"/readings/{netherby.gwen.pk}/changes/"

    asked = browser.post(where, {"words": WHY})

    assert asked["Location"] == f"/sign-in/second/?next={where.replace('/', '%2F')}"
    assert browser.post(asked["Location"], {"digits": phone.shows})["Location"] == "/sign-in/carry-on/"
    assert "the voice &amp; the dog" in browser.get("/sign-in/carry-on/").content.decode()
