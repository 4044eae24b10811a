"""What ends in this room."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.journal.privacy import Forget

from . import drafts
from .days import day_of
from .models import ReadingAuthor

AUTHORS = timedelta(days=3 * 365)


def _authors(at: datetime) -> int:
    return ReadingAuthor.objects.filter(reading__since__lte=day_of(at - AUTHORS)).delete()[0]


def _authors_left(at: datetime) -> int:
    return ReadingAuthor.objects.filter(reading__since__lte=day_of(at - AUTHORS)).count()


RULES = [
    Forget(
        name="drafts",
        sentence=(
            "What somebody was writing goes 24 hours after its last page, and its words go when it is sent."
        ),
        run=drafts.forget,
        left=drafts.overdue,
    ),
    Forget(
        name="authors",
        sentence="Who wrote something that was moderated goes three years after it came in.",
        run=_authors,
        left=_authors_left,
    ),
]
