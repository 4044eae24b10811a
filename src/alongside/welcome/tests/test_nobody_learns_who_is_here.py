"""An address that somebody has and one that nobody has: the same answers, to the last header."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse

from alongside.messages.models import Message
from alongside.people.models import Person

from ..models import SignInCode
from .conftest import Browser, Inbox


def shape(answer: HttpResponse) -> tuple[object, ...]:
    """Everything a stranger can see of an answer, with what is random left out."""
    body = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1", answer.content.decode())
    headers = {name: value for name, value in answer.headers.items() if name != "Date"}
    cookies = {
        name: (len(morsel.value), morsel["max-age"], morsel["httponly"], morsel["samesite"], morsel["path"])
        for name, morsel in answer.cookies.items()
    }
    return answer.status_code, body, headers, cookies


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ("asha@netherby.example", "asho@netherby.example"),
        ("01632 960 101", "01632 960 999"),
    ],
)
def test_asking_and_typing_look_the_same(asha: Person, known: str, unknown: str) -> None:
    someone, no_one = Browser(), Browser()
    for _ in range(7):  # up to where no further code is sent
        assert shape(someone.asks(known)) == shape(no_one.asks(unknown))
    assert shape(someone.client.get("/sign-in/code/")) == shape(no_one.client.get("/sign-in/code/"))

    for _ in range(7):  # beyond the last try
        assert shape(someone.types("0")) == shape(no_one.types("0"))


def test_the_code_ends_at_the_same_moment(asha: Person, clock: time_machine.Coordinates) -> None:
    for minute in range(0, 30, 2):
        pair = Browser(), Browser()
        for browser, address in zip(pair, ("asha@netherby.example", "asho@netherby.example"), strict=True):
            browser.asks(address)
        ends = [
            code.dies_at for code in SignInCode.objects.filter(at__gte=SignInCode.objects.latest("at").at)
        ]
        assert ends[0] == ends[1], f"after {minute} minutes"
        clock.shift(timedelta(minutes=2))


def test_only_one_of_them_is_written_to(asha: Person, browser: Browser) -> None:
    browser.asks("asho@netherby.example")
    assert not Message.objects.exists()

    browser.asks("asha@netherby.example")
    assert Message.objects.get().person == asha


def test_nothing_kept_about_an_unknown_address_says_it(asha: Person, browser: Browser) -> None:
    browser.asks("asho@netherby.example")

    kept = str(list(SignInCode.objects.values()))
    assert "asho" not in kept


def test_blanked_people_are_unknown(asha: Person, browser: Browser) -> None:
    asha.blank(asha.joined_at)
    other = Browser()

    assert shape(browser.asks("asha@netherby.example")) == shape(other.asks("asho@netherby.example"))
    assert not Message.objects.exists()


@pytest.mark.parametrize("who_came_first", ["the owner", "a stranger"])
def test_a_code_that_its_owner_used_says_nothing_to_strangers(
    asha: Person, codes_sent: Inbox, who_came_first: str
) -> None:
    """Strangers ask again and again until a code is shared, whoever asked for it; then its owner signs in."""
    owner, strangers, others = Browser(), [Browser() for _ in range(6)], [Browser() for _ in range(6)]
    if who_came_first == "the owner":
        owner.asks("asha@netherby.example")
    for stranger, other in zip(strangers, others, strict=True):
        assert shape(stranger.asks("asha@netherby.example")) == shape(other.asks("asho@netherby.example"))
    if who_came_first == "a stranger":
        owner.asks("asha@netherby.example")
    assert any(owner.types(code).status_code == 302 for code in codes_sent())

    for stranger, other in zip(strangers, others, strict=True):
        for _ in range(7):
            assert shape(stranger.types("0")) == shape(other.types("0"))
