"""E-mail addresses and phone numbers as people type them, and as we keep them."""

from __future__ import annotations

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from . import phones


def email(text: str) -> str | None:
    """The e-mail address as we keep it, or none if this cannot be one.

    Forgives what phones do to an address: spaces, a full stop or comma at the end, capital letters.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()).strip("<>,;.").lower()
    try:
        validate_email(plain)
    except ValidationError:
        return None
    return plain


def normalise(text: str) -> str | None:
    """An e-mail address or a phone number as we keep it, or none if this can be neither."""
    return email(text) if "@" in text else phones.normalise(text)
