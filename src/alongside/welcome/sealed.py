"""Sealing what must be read again later: the keys of authenticator apps.

The seal is made with ``ALONGSIDE_SECRET_KEY``, which is not in the database and in no backup of it. With
another secret key a seal cannot be broken any more, so what is in it counts as lost.
"""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac


def seal(words: str) -> str:
    """Only this house can read it."""
    return _fernet().encrypt(words.encode()).decode()


def unseal(sealed: str) -> str | None:
    """What was sealed; None if it was sealed with another secret key."""
    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def _fernet() -> Fernet:
    made = salted_hmac("alongside.welcome sealed", "keys of authenticator apps", algorithm="sha256")
    return Fernet(base64.urlsafe_b64encode(made.digest()))
