"""Asking for a code, and spending it."""

from __future__ import annotations

import secrets
import unicodedata
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import constant_time_compare

from alongside.messages.models import Channel, digest
from alongside.messages.say import say
from alongside.people import addresses
from alongside.people.errors import Refused
from alongside.people.models import Person

from . import errors, watch
from .lasting import LIVES, minutes
from .limits import keyed
from .models import SignInCode, Spent, Try
from .sealed import keys

SHORT, LONG = 6, 10
SHORT_A_DAY = 4
"""So many codes for one address in a day are short; then they are long. See ``limits``."""
AT_ONCE = 5
"""So many codes are sent to one address in 15 minutes; then the newest is shared."""
STILL_OF_USE = timedelta(minutes=5)
TRIES = 5
_TRY = "type a code"


def ask(address: str, at: datetime) -> str:
    """Send a code to whoever has this address. Returns the secret by which this browser is known again.

    It does, keeps and returns the same if nobody has the address, but for the message. (Writing that message
    takes a moment; sending it is the worker's work, so no mail server's slowness tells anything.)
    """
    person = Person.objects.at_address(address)
    whom = keyed("code for", addresses.normalise(address) or address)
    browser = secrets.token_urlsafe(32)
    waiting = SignInCode(person=person, whom=whom, browser=digest(browser), at=at, dies_at=at + LIVES)
    with transaction.atomic():
        if person is not None:
            # One after the other, so that a hundred askings at once are counted as a hundred.
            Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        if not _shares(waiting):
            _send(waiting, Channel.EMAIL if "@" in address else Channel.TEXT)
    return browser


def forget_browser(browser: str) -> None:
    """This browser asks anew and no longer waits for the older code. Others may: the code itself stays."""
    SignInCode.objects.filter(browser=digest(browser)).update(browser="")


def spend(browser: str, typed: str, at: datetime) -> Person:
    """Who may sign in with this code in this browser. Works once.

    Raises ``TooOld``, ``TooManyTries``, ``UsedAlready`` or ``WrongCode``.
    """
    with transaction.atomic():
        found = _spend(browser, typed, at)  # a wrong try is kept, so nothing is raised in here
    if isinstance(found, Person):
        return found
    watch.refused("sign in by a code", found)
    raise found


def _shares(waiting: SignInCode) -> bool:
    sent = SignInCode.objects.filter(whom=waiting.whom, same_as=None)
    if sent.filter(at__gt=waiting.at - LIVES).count() < AT_ONCE:
        return False
    usable = sent.filter(is_long=True, spent=None, dies_at__gt=waiting.at + STILL_OF_USE)
    newest = usable.order_by("at").last()
    if newest is None:
        return False
    waiting.same_as, waiting.dies_at = newest, newest.dies_at
    waiting.save(force_insert=True)
    return True


def _send(waiting: SignInCode, channel: Channel) -> None:
    today = SignInCode.objects.filter(whom=waiting.whom, same_as=None, at__gt=waiting.at - timedelta(days=1))
    waiting.is_long = today.count() >= SHORT_A_DAY
    digits = _digits(LONG if waiting.is_long else SHORT)
    waiting.code = _digest(waiting, digits)
    waiting.save(force_insert=True)
    person = waiting.person
    if person is None:
        return
    say(
        key=f"sign-in:{waiting.pk}",
        kind="sign-in",
        subject="Your code to sign in",
        body=_body(person, digits),
        at=waiting.at,
        area=person.area,
        person=person,
        channel=channel,
        secret=True,
        useless_at=waiting.dies_at,
    )


def _spend(browser: str, typed: str, at: datetime) -> Person | Refused:
    row = SignInCode.objects.filter(browser=digest(browser)).order_by("-at").first()
    if row is None:
        return errors.TooOld()
    code = SignInCode.objects.select_for_update().get(pk=row.same_as_id or row.pk)
    spent = Spent.objects.filter(code=code).first()
    if spent is not None and spent.by_id == row.pk:
        return errors.UsedAlready()
    # To any other browser a used code is a wrong one, try by try: else it would say that somebody has this
    # address, and came in just now.
    if code.dies_at <= at:
        return errors.TooOld()
    me = keyed(_TRY, str(row.pk))
    if Try.objects.filter(purpose=_TRY, whom=me).count() >= TRIES:
        return errors.TooManyTries()
    right = any(constant_time_compare(code.code, _digest(code, typed, key)) for key in keys())
    if spent is not None or not right or code.person is None or not code.person.is_active:
        Try.objects.create(purpose=_TRY, whom=me, at=at)
        return errors.WrongCode()
    Spent.objects.create(code=code, by=row, at=at)
    return code.person


def _digest(code: SignInCode, typed: str, key: str | None = None) -> str:
    digits = "".join(unicodedata.normalize("NFKC", typed).split())
    return keyed(f"code {code.pk}", digits, key)


def _digits(many: int) -> str:
    return "".join(secrets.choice("0123456789") for _ in range(many))


def _body(person: Person, digits: str) -> str:
    half = len(digits) // 2
    return (
        f"Hello {person.screen_name},\n\n"
        f"your code to sign in is {digits[:half]} {digits[half:]}\n\n"
        f"Type it on the page where you asked for it. It works once, and for {minutes(LIVES)} minutes.\n\n"
        "You did not ask for it? Then you need not do anything. Please give it to nobody, whoever asks.\n"
    )
