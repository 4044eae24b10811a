"""The nouns of this room, gathered where Django looks for them; first of all the codes."""

from __future__ import annotations

import uuid

from django.db import models

from alongside.people.models import Person

from .joining.asked import Joining
from .members.alike import TwoPeople
from .members.drafts import BroughtIn, Remembered, Saved
from .newsletters.letter import Newsletter, Posted
from .second_ways import App, Passkey, RecoveryCode, RecoverySpent, TakenAway
from .sessions import Session

__all__ = [
    "App",
    "BroughtIn",
    "Joining",
    "Newsletter",
    "Passkey",
    "Posted",
    "RecoveryCode",
    "RecoverySpent",
    "Remembered",
    "Saved",
    "Session",
    "SignInCode",
    "Spent",
    "TakenAway",
    "Try",
    "TwoPeople",
]


class SignInCode(models.Model):
    """One browser waits for one code. We keep digests only; the code dies after 15 minutes.

    ``browser`` is the digest of a cookie: the code works only in the browser that asked for it. There is a
    row for an address that nobody has, too, so that nothing tells the two apart; it has no ``person``.
    ``whom`` is a keyed digest of the address; ``same_as`` is the code that had been sent there already, when
    so many are asked for that we send no more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    whom = models.CharField(max_length=64)
    code = models.CharField(max_length=64)
    browser = models.CharField(max_length=64, db_index=True)
    same_as = models.ForeignKey("self", models.CASCADE, null=True, related_name="+")
    is_long = models.BooleanField(default=False)
    at = models.DateTimeField()
    dies_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["whom", "at"], name="codes_asked_for_in_a_while")]

    def __str__(self) -> str:
        return "a sign-in code"


class Spent(models.Model):
    """The code was used. One row per code: the database lets nobody spend it twice.

    ``by``: the asking of the browser that used it, which may share a code that another one asked for.
    """

    code = models.OneToOneField(SignInCode, models.CASCADE, primary_key=True, related_name="spent")
    by = models.ForeignKey(SignInCode, models.CASCADE, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "spent"


class Try(models.Model):
    """One try at something that is limited. ``whom`` is a keyed digest, never an address."""

    purpose = models.CharField(max_length=20)
    whom = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["purpose", "whom", "at"], name="tries_in_a_while")]

    def __str__(self) -> str:
        return self.purpose
