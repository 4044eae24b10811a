"""Whom a human has to reach, and what about: never the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from alongside.messages.models import Message
from alongside.messages.task import Task, task_of
from alongside.promises.models import Told

ABOUT = {
    "answered": "A service has answered what they told us",
    "asked": "Somebody told us how it is with this service, and would like an answer",
    "changed": "A moderator took something out of what they told us",
    "evidence": "A service shows what they told us for its charter",
    "filed": "The forum has said whom it is about, what they told us",
    "opened": "Somebody looked up who told us",
    "published": "Everyone can read now what they told us",
    "rests": "A group has taken up what they told us",
    "thanks": "Our thanks for what they told us, with the address of their own page",
}
"""By the kind of the message, whose own subject says nothing on purpose: others may see the screen."""


@dataclass(frozen=True)
class ToReach:
    """One person to ring, to write to, or to reach in some other way."""

    message: Message
    task: Task
    about: str


def to_reach(messages: Sequence[Message]) -> list[ToReach]:
    """Each with what it is about; of a promise its title. One query, however many they are."""
    titles = _promises(messages)
    return [
        ToReach(message, task_of(message), _about(message, titles.get(message.pk, "")))
        for message in messages
    ]


def _about(message: Message, title: str) -> str:
    said = ABOUT.get(message.kind) or message.subject or "We no longer keep what it was about"
    return f"{said}: {title}" if title else said


def _promises(messages: Sequence[Message]) -> dict[UUID, str]:
    """The promise that a message tells of, or asks about once more."""
    told = [message.pk for message in messages if message.kind == "told"]
    if not told:
        return {}
    rows = Told.objects.filter(Q(message__in=told) | Q(asked_again__in=told))
    found = rows.values_list("message", "asked_again", "delivered__promise__title")
    return {pk: title for first, again, title in found for pk in (first, again) if pk}
