"""Taking the second step with something typed: the digits of an app, or a recovery code.

Guessing is stopped by counting. Only somebody who is signed in by a code can try, so only whoever reads
a person's mail could make that person wait. Even then there is a way in: a passkey is no guess and is never
counted, and a browser in which the second step was taken before is counted by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from alongside.people.errors import Refused
from alongside.people.models import Person

from . import errors, recovery, totp
from .lasting import WHILE
from .limits import keyed
from .models import Try
from .sealed import seal, unseal
from .second_ways import app_of

A_WHILE, A_DAY = 5, 20
"""So many wrong tries in a quarter of an hour, and in a day."""
PURPOSE = "second step"


def take_step(person: Person, typed: str, at: datetime, known_browser: str = "") -> None:
    """Take it with the digits of the app or with a recovery code, whichever was typed. Each works once.

    ``known_browser`` names the session, if the second step was taken in it before.

    Raises ``ManyTries``, ``ManyTriesToday``, ``WrongDigits``, ``UsedDigits`` or ``NoSuchRecoveryCode``.
    """
    by_paper = recovery.looks_like_one(typed)
    use = (lambda: recovery.spend(person, typed, at)) if by_paper else (lambda: _use_app(person, typed, at))
    counted(person, use, at, known_browser)


def counted(person: Person, use: Callable[[], None], at: datetime, known_browser: str = "") -> None:
    """Let ``use`` say whether this is right, and count it if it is not. Raises what ``use`` raises."""
    whom = keyed(PURPOSE, known_browser or str(person.pk))
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)  # fifty tries at once are counted as fifty
        refused = _too_many(whom, at) or _wrong(use)
        if refused and not isinstance(refused, errors.ManyTries | errors.ManyTriesToday):
            Try.objects.create(purpose=PURPOSE, whom=whom, at=at)
    if refused:
        raise refused  # outside, for the try is kept


def _too_many(whom: str, at: datetime) -> Refused | None:
    today = Try.objects.filter(purpose=PURPOSE, whom=whom, at__gt=at - timedelta(days=1))
    if today.count() >= A_DAY:
        return errors.ManyTriesToday()
    return errors.ManyTries() if today.filter(at__gt=at - WHILE).count() >= A_WHILE else None


def _wrong(use: Callable[[], None]) -> Refused | None:
    try:
        with transaction.atomic():
            use()
    except Refused as refused:
        return refused
    return None


def _use_app(person: Person, typed: str, at: datetime) -> None:
    app = app_of(person)
    key = unseal(app.key) if app else None
    step = totp.step_shown(key, typed, at) if key else None
    if app is None or key is None or step is None:
        raise errors.WrongDigits
    if step <= app.last_step:
        raise errors.UsedDigits
    app.last_step, app.key = step, seal(key)  # with the secret key of today
    app.save(update_fields=["last_step", "key"])
