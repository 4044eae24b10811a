"""What stands in one box, as we keep it. What cannot be kept is a sentence that says what to do."""

from __future__ import annotations

import re
from datetime import date, datetime

from alongside.people import addresses, phones
from alongside.people.errors import Refused

LONGEST_NAME = 80
_SHORTENED = re.compile(r"^\d+([.,]\d+)?e\+?\d+$", re.IGNORECASE)
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y", "%d.%m.%y", "%d-%m-%y", "%d %B %Y",
         "%d %b %Y", "%d %b %y", "%d-%b-%y", "%d-%b-%Y", "%Y/%m/%d")  # fmt: skip
_EARLIEST = date(1950, 1, 1)
_YES = ("yes", "y", "true", "1", "x", "✓", "✔", "ok", "okay", "agreed", "agree", "consented", "opted-in",
        "given")  # fmt: skip
_NO = ("no", "n", "false", "0", "-", "–", "none", "opted-out", "refused", "withdrawn", "never")
FORMATS = {
    "standard": "standard", "normal": "standard", "regular": "standard", "easy read": "easy-read",
    "easyread": "easy-read", "large print": "large-print", "large": "large-print", "audio": "audio",
    "bsl": "bsl", "british sign language": "bsl", "braille": "braille", "translated": "translated",
    "translation": "translated",
}  # fmt: skip
FORMAT_NAMES = {
    "standard": "standard", "easy-read": "Easy Read", "large-print": "large print", "audio": "audio",
    "bsl": "British Sign Language", "braille": "Braille", "translated": "translated",
}  # fmt: skip
_WORDS = re.compile(r"\s*(?:[,;/\n]|\band\b)\s*")
_OUTWARD = re.compile(r"^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})?$")


class Odd(Refused):
    says = "This cannot be kept as it is."


def no_formula(text: str) -> str:
    """Words, and not the way to work them out. Raises ``Odd``."""
    if text.startswith("="):
        raise Odd("There is a formula in it. Put in its place the words or figures that it shows.")
    return text


def name(text: str) -> str:
    """What the others call somebody."""
    said = " ".join(text.split())
    if len(said) > LONGEST_NAME:
        raise Odd(f"The name is too long. Use {LONGEST_NAME} characters at most.")
    if "@" in said:
        raise Odd("There is an e-mail address where the name should be.")
    return said


def email(text: str) -> str | None:
    """An address as we keep it; none where none stands."""
    if not text:
        return None
    kept = addresses.email(text)
    if kept is None or len(kept) > 254:
        raise Odd(f"“{_short(text)}” is not an e-mail address. It should look like name@example.org.")
    return kept


def phone(text: str) -> str | None:
    """A number as we keep it. Spreadsheets lose the first 0, which does no harm."""
    if not text:
        return None
    if _SHORTENED.match(text):
        raise Odd("The spreadsheet has shortened the phone number. Type it once more, as text.")
    kept = phones.normalise(text)
    if kept is None or len(kept) > 20:
        raise Odd(f"“{_short(text)}” is not a phone number. It should look like 01632 960 142.")
    return kept


def day(text: str, today: date) -> date | None:
    """A day that has been; none where none stands."""
    if not text:
        return None
    said = text.removesuffix(" 00:00:00").removesuffix(" 00:00")
    for written in _DAYS:
        try:
            found = datetime.strptime(said, written).date()
        except ValueError:
            continue
        if not _EARLIEST <= found <= today:
            raise Odd(f"“{_short(text)}” is a day that cannot be. Look at the year.")
        return found
    raise Odd(f"We cannot read the day “{_short(text)}”. Write it like 3/5/2024.")


def consent(text: str, today: date) -> tuple[bool | None, date | None]:
    """Whether we may write, and since when if a day stands there. An empty box says nothing."""
    said = text.casefold().strip(" .!")
    if not said:
        return None, None
    if said in _YES:
        return True, None
    if said in _NO:
        return False, None
    try:
        return True, day(text, today)
    except Odd:
        pass
    raise Odd(f"“{_short(text)}” is neither yes nor no. Write yes only if they said that we may write.")


def formats(text: str) -> list[str]:
    """In which formats somebody likes to read."""
    found = []
    for word in _pieces(text):
        kept = FORMATS.get(word.casefold().replace("-", " "))
        if kept is None:
            known = ", ".join(FORMAT_NAMES.values())
            raise Odd(f"We do not know the format “{_short(word)}”. We know: {known}.")
        found.append(kept)
    return list(dict.fromkeys(found))


def languages(text: str) -> list[str]:
    """The languages somebody reads, by their names."""
    found = _pieces(text)
    if any(len(word) > 40 or not any(one.isalpha() for one in word) for word in found):
        raise Odd(f"“{_short(text)}” is not a language. Write its name, for example Polish.")
    return list(dict.fromkeys(word[0].upper() + word[1:] for word in found))


def postcode_area(text: str) -> str:
    """The first part of a postcode. The rest of it goes only into a post address."""
    said = " ".join(text.upper().split())
    if not said:
        return ""
    found = _OUTWARD.match(said)
    if found is None:
        raise Odd(f"“{_short(text)}” is not a postcode. It should look like S60 2AB, or S60.")
    return found[1]


def _pieces(text: str) -> list[str]:
    return [word for word in _WORDS.split(text.strip()) if word]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
