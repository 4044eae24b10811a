"""Fifty presses at once spend a code once; fifty guesses at once are still five."""

from __future__ import annotations

from datetime import datetime

import pytest

from alongside.journal.tests.racing import together
from alongside.people.errors import Refused
from alongside.people.models import Person

from .. import errors
from ..codes import AT_ONCE, LONG, SHORT, SHORT_A_DAY, TRIES, ask, spend
from ..models import SignInCode, Spent, Try
from .conftest import Inbox

ASHA = "asha@netherby.example"


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_fifty_presses_spend_a_code_once(asha: Person, codes_sent: Inbox, now: datetime) -> None:
    browser = ask(ASHA, now)
    code = codes_sent()[0]

    def press() -> bool:
        try:
            return spend(browser, code, now) == asha
        except errors.UsedAlready:
            return False

    pressed = together(25, lambda _hand: [press(), press()])

    assert sum(first + second for first, second in pressed) == 1
    assert Spent.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_browsers_that_share_a_code_spend_it_once(asha: Person, codes_sent: Inbox, now: datetime) -> None:
    browsers = [ask(ASHA, now) for _ in range(AT_ONCE + 7)][AT_ONCE - 1 :]
    code = next(code for code in codes_sent() if len(code) == LONG)

    def press(number: int) -> bool:
        try:
            return spend(browsers[number], code, now) == asha
        except (errors.UsedAlready, errors.WrongCode):  # to a sharing browser a used code is a wrong one
            return False

    assert sum(together(len(browsers), press)) == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_fifty_guesses_at_once_are_five(asha: Person, codes_sent: Inbox, now: datetime) -> None:
    browser = ask(ASHA, now)
    right = int(codes_sent()[0])

    def guess(number: int) -> type[Refused]:
        try:
            spend(browser, f"{(right + 1 + number) % 1_000_000:06}", now)
        except Refused as refused:
            return type(refused)
        raise AssertionError("a wrong code let somebody in")

    said = [answer for pair in together(25, lambda hand: [guess(hand), guess(hand + 25)]) for answer in pair]

    assert said.count(errors.WrongCode) == TRIES == Try.objects.count()
    assert said.count(errors.TooManyTries) == 50 - TRIES


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_many_askings_at_once_get_no_more_short_codes(asha: Person, codes_sent: Inbox, now: datetime) -> None:
    together(24, lambda _one: ask(ASHA, now))

    lengths = sorted(len(code) for code in codes_sent())
    assert lengths == [SHORT] * SHORT_A_DAY + [LONG] * (AT_ONCE - SHORT_A_DAY)
    assert SignInCode.objects.count() == 24
