"""What ends in this room, and who must stay gone."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from alongside.journal.privacy import Forget
from alongside.people.days import day_of

from .yours.erased import back_again, erase_again
from .yours.wishes import Answer, Wish

LASTS = timedelta(days=365)
"""Long enough to complain about an answer."""


def _old(at: datetime) -> QuerySet[Wish]:
    before = day_of(at - LASTS)
    over = Q(answered__on__lte=before) | Q(taken_back__on__lte=before)
    return Wish.objects.filter(over).filter(~Q(words="") | Q(answered__words__gt=""))


def _empty(at: datetime) -> int:
    which = list(_old(at).values_list("pk", flat=True))
    Answer.objects.filter(wish__in=which).update(words="")
    return Wish.objects.filter(pk__in=which).update(words="")


RULES = [
    Forget(
        name="wishes",
        sentence="What you asked us about what we keep of you goes a year after we have answered.",
        run=_empty,
        left=lambda at: _old(at).count(),
    ),
    Forget(
        name="erased",
        sentence="Whoever we have erased is erased again at once, if an old backup brings them back.",
        run=erase_again,
        left=lambda _at: sum(1 for _ in back_again()),
    ),
]
