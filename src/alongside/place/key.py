"""Only whoever started the program may begin: they can read what it says, and nobody else can.

The key is worked out from the secret key, so nothing is kept, and it means nothing once an area is there.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.crypto import constant_time_compare, salted_hmac

from alongside.people.models import Area
from alongside.welcome.limits import Limit

from .errors import TooManyKeys, WrongKey

LETTERS = "bcdfghjkmnpqrtvwxyz23456789"
"""None that looks like another, and no vowel, so that no word turns up by chance."""
LONG = 12
TRIES = Limit("begin", 30)
"""For all places together: whoever has the key needs one, and 30 guesses reach nothing."""


def key() -> str:
    """The key, as it is said: three groups of four."""
    number = int.from_bytes(salted_hmac("alongside.place.key", "begin", algorithm="sha256").digest(), "big")
    letters = ""
    for _ in range(LONG):
        number, which = divmod(number, len(LETTERS))
        letters += LETTERS[which]
    return "-".join(letters[start : start + 4] for start in range(0, LONG, 4))


def check(typed: str, at: datetime) -> None:
    """Pass if this is the key, however it is written. Raises ``WrongKey`` or ``TooManyKeys``."""
    if not TRIES.take("all", at):
        raise TooManyKeys
    plain = "".join(letter for letter in typed.lower() if letter.isalnum())
    if not constant_time_compare(plain, key().replace("-", "")):
        raise WrongKey


def may_begin() -> bool:
    """Whether nothing is here yet. A second area is made at the command line."""
    return not Area.objects.exists()
