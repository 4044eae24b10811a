"""What ends in this room."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.journal.privacy import Forget
from alongside.people.days import day_of

from .telling import Verdict, VerdictDoor

LASTS = timedelta(days=3 * 365)
"""As long as a teller can be reached: after that nobody could ask them what they meant."""


def _old_words(at: datetime) -> VerdictDoor:
    """Words that nobody needs any more: those that may be shown stay with the promise."""
    old = Verdict.objects.filter(on__lte=day_of(at - LASTS)).exclude(words="")
    return old.exclude(pk__in=Verdict.objects.shown().values("pk"))


RULES: list[Forget] = [
    Forget(
        name="words with a verdict",
        sentence="What somebody wrote beside “it helped” or “it did not” goes after three years, unless "
        "they said that it may be shown.",
        run=lambda at: _old_words(at).update(words="", may_show=False),
        left=lambda at: _old_words(at).count(),
    ),
]
