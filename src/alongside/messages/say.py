"""Say something now: a row beside the change it tells of. ``deliver`` sends it later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.people.models import Area, Person

from . import reach
from .models import Channel, Gone, Message, WayBack

PAST = timedelta(days=1)
"""What is said with a moment longer ago than this belongs to a history that is being written down."""


def say(
    *,
    key: str,
    kind: str,
    subject: str,
    body: str,
    at: datetime,
    area: Area,
    person: Person | None = None,
    way_back: WayBack | None = None,
    channel: str | None = None,
    due_at: datetime | None = None,
    secret: bool = False,
    useless_at: datetime | None = None,
    warns: bool = False,
    leave: str = "",
) -> Message:
    """Tell one person, or one way back, one thing. The same ``key`` gives the message that is there.

    ``at`` is what we keep: of what a teller did, midnight, with the moment itself in ``due_at``.
    It goes by ``channel``, else by the way back's, else by the first on the person's own list; at ``due_at``
    or at once, but not in their quiet hours. A call or a letter waits for a human. On a secret link it is
    there from now on. The body of a ``secret`` is emptied afterwards; after ``useless_at`` nothing is sent. A
    secret with such an end is a code that somebody is waiting for: it goes at once, at any hour. So does what
    ``warns``: that somebody signed in as them, or that someone may not be safe, is not for the morning.
    ``leave`` is the whole address where mail programs let its reader end such messages in one press.

    What is said about the past (the demo's two years) has gone already: nobody is rung about last spring.
    """
    message = Message(key=key, kind=kind, subject=" ".join(subject.split())[:200], body=body, area=area)
    message.person, message.way_back, message.secret, message.leave = person, way_back, secret, leave
    message.channel = Channel(channel) if channel else _channel_of(person, way_back)
    moment = due_at or at
    message.said_at, message.due_at, message.useless_at = at, moment, useless_at
    somebody_waits = secret and useless_at is not None
    if not somebody_waits and not warns:
        message.due_at = reach.when(message)
    if message.is_by_hand and message.due_at == moment:
        message.due_at = message.kept(moment)  # a call may wait for days; the worker needs no hour of it
    return _once(message, moment)


def unsaid(keys: Iterable[str]) -> set[str]:
    """Of these keys, those under which nothing was said yet: one question, however many they are."""
    wanted = set(keys)
    return wanted - set(Message.objects.filter(key__in=wanted).values_list("key", flat=True))


def cancel(key: str, *, at: datetime, why: str) -> None:
    """What was to be said is not needed any more. Too late, or never said: nothing happens."""
    with transaction.atomic():
        message = Message.objects.select_for_update().filter(key=key).first()
        if message is not None and not Gone.objects.filter(message=message).exists():
            message.let_go(Gone.How.CANCELLED, at, why=why)


def link(path: str) -> str:
    """The whole address of one of our pages, for a message. Never made from a request."""
    return f"{settings.PUBLIC_ADDRESS}{path}"


def _once(message: Message, moment: datetime) -> Message:
    """The message as it is kept: this one, or the one that was there under its key."""
    with transaction.atomic():
        there = Message.objects.filter(key=message.key).first()
        if there is not None:
            return there
        try:
            with transaction.atomic():
                message.save(force_insert=True)
        except IntegrityError:
            return Message.objects.get(key=message.key)  # somebody said it at this very moment
        _gone_already(message, moment)
    return message


def _channel_of(person: Person | None, way_back: WayBack | None) -> Channel:
    if way_back is not None:
        return Channel(way_back.channel)
    if person is None:
        raise ValueError("a message needs one reader: a person or a way back")
    return reach.channel_for(person)


def _gone_already(message: Message, moment: datetime) -> None:
    how, at = Gone.How, message.said_at
    if message.channel == Channel.LINK:
        message.let_go(how.KEPT, at)
    elif moment < timezone.now() - PAST:
        message.let_go(how.LATE, at, why="said in the demo’s past")
    elif message.way_back is not None and message.way_back.closed_at:
        message.let_go(how.CANCELLED, at, why="the way back is closed")
    elif message.person is not None and message.person.blanked_at:
        message.let_go(how.CANCELLED, at, why="this person has left")
