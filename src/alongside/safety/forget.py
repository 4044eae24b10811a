"""What ends in this room."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.documents.models import Text, Version
from alongside.journal.privacy import Forget
from alongside.people.days import day_of

from . import drafts
from .models import Concern, ReadingAuthor

AUTHORS = timedelta(days=3 * 365)
CONCERNS = timedelta(days=3 * 365)
"""As long as we can reach a teller: time to look back and to answer for what was done. It counts from the day
it was taken in hand, so nothing goes that nobody has read. What has to be kept for longer belongs in the
records of whoever protects the person, under their law, and not in ours."""


def _authors(at: datetime) -> int:
    return ReadingAuthor.objects.filter(reading__since__lte=day_of(at - AUTHORS)).delete()[0]


def _authors_left(at: datetime) -> int:
    return ReadingAuthor.objects.filter(reading__since__lte=day_of(at - AUTHORS)).count()


def _old_concerns(at: datetime) -> QuerySet[Concern]:
    old = Concern.objects.filter(acknowledged__at__lte=at - CONCERNS)
    return old.filter(~Q(words__body="") | Q(way_back__isnull=False, way_back__closed_at=None))


def _concerns(at: datetime) -> int:
    """The row stays, to say that somebody wrote and who took it in hand."""
    gone = 0
    for concern in _old_concerns(at).select_related("way_back"):
        with transaction.atomic():
            Version.objects.filter(text=concern.words_id).update(body="", why="")
            Text.objects.filter(pk=concern.words_id).update(body="")
            if concern.way_back:
                concern.way_back.close(at)
        gone += 1
    return gone


RULES = [
    Forget(
        name="drafts",
        sentence=(
            f"What somebody was writing goes {drafts.LIFE // timedelta(hours=1)} hours after its last page, "
            "and its words go when it is sent."
        ),
        run=drafts.forget,
        left=drafts.overdue,
    ),
    Forget(
        name="authors",
        sentence="That a moderator wrote something goes three years after it came in.",
        run=_authors,
        left=_authors_left,
    ),
    Forget(
        name="concerns",
        sentence=(
            "What somebody wrote because they were worried, and how to reach them, goes three years after it "
            "was taken in hand."
        ),
        run=_concerns,
        left=lambda at: _old_concerns(at).count(),
    ),
]
