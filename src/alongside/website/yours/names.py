"""A person's name and addresses where they stand in what we wrote to others, and in the outbox folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from alongside.messages.models import Attempt, Gone, Message
from alongside.messages.transports.folder import outbox
from alongside.people.persons import BLANK

OVER = (Gone.How.SENT, Gone.How.BY_HAND, Gone.How.CANCELLED, Gone.How.LATE)
"""Nobody opens these here any more. They would be emptied half a year on, and are emptied now."""


def take_out(words: Iterable[str]) -> None:
    """Empty what has gone to others and holds one of these words; write over it in what still waits.

    So somebody called Will or May harms no sentence that anybody is still to read, but for a rare one.
    """
    found = [word for word in words if word]
    if not found:
        return
    holds, whole = Q(), re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in found))
    for word in found:
        holds |= Q(body__contains=word) | Q(subject__contains=word)
    for message in Message.objects.filter(holds).select_related("gone"):
        if not whole.search(f"{message.subject}\n{message.body}"):
            continue
        gone: Gone | None = getattr(message, "gone", None)
        if gone is not None and gone.how in OVER:
            message.subject = message.body = ""
        else:
            message.subject, message.body = whole.sub(BLANK, message.subject), whole.sub(BLANK, message.body)
        message.save(update_fields=["subject", "body"])


def empty(messages: Iterable[UUID]) -> None:
    """What these said goes, and the tries to send them; that they were sent stays."""
    which = list(messages)
    Attempt.objects.filter(message__in=which).delete()
    Gone.objects.filter(message__in=which).update(why="")
    Message.objects.filter(pk__in=which).update(subject="", body="")


def clear_outbox(messages: Iterable[UUID], words: Iterable[str]) -> None:
    """Remove the files of these messages, and every file that holds one of these words."""
    names, holds = {str(pk) for pk in messages}, [word.encode() for word in words if word]
    for file in outbox().iterdir():
        theirs = any(name in file.name for name in names)
        if theirs or (file.is_file() and any(word in file.read_bytes() for word in holds)):
            file.unlink(missing_ok=True)
