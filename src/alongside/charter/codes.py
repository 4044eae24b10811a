"""A code for each family, where a school wants nobody to answer twice. It leads to no answer."""

from __future__ import annotations

import secrets
import uuid

from django.db import models, transaction

from alongside.messages.models import digest
from alongside.people.models import Person
from alongside.people.once import once

from .asking import looks_after
from .errors import CodesMade, NeedsACode, NoCodesHere, NoSuchCode, NotACode, NotYoursToGive, RoundOver
from .reviews import Link, Review

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are mistaken for one another on paper: i, l, o, 0 and 1."""
LENGTH = 8
MOST = 500
"""Codes that are made at once: one school's worth."""


class Code(models.Model):
    """One family may answer once. When it has, the row is gone: what is left says who may still answer, and
    nothing says what anybody answered. We keep a digest, so nobody can print the same codes twice.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    link = models.ForeignKey(Link, models.CASCADE, related_name="codes")
    code_digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return "a family's code"


class CodeSet(models.Model):
    """Codes that one press made, so that the same page sent twice makes no second set. It holds none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    link = models.ForeignKey(Link, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return "a set of codes"


def give(link: Link, many: int, by: Person, key: uuid.UUID | None = None) -> list[str]:
    """So many new codes, in words to print: "abcd-efgh". They cannot be shown again.

    The forum makes them: at the place itself, who gave a code to whom would know whose sheet is missing.
    Raises ``NotYoursToGive``, ``NoCodesHere`` and ``RoundOver``; ``CodesMade`` where this ``key`` made some.
    """
    if not looks_after(by, link.review):
        raise NotYoursToGive
    if not link.by_code:
        raise NoCodesHere
    plain = [_new() for _ in range(min(many, MOST))]
    with transaction.atomic():
        if Review.locked(link.review_id).is_closed:
            raise RoundOver
        if once(CodeSet.objects.filter(link=link), key, "form_key"):
            raise CodesMade
        CodeSet.objects.create(form_key=key or uuid.uuid4(), link=link)
        Code.objects.bulk_create(Code(link=link, code_digest=_kept(one, link)) for one in plain)
    return plain


def must_look_right(typed: str) -> None:
    """Whether this may be a code at all, however it was typed. Raises ``NotACode`` if a letter is wrong.

    It does not look whether there is such a code: who noted to whom they gave it would see who answered.
    """
    if not _fits(_plain(typed)):
        raise NotACode(field="code")


def spend(link: Link, typed: str) -> None:
    """Use a code up, within the transaction that keeps the sheet. Raises ``NeedsACode`` or ``NoSuchCode``."""
    if not typed.strip():
        raise NeedsACode(field="code")
    gone, _ = Code.objects.filter(link=link, code_digest=_kept(typed, link)).delete()
    if not gone:
        raise NoSuchCode(field="code")


def _new() -> str:
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH - 1))
    letters += next(last for last in LETTERS if _fits(letters + last))
    return f"{letters[:4]}-{letters[4:]}"


def _fits(plain: str) -> bool:
    """Its last letter follows from the others: one wrong letter, or two that changed places, do not fit.

    There are 31 letters, and 31 is prime, so that a sum with weights of 1 to 8 finds both.
    """
    weighed = sum(place * LETTERS.index(letter) for place, letter in enumerate(plain, start=1))
    return len(plain) == LENGTH and weighed % len(LETTERS) == 0


def _plain(typed: str) -> str:
    return "".join(letter for letter in typed.lower() if letter in LETTERS)


def _kept(typed: str, link: Link) -> str:
    return digest(f"{link.pk}:{_plain(typed)}")
