"""Setting up a second way, and taking one away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from alongside.journal import models as journal
from alongside.people.days import midnight
from alongside.people.models import Person

from . import errors, notices, totp
from .sealed import seal
from .second_ways import App, Passkey, RecoveryCode, Way, has_a_way
from .sessions import end_sessions

MOST_PASSKEYS = 10


def set_up_app(person: Person, key: str, typed: str, at: datetime) -> App:
    """This app becomes a second way, once it has shown the right digits. One that was there before ends.

    Raises ``WrongDigits``.
    """
    step = totp.step_shown(key, typed, at)
    if step is None:
        raise errors.WrongDigits
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        App.objects.filter(person=person).delete()
        app = App.objects.create(person=person, key=seal(key), last_step=step, at=at)
        _added(app, at)
    return app


def add_passkey(person: Person, known_by: str, credential: bytes, called: str, at: datetime) -> Passkey:
    """This device becomes a second way. Raises ``PasskeyKnown`` or ``EnoughPasskeys``."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if Passkey.objects.filter(known_by=known_by).exists():
            raise errors.PasskeyKnown
        if Passkey.objects.filter(person=person).count() >= MOST_PASSKEYS:
            raise errors.EnoughPasskeys
        passkey = Passkey.objects.create(
            person=person, known_by=known_by, credential=credential, called=called, at=at
        )
        _added(passkey, at)
    return passkey


def remove(way: Way, at: datetime, here: str = "") -> None:
    """Its owner takes a way away, and is signed out everywhere but ``here``. With the last way go the codes.

    Who was signed in by this way stays nowhere; who it was not, either.
    """
    person = way.person
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if not type(way).objects.filter(pk=way.pk).exists():
            return
        _record("way.removed", way, at)
        notices.removed(way, at)
        way.delete()
        if not has_a_way(person):
            RecoveryCode.objects.filter(person=person).delete()
        end_sessions(person, but=here)


def _added(way: Way, at: datetime) -> None:
    _record("way.added", way, at)
    notices.added(way, at)


def _record(what: str, way: Way, at: datetime) -> None:
    person, kind = way.person, str(way._meta.verbose_name)
    journal.record(what, area_id=person.area_id, about=person, at=midnight(at), by=person, kind=kind)
