"""Ten codes on paper for the day the phone is gone. Shown once; kept as digests; each works once."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.crypto import pbkdf2

from alongside.journal import models as journal
from alongside.people.days import midnight
from alongside.people.models import Person

from . import notices
from .errors import NoSuchRecoveryCode
from .limits import keyed
from .sealed import keys
from .second_ways import RecoveryCode, RecoverySpent

MANY = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without i, l, o, 0 and 1, which look alike on paper."""
LONG, FOURS = 12, 4


def new_codes(person: Person, at: datetime) -> list[str]:
    """Ten new codes; the older ones end. Nobody can see them again."""
    codes = ["".join(secrets.choice(LETTERS) for _ in range(LONG)) for _ in range(MANY)]
    digests = [_digest(person, code) for code in codes]
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        RecoveryCode.objects.filter(person=person).delete()
        RecoveryCode.objects.bulk_create(
            RecoveryCode(person=person, code=digest, at=at) for digest in digests
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
    code = known.filter(code__in=[_digest(person, typed, key) for key in keys()]).first()
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


def _digest(person: Person, typed: str, key: str | None = None) -> str:
    """Slow on purpose: whoever has our database and our secret key still cannot try all codes from paper."""
    salt = keyed("recovery code of", str(person.pk), key)
    return pbkdf2(_plain(typed), salt, settings.RECOVERY_ROUNDS, digest=hashlib.sha256).hex()
