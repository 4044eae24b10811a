"""Phone numbers: kept in one form, so that "01632 960 101" and "+44 1632 960101" are one phone."""

from __future__ import annotations

import re

import phonenumbers

HOME = "GB"
"""Where a number without a country is at home."""


def normalise(text: str) -> str | None:
    """The number as we keep it ("+441632960101"), or none if this cannot be a phone number.

    Only the length is judged, not whether the number is given out: invented numbers (01632 960…) and
    brand-new ones must pass.
    """
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spoken(number: str) -> str:
    """The number as people here read it aloud ("01632 960 101"); as it is, if we cannot read it."""
    try:
        parsed = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException:
        return number
    at_home = phonenumbers.region_code_for_country_code(parsed.country_code or 0) == HOME
    how = phonenumbers.PhoneNumberFormat
    written = phonenumbers.format_number(parsed, how.NATIONAL if at_home else how.INTERNATIONAL)
    return re.sub(r"\b(\d{3})(\d{3})\b", r"\1 \2", written)
