"""When messages and ways back go."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.journal.privacy import Forget

from .models import Attempt, Gone, Message, WayBack
from .transports.folder import outbox

GONE_FOR = timedelta(days=180)
"""Long enough to answer "what did you write to me?", and no longer."""
FILES_FOR = timedelta(days=30)


def _used_secrets(at: datetime) -> QuerySet[Message]:
    over = Q(gone__isnull=False) & ~Q(gone__how=Gone.How.KEPT) | Q(useless_at__lte=at)
    return Message.objects.filter(over, secret=True).exclude(body="")


def _old(at: datetime) -> QuerySet[Message]:
    gone = Message.objects.filter(gone__at__lte=at - GONE_FOR).exclude(gone__how=Gone.How.KEPT)
    return gone.exclude(subject="", body="", leave="", gone__why="")


def _closed(at: datetime) -> QuerySet[WayBack]:
    closed = WayBack.objects.filter(closed_at__lte=at)
    return closed.exclude(address="", call_me="", hint="", person=None)


def _read_on_closed_links(at: datetime) -> QuerySet[Message]:
    read = Message.objects.filter(way_back__closed_at__lte=at, gone__how=Gone.How.KEPT)
    return read.exclude(subject="", body="")


def _empty(found: QuerySet[Message]) -> int:
    """Rows stay, because promises point at them; what they said goes, and so do the tries."""
    with transaction.atomic():
        which = list(found.values_list("pk", flat=True))
        Attempt.objects.filter(message__in=which).delete()
        Gone.objects.filter(message__in=which).update(why="")
        Message.objects.filter(pk__in=which).update(subject="", body="", leave="")
    return len(which)


def _old_files(at: datetime) -> list[Path]:
    before = (at - FILES_FOR).date()
    return [file for file in outbox().iterdir() if (day := _day_of(file)) and day < before]


def _day_of(file: Path) -> date | None:
    try:
        return date.fromisoformat(file.name.lstrip(".")[:10])
    except ValueError:
        return None


def _take_files(at: datetime) -> int:
    files = _old_files(at)
    for file in files:
        file.unlink(missing_ok=True)
    return len(files)


RULES = [
    Forget(
        "secrets that were used",
        "A code in a message goes once it is sent, or when its time is over.",
        run=lambda at: _used_secrets(at).update(body=""),
        left=lambda at: _used_secrets(at).count(),
    ),
    Forget(
        "messages that have gone",
        "Half a year after a message has gone, what it said goes too. That it was sent stays.",
        run=lambda at: _empty(_old(at)),
        left=lambda at: _old(at).count(),
    ),
    Forget(
        "closed ways back",
        "When a way back is closed, we forget where it led and what was shown there.",
        run=lambda at: (
            _closed(at).update(address="", call_me="", hint="", person=None)
            + _empty(_read_on_closed_links(at))
        ),
        left=lambda at: _closed(at).count() + _read_on_closed_links(at).count(),
    ),
    Forget(
        "files in the outbox",
        f"Files in the outbox folder go after {FILES_FOR.days} days.",
        run=_take_files,
        left=lambda at: len(_old_files(at)),
    ),
]
