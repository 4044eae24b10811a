"""Ten codes on paper: shown once, kept as digests, each good for one second step, and its owner is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from alongside.journal.models import Event
from alongside.journal.tests.racing import together
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.errors import Refused
from alongside.people.models import Person

from ..models import RecoveryCode, RecoverySpent
from ..recovery import LETTERS, MANY, new_codes
from ..steps import A_WHILE, take_step
from .conftest import Phone

PhoneOf = Callable[[Person], Phone]
ByCode = Callable[[Person], Client]
SECOND = "/sign-in/second/"


def test_ten_are_shown_once(
    netherby: Netherby, phone_of: PhoneOf, client_of: Callable[[Person], Client]
) -> None:
    phone_of(netherby.gwen)
    browser = client_of(netherby.gwen)
    assert "Show me ten codes" in browser.get("/sign-in/ways/recovery-codes/").content.decode()

    page = browser.post("/sign-in/ways/recovery-codes/")

    codes = page.context["made"]
    assert len(set(codes)) == MANY
    assert all(re.fullmatch(rf"[{LETTERS}]{{4}}(-[{LETTERS}]{{4}}){{2}}", code) for code in codes)
    assert all(code in page.content.decode() for code in codes)
    assert page["Cache-Control"] == "no-store"
    later = browser.get("/sign-in/ways/recovery-codes/").content.decode()
    assert not any(code in later for code in codes)


def test_we_keep_digests_only(netherby: Netherby, now: datetime) -> None:
    codes = new_codes(netherby.gwen, now)

    kept = str(list(RecoveryCode.objects.values()))
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)


def test_they_are_hashed_as_often_as_the_settings_say(
    netherby: Netherby, now: datetime, settings: Any
) -> None:
    code, *_ = new_codes(netherby.gwen, now)
    settings.RECOVERY_ROUNDS += 1

    with pytest.raises(Refused):
        take_step(netherby.gwen, code, now)


def test_two_people_with_the_same_code_have_different_digests(netherby: Netherby, now: datetime) -> None:
    code = new_codes(netherby.gwen, now)[0]

    with pytest.raises(Refused):
        take_step(netherby.kit, code, now)


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}".replace("-", " "), "{}\t"])
def test_one_opens_the_pages_of_her_task_once(
    netherby: Netherby, phone_of: PhoneOf, by_code: ByCode, now: datetime, typed: str
) -> None:
    phone_of(netherby.gwen)
    code = typed.format(new_codes(netherby.gwen, now)[3].upper())
    one, two = by_code(netherby.gwen), by_code(netherby.gwen)

    assert one.post(SECOND, {"digits": code}).status_code == 302
    assert one.get("/netherby/readings/").status_code == 200
    assert "none of your recovery codes" in two.post(SECOND, {"digits": code}).content.decode()


def test_using_one_tells_its_owner_and_the_journal(
    netherby: Netherby, phone_of: PhoneOf, by_code: ByCode, now: datetime
) -> None:
    phone_of(netherby.gwen)
    by_code(netherby.gwen).post(SECOND, {"digits": new_codes(netherby.gwen, now)[0]})

    told = Message.objects.get(subject="A recovery code was used")
    assert told.person == netherby.gwen
    assert "You have 9 left." in told.body
    assert "ring us at once: Jo on 01632 960 142" in told.body
    assert Event.objects.filter(what="recovery.used", about_id=netherby.gwen.pk).count() == 1


def test_new_codes_end_the_old_ones(netherby: Netherby, now: datetime) -> None:
    old = new_codes(netherby.gwen, now)
    new_codes(netherby.gwen, now)

    with pytest.raises(Refused):
        take_step(netherby.gwen, old[0], now)
    assert RecoveryCode.objects.filter(person=netherby.gwen).count() == MANY


def test_guessing_ends_after_five(
    netherby: Netherby, phone_of: PhoneOf, by_code: ByCode, now: datetime
) -> None:
    phone_of(netherby.gwen)
    code = new_codes(netherby.gwen, now)[0]
    browser = by_code(netherby.gwen)
    for _ in range(A_WHILE):
        browser.post(SECOND, {"digits": "aaaa-bbbb-cccc"})

    assert "wait a quarter of an hour" in browser.post(SECOND, {"digits": code}).content.decode()
    assert not RecoverySpent.objects.exists()


def test_without_a_second_way_there_are_none(
    netherby: Netherby, client_of: Callable[[Person], Client]
) -> None:
    browser = client_of(netherby.gwen)

    assert browser.post("/sign-in/ways/recovery-codes/")["Location"] == "/sign-in/ways/"
    assert not RecoveryCode.objects.exists()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_pressed_fifty_times_at_once_it_is_used_once(netherby: Netherby, now: datetime) -> None:
    code = new_codes(netherby.gwen, now)[0]

    def press(_hand: int) -> bool:
        try:
            take_step(netherby.gwen, code, now)
        except Refused:
            return False
        return True

    assert sum(together(24, press)) == 1
    assert RecoverySpent.objects.count() == 1
