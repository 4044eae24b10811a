"""What ends in this room."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.documents.models import Text
from alongside.journal.privacy import Forget
from alongside.safety.models import Reading

from .answers import Sheet
from .comments import Comment, CommentDoor
from .findings import Finding
from .privacy import SHEETS, UNSHOWN

LASTS = timedelta(days=365)
"""Long enough to look again if a figure seems wrong."""


def _old(at: datetime) -> QuerySet[Sheet]:
    return Sheet.objects.filter(review__closed__at__lte=at - LASTS)


def _unshown(at: datetime) -> CommentDoor:
    """Words of a round long closed that its page does not show: unread, kept back, or of a side too few."""
    few = Finding.objects.filter(review=OuterRef("review"), audience=OuterRef("audience"))
    old = Comment.objects.filter(review__closed__at__lte=at - LASTS)
    return old.filter(Q(reading__passed=None) | Exists(few.filter(said__people__0=None)))


def _forget_words(at: datetime) -> int:
    """Each goes with its text, and with what a moderator said of it."""
    with transaction.atomic():
        there = list(_unshown(at).values_list("pk", "text", "reading"))
        Comment.objects.filter(pk__in=[pk for pk, _, _ in there]).delete()
        Text.objects.filter(pk__in=[text for _, text, _ in there]).delete()
        Reading.objects.filter(pk__in=[reading for _, _, reading in there]).delete()
    return len(there)


RULES: list[Forget] = [
    Forget(
        name=SHEETS,
        sentence="A year after a review closed, its single sheets of answers go. What they add up to stays.",
        run=lambda at: _old(at).delete()[1].get("charter.Sheet", 0),
        left=lambda at: _old(at).count(),
    ),
    Forget(
        name=UNSHOWN,
        sentence="A year after a review closed, words that nobody was shown go. No moderator read them, or "
        "one kept them back, or too few of that side answered.",
        run=_forget_words,
        left=lambda at: _unshown(at).count(),
    ),
]
