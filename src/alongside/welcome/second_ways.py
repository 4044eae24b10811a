"""What somebody can show besides the code: an authenticator app, passkeys, recovery codes."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models

from alongside.people.models import Person

from .lasting import WAIT


class App(models.Model):
    """An authenticator app on a phone. It and we hold one key, and reckon the same six digits from it.

    ``key`` is sealed: a copy of the database alone reckons nothing. ``last_step`` is the half minute whose
    digits were used last; these and older ones are worth nothing any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    last_step = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = "authenticator app"

    def __str__(self) -> str:
        return "Authenticator app"


class Passkey(models.Model):
    """A device that signs for its owner. We hold the half of the key that can only check."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    called = models.CharField(max_length=60)
    known_by = models.CharField(max_length=64, unique=True)
    credential = models.BinaryField()
    counter = models.BigIntegerField(default=0)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Passkey “{self.called}”"


class RecoveryCode(models.Model):
    """One of ten codes on paper, for the day the phone is gone. We keep a digest only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    code = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "code"], name="a_recovery_code_is_one_of_a_kind")
        ]

    def __str__(self) -> str:
        return "a recovery code"


class RecoverySpent(models.Model):
    """The code was used. One row per code: the database lets nobody spend it twice."""

    code = models.OneToOneField(RecoveryCode, models.CASCADE, primary_key=True, related_name="spent")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "spent"


class TakenAway(models.Model):
    """Somebody lost everything, rang, and another took their second ways away. Then comes a day's wait."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    why = models.TextField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = "second ways taken away"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


Way = App | Passkey


def ways_of(person: Person) -> list[Way]:
    """What this person can show besides a code, the oldest first. Recovery codes only stand in for these."""
    app = app_of(person)
    return sorted([*([app] if app else []), *passkeys_of(person)], key=lambda way: way.at)


def app_of(person: Person) -> App | None:
    """Their authenticator app, if they have one."""
    return App.objects.filter(person=person).first()


def passkeys_of(person: Person) -> list[Passkey]:
    """Their passkeys, the oldest first."""
    return list(Passkey.objects.filter(person=person).order_by("at"))


def has_a_way(person: Person) -> bool:
    """Whether a code alone is not all that this person can show."""
    return App.objects.filter(person=person).exists() or Passkey.objects.filter(person=person).exists()


def waits_until(person: Person, at: datetime) -> datetime | None:
    """Until when tasks stay closed, because everything was taken away lately; None if they do not."""
    last = TakenAway.objects.filter(person=person, at__gt=at - WAIT).order_by("at").last()
    return last.at + WAIT if last else None
