"""Ten codes on paper for the day the phone is gone. Shown once; kept as digests; each works once."""

from __future__ import annotations

import secrets
import unicodedata
from datetime import datetime

from django.db import transaction

from alongside.journal import models as journal
from alongside.people.days import midnight
from alongside.people.models import Person

from . import notices
from .errors import NoSuchRecoveryCode
from .limits import keyed
from .second_ways import RecoveryCode, RecoverySpent

MANY = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without i, l, o, 0 and 1, which look alike on paper."""
LONG, FOURS = 12, 4


def new_codes(person: Person, at: datetime) -> list[str]:
    """Ten new codes; the older ones end. Nobody can see them again."""
    codes = ["".join(secrets.choice(LETTERS) for _ in range(LONG)) for _ in range(MANY)]
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        RecoveryCode.objects.filter(person=person).delete()
        RecoveryCode.objects.bulk_create(
            RecoveryCode(person=person, code=_digest(person, code), at=at) for code in codes
        )
        journal.record("recovery.renewed", area_id=person.area_id, about=person, at=midnight(at), by=person)
    return [in_fours(code) for code in codes]


def left(person: Person) -> int:
    """How many codes still work."""
    return RecoveryCode.objects.filter(person=person, spent=None).count()


def looks_like_one(typed: str) -> bool:
    """Whether a recovery code was meant, not the digits of an app: it has a letter, or is long."""
    plain = _plain(typed)
    return len(plain) > LONG // 2 or not plain.isdecimal()


def spend(person: Person, typed: str, at: datetime) -> None:
    """Use one up, and tell its owner. Raises ``NoSuchRecoveryCode``."""
    known = RecoveryCode.objects.select_for_update(of=("self",)).filter(person=person, spent=None)
    code = known.filter(code=_digest(person, typed)).first()
    if code is None:
        raise NoSuchRecoveryCode
    RecoverySpent.objects.create(code=code, at=at)
    journal.record("recovery.used", area_id=person.area_id, about=person, at=midnight(at), by=person)
    notices.recovery_used(person, code.pk, left(person), at)


def in_fours(code: str) -> str:
    """As it stands on paper."""
    return "-".join(code[at : at + FOURS] for at in range(0, len(code), FOURS))


def _plain(typed: str) -> str:
    kept = unicodedata.normalize("NFKC", typed).lower()
    return "".join(mark for mark in kept if mark.isalnum())


def _digest(person: Person, typed: str) -> str:
    return keyed(f"recovery code of {person.pk}", _plain(typed))
