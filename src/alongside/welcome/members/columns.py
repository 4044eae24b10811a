"""Which column is what, guessed from its heading; and which may not come in at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from django.db.models import TextChoices


class Column(TextChoices):
    NAME = "name", "Name on screen"
    FIRST = "first", "First name"
    LAST = "last", "Family name"
    EMAIL = "email", "E-mail"
    PHONE = "phone", "Phone"
    POST = "post", "Post address"
    POSTCODE = "postcode", "Postcode, or the first part of it"
    LANGUAGE = "language", "Language"
    FORMAT = "format", "Format, such as Easy Read"
    CONSENT = "consent", "May we write to you"
    CONSENT_ON = "consent-on", "Day on which they said so"
    JOINED = "joined", "Joined on"


_HEADINGS = (
    (Column.CONSENT_ON, r"(date|day|when|on)\b.*\b(consent|permission|agreed|opt|gdpr)|"
                        r"\b(consent|permission|agreed|gdpr|opt in)\b.*\b(date|day|on|when)\b"),
    (Column.CONSENT, r"\b(consent|permission|gdpr|opt in|opted in|newsletters?|mailing list|"
                     r"may we|can we|ok to|happy to|contact me|keep in touch|marketing)\b"),
    (Column.EMAIL, r"\be ?mails?\b|\bemail address\b|^mail$"),
    (Column.PHONE, r"\b(phone|telephone|tel|mobile|mob|cell|landline|contact number|contact no)\b"),
    (Column.POSTCODE, r"\bpost ?code\b|\bzip\b"),
    (Column.POST, r"\b(address|street|road|house|town|city|county|village|postal)\b"),
    (Column.LANGUAGE, r"\blanguages?\b|\bspeaks\b"),
    (Column.FORMAT, r"\b(format|formats|easy read|large print|accessible information)\b"),
    (Column.JOINED, r"\b(joined|joining|member since|registered|registration|sign up|signed up|"
                    r"date added|start date|since)\b"),
    (Column.FIRST, r"\b(first|given|fore|christian) ?names?\b|^first$"),
    (Column.LAST, r"\b(last|family|sur) ?names?\b|^(last|surname)$"),
    (Column.NAME, r"\bnames?\b|^(member|parent|carer|parent carer|contact|who|person)$"),
)  # fmt: skip
_OF_A_CHILD = re.compile(
    r"\b(child|childs|children|childrens|kids?|sons?|daughters?|siblings?|pupils?|students?|young persons?|"
    r"yp|baby|babies|cyp)\b"
)
_BIRTH = re.compile(r"\b(dob|d o b|birth|birthday|birthdate|born)\b")
_HEALTH = re.compile(
    r"\b(diagnos\w*|conditions?|disabilit\w*|disabled|medical|medication|health|autis\w*|asd|adhd|asc|"
    r"ehcps?|ehc|nhs (no|number)|impairment\w*|special needs|additional needs|sen|sen needs?|send needs?|"
    r"(type|area|category) of needs?|primary needs?|sen status|send status)\b|^send$"
)
NO_CHILD = "It looks like something about a child. A list of members holds nothing about children."
NO_BIRTH = "It looks like a date of birth. We take none in, of anybody."
NO_HEALTH = "It looks like a diagnosis or something about health. We ask what people need, never why."


def plain(heading: str) -> str:
    """A heading in small letters, words alone: "E-mail:" and "e mail" are one."""
    text = unicodedata.normalize("NFKC", heading).casefold()
    return " ".join(re.sub(r"[’'`]", "", re.sub(r"[^\w’'`]|_", " ", text)).split())


def refused(heading: str) -> str:
    """Why a column with this heading may not come in; empty where it may."""
    said = plain(heading)
    if _OF_A_CHILD.search(said):
        return NO_CHILD
    if _BIRTH.search(said):
        return NO_BIRTH
    return NO_HEALTH if _HEALTH.search(said) else ""


def guess(heading: str) -> Column | None:
    """What this column seems to be, or nothing that we know."""
    said = plain(heading)
    if not said or len(said) > 80 or refused(heading):
        return None
    return next((column for column, words in _HEADINGS if re.search(words, said)), None)


def guesses(head: Sequence[str]) -> list[str]:
    """What each column seems to be; each is guessed once, but for the parts of an address."""
    found: list[str] = []
    for heading in head:
        column = guess(heading)
        again = column is not None and column != Column.POST and column.value in found
        found.append("" if column is None or again else column.value)
    halves = Column.FIRST in found and Column.LAST in found
    return ["" if one == Column.NAME and halves else one for one in found]
