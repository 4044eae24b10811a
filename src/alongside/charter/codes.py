"""A code for each family, where a school wants nobody to answer twice. It leads to no answer."""

from __future__ import annotations

import secrets
import uuid

from django.db import models, transaction

from alongside.messages.models import digest
from alongside.people.models import Person

from .errors import NeedsACode, NoCodesHere, NoSuchCode, NotTheChampion, RoundOver
from .reviews import Link, Review, is_champion

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


def give(link: Link, many: int, by: Person) -> list[str]:
    """So many new codes, in words to print: "abcd-efgh". They cannot be shown again.

    Raises ``NotTheChampion``, ``NoCodesHere`` and ``RoundOver``.
    """
    if not is_champion(by, link.review.organisation):
        raise NotTheChampion
    if not link.by_code:
        raise NoCodesHere
    plain = [_new() for _ in range(min(many, MOST))]
    with transaction.atomic():
        if Review.locked(link.review_id).is_closed:
            raise RoundOver
        Code.objects.bulk_create(Code(link=link, code_digest=_kept(one, link)) for one in plain)
    return plain


def look(link: Link, typed: str) -> None:
    """Whether somebody could answer with this code, however it was typed. Raises ``NoSuchCode`` if not."""
    if not Code.objects.filter(link=link, code_digest=_kept(typed, link)).exists():
        raise NoSuchCode(field="code")


def spend(link: Link, typed: str) -> None:
    """Use a code up, within the transaction that keeps the sheet. Raises ``NeedsACode`` or ``NoSuchCode``."""
    if not typed.strip():
        raise NeedsACode(field="code")
    gone, _ = Code.objects.filter(link=link, code_digest=_kept(typed, link)).delete()
    if not gone:
        raise NoSuchCode(field="code")


def _new() -> str:
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def _kept(typed: str, link: Link) -> str:
    plain = "".join(letter for letter in typed.lower() if letter in LETTERS)
    return digest(f"{link.pk}:{plain}")
