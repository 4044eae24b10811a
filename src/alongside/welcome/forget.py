"""When codes, tries and sessions go."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from alongside.journal.privacy import Forget

from .lasting import LIVES, minutes
from .models import SignInCode, Try

CODES_FOR = timedelta(days=1)
"""How long codes are counted, so that the sixth in a day is a long one."""
TRIES_FOR = timedelta(hours=1)
"""Longer than any limit or code looks back."""


def _codes(at: datetime) -> QuerySet[SignInCode]:
    return SignInCode.objects.filter(at__lte=at - CODES_FOR)


def _tries(at: datetime) -> QuerySet[Try]:
    return Try.objects.filter(at__lte=at - TRIES_FOR)


def tries(at: datetime) -> int:
    """Forget tries that no limit looks at. Returns how many went."""
    return _tries(at).delete()[0]


def _sessions(at: datetime) -> QuerySet[Session]:
    return Session.objects.filter(expire_date__lte=at)


RULES = [
    Forget(
        "sign-in codes",
        f"A code to sign in lives for {minutes(LIVES)} minutes. A day later we forget that it was asked for.",
        run=lambda at: _codes(at).delete()[0],
        left=lambda at: _codes(at).count(),
    ),
    Forget(
        "tries",
        "How often somebody tried to sign in, or wrote from one place, is forgotten after an hour.",
        run=tries,
        left=lambda at: _tries(at).count(),
    ),
    Forget(
        "sessions",
        "Two weeks after you last signed in, you are signed out, and we forget that you were in.",
        run=lambda at: _sessions(at).delete()[0],
        left=lambda at: _sessions(at).count(),
    ),
]
