"""Whoever has a task that needs it takes a second step before its pages open. For the rest a code does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.people.demo import Netherby
from alongside.people.models import Person, Role
from alongside.people.roles import give_role
from alongside.people.tasks import SECOND_STEP, TASKS

from ..models import App, Try
from ..steps import A_DAY, A_WHILE
from .conftest import Browser, Inbox, Phone

PhoneOf = Callable[[Person], Phone]
ByCode = Callable[[Person], Client]

PAGES = {
    "gwen": "/netherby/readings/",
    "hal": "/netherby/concerns/",
    "jo": "/netherby/desk/",
    "kit": "/netherby/journal/",
}
"""A page of somebody's task."""


def test_one_table_says_who() -> None:
    assert set(TASKS) - SECOND_STEP == {Role.Name.STAFF, Role.Name.CHAMPION}


@pytest.mark.parametrize("who", PAGES)
def test_by_a_code_alone_the_pages_of_a_task_lead_to_the_second_step(
    netherby: Netherby, by_code: ByCode, who: str
) -> None:
    answer = by_code(netherby.people[who]).get(PAGES[who])

    assert (answer.status_code, answer["Location"]) == (
        302,
        f"/sign-in/second/?next={PAGES[who].replace('/', '%2F')}",
    )


@pytest.mark.parametrize("who", PAGES)
def test_after_it_they_open(netherby: Netherby, by_code: ByCode, phone_of: PhoneOf, who: str) -> None:
    phone = phone_of(netherby.people[who])
    browser = by_code(netherby.people[who])

    answer = browser.post(f"/sign-in/second/?next={PAGES[who]}", {"digits": phone.shows})

    assert (answer.status_code, answer["Location"]) == (302, PAGES[who])
    assert browser.get(PAGES[who]).status_code == 200


def test_a_code_is_enough_for_the_rest(netherby: Netherby, by_code: ByCode) -> None:
    for who in ("gwen", "jo", "asha", "priya"):
        assert by_code(netherby.people[who]).get("/my/").status_code == 200
        assert by_code(netherby.people[who]).get("/groups/").status_code == 200
    priya = netherby.people["priya"]
    assert by_code(priya).get(f"/organisations/{netherby.centre.pk}/room/").status_code == 200


def test_a_post_by_a_code_alone_changes_nothing(netherby: Netherby, by_code: ByCode) -> None:
    assert by_code(netherby.jo).post("/netherby/second-ways/", {}).status_code == 302
    assert by_code(netherby.gwen).post("/netherby/concerns/").status_code == 405


def test_without_a_task_not_there_is_not_there(netherby: Netherby, by_code: ByCode) -> None:
    for who in ("asha", "cara", "farah"):
        assert by_code(netherby.people[who]).get("/netherby/desk/").status_code == 404


def test_who_works_somewhere_reads_no_more_by_a_code_alone(netherby: Netherby, by_code: ByCode) -> None:
    viewer = by_code(netherby.people["kit"]).get("/my/").wsgi_request.viewer  # type: ignore[attr-defined]

    assert viewer.closed_roles
    assert viewer.is_service_side
    assert viewer.is_of(netherby.council)
    assert not viewer.areas_as(Role.Name.MODERATOR)


def test_signing_in_leads_whoever_needs_it_to_setting_up(
    netherby: Netherby, browser: Browser, codes_sent: Inbox
) -> None:
    browser.asks("gwen@netherby.example")
    answer = browser.types(codes_sent()[-1], then="?next=%2Fnetherby%2Freadings%2F")

    assert answer["Location"] == "/sign-in/second/?next=%2Fnetherby%2Freadings%2F"
    page = browser.client.get(answer["Location"], follow=True)
    assert "Your task needs a second step" in page.content.decode()
    assert "/sign-in/ways/app/?next=%2Fnetherby%2Freadings%2F" in page.content.decode()


def test_gwen_sets_an_app_up_and_goes_where_she_wanted(
    netherby: Netherby, by_code: ByCode, clock: time_machine.Coordinates
) -> None:
    browser = by_code(netherby.gwen)
    page = browser.get("/sign-in/ways/app/?next=/netherby/readings/")
    assert "<svg" in page.content.decode()
    key = page.context["key"].replace(" ", "")

    again = browser.get("/sign-in/ways/app/").context["key"].replace(" ", "")
    assert again == key, "opening the page twice does not spoil what the phone has learned"
    wrong = browser.post("/sign-in/ways/app/", {"digits": "000000"})
    assert wrong.status_code == 422
    assert wrong.context["key"].replace(" ", "") == key

    answer = browser.post("/sign-in/ways/app/?next=/netherby/readings/", {"digits": Phone(key, clock).shows})

    assert answer["Location"] == "/sign-in/ways/recovery-codes/?next=%2Fnetherby%2Freadings%2F"
    assert 'href="/netherby/readings/"' in browser.post(answer["Location"]).content.decode()
    assert browser.get("/netherby/readings/").status_code == 200


def test_a_copy_of_the_database_reckons_no_digits(
    netherby: Netherby, phone_of: PhoneOf, by_code: ByCode, settings: Any
) -> None:
    phone = phone_of(netherby.gwen)
    assert phone.key not in str(list(App.objects.values()))

    settings.SECRET_KEY = "another"
    assert by_code(netherby.gwen).post("/sign-in/second/", {"digits": phone.shows}).status_code == 422


