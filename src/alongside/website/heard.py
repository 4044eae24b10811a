"""How many said it, and how many said that it helped: numbers of people, so they leave by the one gate.

A number that moves gives away who came in between. So both are counted at a moment that does not move: those
who said it when the decision was taken, those who answered when eight weeks had passed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from alongside.figures.counts import Table
from alongside.figures.disclosure import publishable
from alongside.groups.models import Decision
from alongside.promises.models import Delivered, Promise, Told, Verdict
from alongside.voice.models import Basis

WEEKS_TO_ANSWER = timedelta(weeks=8)
YES, NOT_YES = "said yes", "said something else"


def how_many_said(promise: Promise, bases: Iterable[Basis], decision: Decision | None) -> str:
    """ "Around 15 people said much the same", or why no number is there; nothing where nobody did."""
    if decision is None or not decision.is_taken:
        return ""
    taken = decision.taken
    stories = {basis.story_id for basis in bases if basis.decision_id == decision.pk and basis.at <= taken.at}
    if not stories:
        return ""
    table = Table(f"said {promise.pk}", {"what": ("much the same",)}, {("much the same",): len(stories)})
    count = publishable(table, on=timezone.localdate(taken.at), earlier=()).count(what="much the same")
    if count.hidden:
        return "We do not say how many told us, so that nobody can be recognised."
    return f"In all, {count} people told us much the same."


def answers_of(delivered: Delivered, tellings: Sequence[Told], at: datetime) -> list[str]:
    """Sentences about the answers of one round; none while nobody answered."""
    last: dict[UUID, Verdict] = {}
    verdicts = Verdict.objects.filter(told__in=tellings).order_by("told_id", "number")
    for verdict in verdicts:
        last[verdict.told_id] = verdict
    if not last:
        return []
    closes = min(told.at for told in tellings) + WEEKS_TO_ANSWER
    if at < closes:
        return ["The first answers are in. We ask everyone again after four weeks."]
    day = timezone.localdate(closes)
    in_time = {verdict.told_id: verdict for verdict in verdicts if verdict.on <= day}
    given = Counter(YES if v.answer == Verdict.Answer.YES else NOT_YES for v in in_time.values())
    return _sentences(delivered, given, day)


def _sentences(delivered: Delivered, given: Counter[str], day: date) -> list[str]:
    counts: dict[tuple[str, ...], int] = {(answer,): number for answer, number in given.items()}
    table = Table(f"answers {delivered.pk}", {"they": (YES, NOT_YES)}, counts)
    published = publishable(table, on=day, earlier=())
    share, everyone = published.share({"they": YES}), published.count()
    if share.hidden or everyone.hidden:
        return ["We do not say how many answered, so that nobody can be recognised."]
    return [f"{str(share).capitalize()} said yes.", f"{str(everyone).capitalize()} people answered."]
