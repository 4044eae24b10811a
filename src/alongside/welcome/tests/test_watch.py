"""The log says that somebody came in, or tried, and how; never who."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.quiet_logs import Line

from .. import limits
from .conftest import Browser, Inbox, Phone

PhoneOf = Callable[[Person], Phone]


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was said of the ways in."""
    return [one.getMessage() for one in caplog.records if one.name == "alongside.ways_in"]


@pytest.fixture(autouse=True)
def _listens(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def test_a_code_that_is_wrong_and_one_that_is_right(
    netherby: Netherby, browser: Browser, codes_sent: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    browser.asks(netherby.asha.email)
    [code] = codes_sent()
    browser.types(code[::-1] if code[::-1] != code else "000000")
    browser.types(code)
    browser.client.post("/sign-out/")
    assert lines(caplog) == ["sign in by a code: refused (WrongCode)", "sign in: well", "sign out: well"]
    assert netherby.asha.email not in caplog.text
    assert netherby.asha.screen_name not in caplog.text


def test_digits_that_are_wrong_and_some_that_are_right(
    netherby: Netherby,
    phone_of: PhoneOf,
    by_code: Callable[[Person], Client],
    caplog: pytest.LogCaptureFixture,
) -> None:
    phone, browser = phone_of(netherby.gwen), by_code(netherby.gwen)
    browser.post("/sign-in/second/", {"digits": "000000"})
    browser.post("/sign-in/second/", {"digits": phone.shows})
    assert lines(caplog) == ["second step by digits: refused (WrongDigits)", "second step: well"]


def test_asking_too_often_and_a_passkey_that_is_none(
    netherby: Netherby,
    browser: Browser,
    phone_of: PhoneOf,
    by_code: Callable[[Person], Client],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "PLACE", limits.Limit("ask from a place", 0))
    browser.asks(netherby.asha.email)
    browser.client.post("/sign-out/")
    phone_of(netherby.gwen)
    by_code(netherby.gwen).post("/sign-in/second/", {"answer": "{}"})
    assert lines(caplog) == [
        "ask for a code: refused (ManyAtOnce)",
        "second step by a passkey: refused (PasskeyNotRight)",
    ]


def test_a_line_says_when_in_universal_time() -> None:
    record = logging.LogRecord("alongside.ways_in", logging.INFO, "", 0, "sign in: well", (), None)
    record.created = datetime.fromisoformat("2026-07-01T12:00:00+01:00").timestamp()
    record.msecs = 5.0
    assert Line().format(record) == "2026-07-01 11:00:00.005Z INFO alongside.ways_in: sign in: well"
