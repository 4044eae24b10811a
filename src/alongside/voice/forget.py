"""What ends in this room."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from alongside.journal.privacy import Forget
from alongside.people.days import day_of

from .stories import Teller
from .taking_down import LASTS as READ_BACK
from .taking_down import forget_old, old

LASTS = timedelta(days=3 * 365)


def _tellers(at: datetime) -> int:
    """Close their ways back, and forget which story they led from."""
    gone = 0
    for teller in Teller.objects.filter(story__told_on__lte=day_of(at - LASTS)).select_related("way_back"):
        with transaction.atomic():
            teller.delete()
            if not Teller.objects.filter(way_back=teller.way_back).exists():
                teller.way_back.close(at)
        gone += 1
    return gone


def _left(at: datetime) -> int:
    return Teller.objects.filter(story__told_on__lte=day_of(at - LASTS)).count()


RULES = [
    Forget(
        name="tellers",
        sentence="How to reach whoever told a story goes three years after it was told.",
        run=_tellers,
        left=_left,
    ),
    Forget(
        name="taken down",
        sentence=(
            "What was typed in for somebody, and could not be read back to them, goes after "
            f"{READ_BACK.days} days."
        ),
        run=forget_old,
        left=lambda at: old(at).count(),
    ),
]
