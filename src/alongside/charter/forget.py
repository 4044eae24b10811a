"""What ends in this room."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from alongside.journal.privacy import Forget

from .answers import Sheet
from .privacy import SHEETS

LASTS = timedelta(days=365)
"""Long enough to look again if a figure seems wrong."""


def _old(at: datetime) -> QuerySet[Sheet]:
    return Sheet.objects.filter(review__closed__at__lte=at - LASTS)


RULES: list[Forget] = [
    Forget(
        name=SHEETS,
        sentence="A year after a review closed, its single sheets of answers go. What they add up to stays.",
        run=lambda at: _old(at).delete()[1].get("charter.Sheet", 0),
        left=lambda at: _old(at).count(),
    ),
]