def test_digits_work_once(netherby: Netherby, by_code: ByCode, phone_of: PhoneOf) -> None:
    shown = phone_of(netherby.gwen).shows
    one, two = by_code(netherby.gwen), by_code(netherby.gwen)
    one.post("/sign-in/second/", {"digits": shown})

    answer = two.post("/sign-in/second/", {"digits": shown})

    assert answer.status_code == 422
    assert "These digits were used already" in answer.content.decode()
    assert two.get("/netherby/readings/").status_code == 302


def test_the_session_has_a_new_name_after_the_step(
    netherby: Netherby, by_code: ByCode, phone_of: PhoneOf
) -> None:
    phone, browser = phone_of(netherby.gwen), by_code(netherby.gwen)
    before = browser.session.session_key

    browser.post("/sign-in/second/", {"digits": phone.shows})

    assert browser.session.session_key != before
    old = Client()
    old.cookies["session"] = before
    assert old.get("/my/").status_code == 302, "and the old name is worth nothing"


def test_a_new_code_in_the_same_browser_is_a_code_again(
    netherby: Netherby, browser: Browser, codes_sent: Inbox, phone_of: PhoneOf
) -> None:
    phone = phone_of(netherby.gwen)
    for _ in range(2):
        browser.asks("gwen@netherby.example")
        browser.types(codes_sent()[-1])
        assert browser.client.get("/netherby/readings/").status_code == 302
        browser.client.post("/sign-in/second/", {"digits": phone.shows})
        assert browser.client.get("/netherby/readings/").status_code == 200
        browser.client.post("/sign-out/")


def test_guessing_ends_after_five(netherby: Netherby, by_code: ByCode, phone_of: PhoneOf) -> None:
    phone = phone_of(netherby.gwen)
    for _ in range(A_WHILE):  # a new browser each time: it is the person who is counted
        assert (
            "not the digits"
            in by_code(netherby.gwen).post("/sign-in/second/", {"digits": "000000"}).content.decode()
        )

    answer = by_code(netherby.gwen).post("/sign-in/second/", {"digits": phone.shows})

    assert "wait a quarter of an hour" in answer.content.decode()
    assert Try.objects.count() == A_WHILE


def test_after_a_while_one_may_try_again_and_twenty_times_a_day(
    netherby: Netherby, by_code: ByCode, phone_of: PhoneOf, clock: time_machine.Coordinates
) -> None:
    phone, browser = phone_of(netherby.gwen), by_code(netherby.gwen)
    for _ in range(A_DAY // A_WHILE):
        for _ in range(A_WHILE):
            browser.post("/sign-in/second/", {"digits": "000000"})
        clock.shift(timedelta(minutes=15))

    refused = browser.post("/sign-in/second/", {"digits": phone.shows})
    assert "wait until tomorrow" in refused.content.decode()

    clock.shift(timedelta(days=1))
    assert browser.post("/sign-in/second/", {"digits": phone.shows}).status_code == 302


def test_only_who_is_signed_in_can_try_and_so_make_her_wait(
    netherby: Netherby, by_code: ByCode, phone_of: PhoneOf
) -> None:
    phone_of(netherby.gwen)

    for _ in range(A_WHILE + 1):
        assert Client().post("/sign-in/second/", {"digits": "000000"}).status_code == 302
        by_code(netherby.kit).post("/sign-in/second/", {"digits": "000000"})

    assert not Try.objects.exists()


def test_who_reads_her_mail_cannot_shut_her_out_of_a_browser_she_uses(
    netherby: Netherby, by_code: ByCode, phone_of: PhoneOf, clock: time_machine.Coordinates
) -> None:
    phone, hers = phone_of(netherby.hal), by_code(netherby.hal)
    hers.post("/sign-in/second/", {"digits": phone.shows})
    clock.shift(timedelta(minutes=31))
    for _ in range(A_WHILE + 1):
        by_code(netherby.hal).post("/sign-in/second/", {"digits": "000000"})

    assert hers.get("/netherby/concerns/").status_code == 302
    assert hers.post("/sign-in/second/", {"digits": phone.shows}).status_code == 302
    assert hers.get("/netherby/concerns/").status_code == 200


@pytest.mark.parametrize("typed", ["", "\x00", "abc", "1" * 5000, "１２３４５６", "<script>", "- -"])
def test_anything_else_is_said_kindly(
    netherby: Netherby, by_code: ByCode, phone_of: PhoneOf, typed: str
) -> None:
    phone_of(netherby.gwen)

    assert by_code(netherby.gwen).post("/sign-in/second/", {"digits": typed}).status_code == 422


def test_a_task_taken_away_is_gone_with_the_next_page(
    netherby: Netherby, client_of: Callable[[Person], Client], now: datetime
) -> None:
    browser = client_of(netherby.gwen)
    assert browser.get("/netherby/readings/").status_code == 200

    Role.objects.filter(person=netherby.gwen).update(until=now)

    assert browser.get("/netherby/readings/").status_code == 404
    assert browser.get("/netherby/journal/").status_code == 404


def test_a_task_given_needs_the_step_from_the_next_page_on(
    netherby: Netherby, by_code: ByCode, now: datetime
) -> None:
    browser = by_code(netherby.cara)
    assert browser.get("/netherby/readings/").status_code == 404

    give_role(netherby.cara, Role.Name.MODERATOR, now, None, area=netherby.area)

    assert browser.get("/netherby/readings/")["Location"].startswith("/sign-in/second/")
