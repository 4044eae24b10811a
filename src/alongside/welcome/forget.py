"""When codes, tries and sessions go."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.journal.privacy import Forget
from alongside.messages.models import WayBack
from alongside.people.models import Person

from .joining.asked import Joining
from .lasting import LIVES, minutes
from .members.drafts import BroughtIn
from .models import App, Passkey, RecoveryCode, Session, SignInCode, TakenAway, Try
from .steps import PURPOSE as SECOND

CODES_FOR = timedelta(days=1)
"""How long codes are counted, so that the sixth in a day is a long one."""
LISTS_FOR = timedelta(days=1)
"""How long what was read of a spreadsheet waits to be saved, or its rows to be mended."""
TRIES_FOR = timedelta(hours=1)
"""Longer than any limit or code looks back, but for the second step: it counts a day."""


def _codes(at: datetime) -> QuerySet[SignInCode]:
    return SignInCode.objects.filter(at__lte=at - CODES_FOR)


def _tries(at: datetime) -> QuerySet[Try]:
    short = Q(at__lte=at - TRIES_FOR) & ~Q(purpose=SECOND)
    return Try.objects.filter(short | Q(at__lte=at - CODES_FOR))


def tries(at: datetime) -> int:
    """Forget tries that no limit looks at. Returns how many went."""
    return _tries(at).delete()[0]


def forget_person(person: Person) -> None:
    """Somebody is erased: they are signed in nowhere, and nothing of theirs signs anybody in."""
    for model in (Session, SignInCode, App, Passkey, RecoveryCode, TakenAway):
        model.objects.filter(person=person).delete()


def _sessions(at: datetime) -> QuerySet[Session]:
    return Session.objects.filter(expire_date__lte=at)


def _lists(at: datetime) -> QuerySet[BroughtIn]:
    return BroughtIn.objects.filter(at__lte=at - LISTS_FOR).exclude(cells="", left_out=[], same={})


def _asked_to_join(at: datetime) -> QuerySet[Joining]:
    return Joining.objects.filter(dies_at__lte=at)


def _forget_asking(at: datetime) -> int:
    """The way back goes too, which was only ever for this."""
    with transaction.atomic():
        ways = list(_asked_to_join(at).values_list("way_back", flat=True))
        WayBack.objects.filter(pk__in=ways).delete()
    return len(ways)


RULES = [
    Forget(
        "asking to join",
        "Whoever asks to join a forum has a day to say yes. Then we forget that they asked.",
        run=_forget_asking,
        left=lambda at: _asked_to_join(at).count(),
    ),
    Forget(
        "lists of members",
        "A list of members that somebody sends is kept for a day. Then only the members are left.",
        run=lambda at: _lists(at).update(cells="", left_out=[], same={}),
        left=lambda at: _lists(at).count(),
    ),
    Forget(
        "sign-in codes",
        f"A code to sign in lives for {minutes(LIVES)} minutes. A day later we forget that it was asked for.",
        run=lambda at: _codes(at).delete()[0],
        left=lambda at: _codes(at).count(),
    ),
    Forget(
        "tries",
        "How often somebody tried to sign in, or wrote from one place, is forgotten after an hour. "
        "Wrong tries at a second step are forgotten after a day.",
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
