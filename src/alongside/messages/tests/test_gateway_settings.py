"""Settings that are half there are said at once, with what to do; and to whom a number may be shown."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.messages.checks import ways_are_whole
from alongside.messages.transports.gateway import NUMBER, place_of


@pytest.fixture(autouse=True)
def whole(settings: Any) -> Any:
    settings.OUTBOX, settings.SMS_URL = "smtp, sms", "https://texts.example/send"
    settings.SMS_TOKEN, settings.SMS_FROM, settings.SMS_SECRET = "let-us-in", "Netherby", "x" * 32
    return settings


def found() -> list[str | None]:
    return [one.id for one in ways_are_whole(None)]


def test_what_is_whole_is_fine() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SMS_URL", "", "messages.E002"),
        ("SMS_URL", "http://texts.example/send", "messages.E002"),
        ("SMS_URL", "https://me:word@texts.example/", "messages.E002"),
        ("SMS_TOKEN", "", "messages.E003"),
        ("SMS_TOKEN", "two\r\nlines", "messages.E003"),
        ("SMS_FROM", "", "messages.E004"),
        ("SMS_FROM", "The Netherby parents", "messages.E004"),
        ("SMS_FROM", "Zoë", "messages.E004"),
        ("SMS_SECRET", "guess-me", "messages.E005"),
        ("OUTBOX", "smtp", "messages.W001"),
        ("OUTBOX", "smtp,sms,pigeon", "messages.E001"),
    ],
)
def test_what_is_half_there_is_said(whole: Any, name: str, value: str, says: str) -> None:
    setattr(whole, name, value)
    assert found() == [says]
    assert all(one.hint for one in ways_are_whole(None))


@pytest.mark.parametrize("name", ["+447700900123", "447700900123", "Netherby", "PCF 2", "80800"])
def test_senders_that_a_phone_can_show(whole: Any, name: str) -> None:
    whole.SMS_FROM = name
    assert found() == []


def test_who_sets_nothing_hears_nothing(whole: Any) -> None:
    whole.OUTBOX, whole.SMS_URL, whole.SMS_TOKEN, whole.SMS_SECRET = "folder", "", "", ""
    assert found() == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "texts.example",
        "ftp://texts.example",
        "http://texts.example",
        "http://localhost.example/",
        "https://",
        "https://a:b@c.example",
        "https://texts.example:port/",
    ],
)
def test_no_number_goes_in_the_open(address: str) -> None:
    assert place_of(address) is None


@pytest.mark.parametrize(
    "address", ["https://texts.example/send?a=b", "http://127.0.0.1:8090/", "http://[::1]/"]
)
def test_a_gateway_may_be_sealed_or_on_this_machine(address: str) -> None:
    assert place_of(address) is not None


def test_a_number_is_in_one_form() -> None:
    assert NUMBER.fullmatch("+447700900123")
    assert not any(
        NUMBER.fullmatch(one) for one in ("07700900123", "+44 7700", "+0123456789", "+44770090012300000")
    )
