"""The six digits are those of the standard, and the picture says what it should."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta

import pytest

from .. import totp

KEY = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_the_digits_are_those_of_rfc_6238(moment: int, shown: str) -> None:
    assert totp.digits(KEY, moment // 30) == shown


def test_a_clock_may_be_half_a_minute_wrong() -> None:
    at = datetime(2026, 3, 12, 10, tzinfo=UTC)
    step = totp.step_of(at)

    for wrong, found in ((-2, None), (-1, step - 1), (0, step), (1, step + 1), (2, None)):
        assert totp.step_shown(KEY, totp.digits(KEY, step + wrong), at) == found


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "é" * 6])
def test_anything_else_is_wrong(typed: str) -> None:
    assert totp.step_shown(KEY, typed, datetime(2026, 3, 12, 10, tzinfo=UTC) + timedelta(0)) is None


def test_a_key_is_long_enough_and_never_the_same() -> None:
    keys = {totp.new_key() for _ in range(50)}

    assert len(keys) == 50
    assert {len(base64.b32decode(key)) for key in keys} == {20}


def test_by_hand_it_comes_in_fours() -> None:
    assert totp.in_fours("ABCDEFGHIJ") == "ABCD EFGH IJ"


def test_the_address_names_us_and_her() -> None:
    said = totp.address("ABCD", "Mrs O’Brien & Co")

    assert said == "otpauth://totp/Alongside%3AMrs%20O%E2%80%99Brien%20%26%20Co?secret=ABCD&issuer=Alongside"


def test_the_picture_is_a_square_with_a_quiet_edge() -> None:
    drawn = totp.picture(totp.address(KEY, "Gwen"))

    assert drawn.size > 29
    assert drawn.path.startswith("M4 4h7v1h-7z"), "the corner mark, four squares in"
    assert set(drawn.path) <= set("Mhvz- 0123456789")
