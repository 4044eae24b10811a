"""Sealing what must be read again later: keys of authenticator apps, and a link that is shown for an hour.

The seal is made with ``ALONGSIDE_SECRET_KEY``, which is not in the database and in no backup of it. A seal
made with one of ``ALONGSIDE_OLD_SECRET_KEYS`` can still be broken. Otherwise what is in it counts as lost.
"""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def seal(words: str) -> str:
    """Only this house can read it."""
    return _fernets().encrypt(words.encode()).decode()


def unseal(sealed: str) -> str | None:
    """What was sealed; None if it was sealed with a secret key that we have not got."""
    try:
        return _fernets().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def keys() -> list[str]:
    """The secret key, and those it replaced."""
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def _fernets() -> MultiFernet:
    return MultiFernet([_fernet(key) for key in keys()])


def _fernet(key: str) -> Fernet:
    made = salted_hmac(
        "alongside.welcome sealed", "keys of authenticator apps", secret=key, algorithm="sha256"
    )
    return Fernet(base64.urlsafe_b64encode(made.digest()))
