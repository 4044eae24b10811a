"""A code comes by e-mail or text; typed into the browser that asked, it lets its owner in, once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client

from alongside.messages.deliver import deliver_due
from alongside.messages.models import Message
from alongside.people.models import ContactProfile, Person

from ..models import SignInCode, Spent
from .conftest import Browser, Inbox


def test_asha_signs_in(asha: Person, browser: Browser, codes_sent: Inbox) -> None:
    asked = browser.asks(" Asha@Netherby.example ")
    assert (asked.status_code, asked["Location"]) == (302, "/sign-in/code/")

    let_in = browser.types(codes_sent()[0])

    assert (let_in.status_code, let_in["Location"]) == (302, "/my/")
    assert browser.client.get("/sign-in/").wsgi_request.user == asha


def test_by_phone_the_code_comes_as_a_text(asha: Person, browser: Browser, codes_sent: Inbox) -> None:
    browser.asks("01632 960 101")

    assert Message.objects.get().channel == "text"
    browser.types(codes_sent()[0])
    assert browser.is_in


def test_by_email_it_comes_by_email_whatever_she_likes_better(asha: Person, browser: Browser) -> None:
    ContactProfile.objects.filter(person=asha).update(channels=["letter"])

    browser.asks("asha@netherby.example")

    assert Message.objects.get().channel == "email"


def test_at_night_it_comes_at_once(
    asha: Person, browser: Browser, clock: time_machine.Coordinates, now: datetime
) -> None:
    night = now.replace(hour=23, minute=30)
    clock.move_to(night)

    browser.asks("asha@netherby.example")

    assert deliver_due(night) == 1


@pytest.mark.parametrize("typed", ["{a} {b}", "{a}-{b}", " {a}{b} ", "{a}.{b}", "{a}\t{b}"])
def test_the_code_may_be_typed_as_one_likes(
    asha: Person, browser: Browser, codes_sent: Inbox, typed: str
) -> None:
    browser.asks("asha@netherby.example")
    code = codes_sent()[0]

    browser.types(typed.format(a=code[:3], b=code[3:]))

    assert browser.is_in


def test_a_code_is_six_digits(asha: Person, browser: Browser, codes_sent: Inbox) -> None:
    browser.asks("asha@netherby.example")

    (code,) = codes_sent()
    assert (len(code), code.isdecimal()) == (6, True)


def test_we_keep_no_code(asha: Person, browser: Browser, codes_sent: Inbox, now: datetime) -> None:
    browser.asks("asha@netherby.example")
    code = codes_sent()[0]

    deliver_due(now)

    assert Message.objects.get().body == ""
    assert code not in Message.objects.get().subject
    assert code not in SignInCode.objects.get().code


def test_opening_a_page_lets_nobody_in(asha: Person, browser: Browser, codes_sent: Inbox) -> None:
    browser.asks("asha@netherby.example")

    page = browser.client.get("/sign-in/code/", {"code": codes_sent()[0]})

    assert page.status_code == 200
    assert not browser.is_in
    assert not Spent.objects.exists()


def test_a_code_works_once(asha: Person, browser: Browser, codes_sent: Inbox) -> None:
    browser.asks("asha@netherby.example")
    cookies = {name: morsel.value for name, morsel in browser.client.cookies.items()}
    browser.types(codes_sent()[0])

    again = Browser()
    again.client.cookies["asked"] = cookies["asked"]

    assert "was used a moment ago" in again.types(codes_sent()[0]).content.decode()
    assert not again.is_in


def test_a_code_works_only_in_the_browser_that_asked(
    asha: Person, browser: Browser, codes_sent: Inbox
) -> None:
    browser.asks("asha@netherby.example")
    other = Browser()
    other.asks("ben@netherby.example")

    assert other.types(codes_sent()[0]).status_code == 422
    assert not other.is_in


def test_a_cookie_of_ones_own_making_is_worth_nothing(
    asha: Person, browser: Browser, codes_sent: Inbox
) -> None:
    browser.asks("asha@netherby.example")
    value = browser.client.cookies["asked"].value
    browser.client.cookies["asked"] = value[:-2] + ("aa" if value[-2:] != "aa" else "bb")

    assert browser.types(codes_sent()[0])["Location"] == "/sign-in/"
    assert not browser.is_in


def test_the_cookie_is_closed_to_scripts_and_other_sites(asha: Person, browser: Browser) -> None:
    cookie = browser.asks("asha@netherby.example").cookies["asked"]

    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 900)


def test_a_code_dies_after_fifteen_minutes(
    asha: Person, browser: Browser, codes_sent: Inbox, clock: time_machine.Coordinates
) -> None:
    browser.asks("asha@netherby.example")
    clock.shift(timedelta(minutes=15))

    answer = browser.types(codes_sent()[0])

    assert "This code has ended" in answer.content.decode()
    assert not browser.is_in


def test_until_then_it_lives(
    asha: Person, browser: Browser, codes_sent: Inbox, clock: time_machine.Coordinates
) -> None:
    browser.asks("asha@netherby.example")
    clock.shift(timedelta(minutes=14, seconds=59))

    browser.types(codes_sent()[0])

    assert browser.is_in


def test_asking_again_ends_the_older_code(
    asha: Person, browser: Browser, codes_sent: Inbox, clock: time_machine.Coordinates
) -> None:
    browser.asks("asha@netherby.example")
    old = browser.client.cookies["asked"].value
    clock.shift(1)
    browser.asks("asha@netherby.example")
    first, second = codes_sent()

    assert browser.types(first).status_code == 422
    replayed = Browser()
    replayed.client.cookies["asked"] = old
    assert "has ended" in replayed.types(first).content.decode()
    browser.types(second)
    assert browser.is_in


def test_five_wrong_tries_end_a_code(asha: Person, browser: Browser, codes_sent: Inbox) -> None:
    browser.asks("asha@netherby.example")
    wrong = f"{(int(codes_sent()[0]) + 1) % 1_000_000:06}"

    for _ in range(5):
        assert "not the code we sent last" in browser.types(wrong).content.decode()

    assert "five times" in browser.types(codes_sent()[0]).content.decode()
    assert not browser.is_in


def test_four_wrong_tries_do_not(asha: Person, browser: Browser, codes_sent: Inbox) -> None:
    browser.asks("asha@netherby.example")
    wrong = f"{(int(codes_sent()[0]) + 1) % 1_000_000:06}"
    for _ in range(4):
        browser.types(wrong)

    browser.types(codes_sent()[0])

    assert browser.is_in


def test_who_was_blanked_meanwhile_stays_out(
    asha: Person, browser: Browser, codes_sent: Inbox, now: datetime
) -> None:
    browser.asks("asha@netherby.example")
    asha.blank(now)

    browser.types(codes_sent()[0])

    assert not browser.is_in


def test_the_session_has_a_new_name_after_signing_in(
    asha: Person, browser: Browser, codes_sent: Inbox
) -> None:
    session = browser.client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key
    browser.asks("asha@netherby.example")

    browser.types(codes_sent()[0])

    assert browser.client.session.session_key != before


def test_an_empty_answer_is_said_kindly(browser: Browser, asha: Person) -> None:
    empty = browser.asks("")
    assert empty.status_code == 422
    assert "Please type your e-mail address or phone number." in empty.content.decode()

    strange = browser.asks("asha at netherby")
    assert strange.status_code == 422
    assert "name@example.org" in strange.content.decode()
    assert 'value="asha at netherby"' in strange.content.decode()


@pytest.mark.parametrize("typed", ["", "\x00", "abcdef", "1" * 5000, "１２３４５６", "-1", "<script>"])
def test_any_other_code_is_said_kindly(asha: Person, browser: Browser, typed: str) -> None:
    browser.asks("asha@netherby.example")

    assert browser.types(typed).status_code == 422
    assert not browser.is_in


def test_without_a_code_on_its_way_one_asks_first(db: None, browser: Browser) -> None:
    assert browser.client.get("/sign-in/code/")["Location"] == "/sign-in/"
    assert browser.types("123456")["Location"] == "/sign-in/"


def test_who_is_in_is_not_asked(asha: Person) -> None:
    client = Client()
    client.force_login(asha)

    assert client.get("/sign-in/")["Location"] == "/my/"
    assert client.post("/sign-in/code/", {"code": "1"})["Location"] == "/my/"


def test_where_no_texts_can_be_sent_an_email_address_is_asked_for(
    asha: Person, browser: Browser, settings: pytest.FixtureRequest
) -> None:
    settings.OUTBOX = "smtp"  # type: ignore[attr-defined]

    assert "Your e-mail address<" in "".join(browser.client.get("/sign-in/").content.decode().split("\n"))
    for phone in ("01632 960 101", "01632 960 999"):
        answer = browser.asks(phone)
        assert answer.status_code == 422
        assert "We cannot send texts" in answer.content.decode()


def test_forms_from_elsewhere_are_refused(asha: Person) -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post("/sign-in/", {"address": "asha@netherby.example"}).status_code == 403
    assert not SignInCode.objects.exists()
