"""Being signed in, in one browser; and where that is kept.

Django keeps what it knows of a session under the secret that the browser holds. We keep it under a digest of
the secret, so that whoever reads the database cannot step into anybody's place; and we say whose it is, so
that its owner can see it and end it.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from alongside.people.models import Person


class Session(AbstractBaseSession):
    """What one browser is known by; signed in, if it has a person. Days, never hours: nobody is watched."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    browser = models.CharField(max_length=80, blank=True)
    since = models.DateField(null=True)
    used_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.browser or "a browser"

    @classmethod
    def get_session_store_class(cls) -> Any:
        """Where sessions come from: Django asks."""
        from .store import SessionStore

        return SessionStore


def live_of(person: Person, at: datetime) -> models.QuerySet[Session]:
    """Where this person is signed in, the newest first."""
    return Session.objects.filter(person=person, expire_date__gt=at).order_by("-since", "pk")


def end_sessions(person: Person, but: str = "") -> int:
    """Sign this person out everywhere, but in the browser that holds the secret ``but``. How many ended."""
    ended, _ = Session.objects.filter(person=person).exclude(pk=kept_as(but)).delete()
    return ended


def end_all_sessions() -> int:
    """Sign everybody out everywhere; what somebody wrote who is not signed in stays. How many there were."""
    ended, _ = Session.objects.exclude(person=None).delete()
    return ended


def kept_as(secret: str) -> str:
    """Under which name the session with this secret is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()[:40]
