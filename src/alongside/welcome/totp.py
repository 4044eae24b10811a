"""The six digits of an authenticator app (RFC 6238): what it shows, and the picture that brings the key."""

from __future__ import annotations

import base64
import hmac
import secrets
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode

import segno
from django.utils.crypto import constant_time_compare

STEP = 30
"""Seconds for which the same digits are shown."""
DIGITS = 6
EARLY_OR_LATE = 1
"""So many steps a clock may be wrong."""


def new_key() -> str:
    """160 random bits, written as apps want them."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def step_of(at: datetime) -> int:
    """Which half minute of all time this is."""
    return int(at.timestamp()) // STEP


def digits(key: str, step: int) -> str:
    """What an app with this key shows in that half minute."""
    made = hmac.digest(base64.b32decode(key), step.to_bytes(8, "big"), "sha1")
    where = made[-1] & 15
    number = int.from_bytes(made[where : where + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def step_shown(key: str, typed: str, at: datetime) -> int | None:
    """The half minute whose digits were typed, now or just before or after; None if they are not right."""
    now, plain = step_of(at), "".join(unicodedata.normalize("NFKC", typed).split())
    near = range(now - EARLY_OR_LATE, now + EARLY_OR_LATE + 1)
    right = [step for step in near if constant_time_compare(digits(key, step), plain)]
    return max(right, default=None)


def address(key: str, whose: str) -> str:
    """What the picture says, and a link on the phone itself."""
    said = {"secret": key, "issuer": "Alongside"}
    return f"otpauth://totp/{quote(f'Alongside:{whose}')}?{urlencode(said)}"


def in_fours(key: str) -> str:
    """The key to type by hand."""
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))


@dataclass(frozen=True)
class Picture:
    """A QR code as one path: ``size`` by ``size`` squares, the quiet edge included."""

    size: int
    path: str


def picture(text: str) -> Picture:
    """The QR code of this text, to be drawn in the page."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=4)]
    path = "".join(f"M{x} {y}h{wide}v1h-{wide}z" for y, row in enumerate(rows) for x, wide in _dark(row))
    return Picture(len(rows), path)


def _dark(row: Iterable[int]) -> Iterator[tuple[int, int]]:
    begun = None
    for x, dark in enumerate([*row, 0]):
        if dark and begun is None:
            begun = x
        elif not dark and begun is not None:
            yield begun, x - begun
            begun = None
