"""How many said it, and how many said that it helped: voices of people, so they leave by the one gate.

A number that moves gives away who came in between. So both are counted at a moment that does not move: those
who said it when the decision was taken, those who answered when eight weeks had passed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from alongside.figures.counts import Table
from alongside.figures.disclosure import publishable
from alongside.groups.models import Decision
from alongside.promises.days import ASK_AGAIN, CLOSE
from alongside.promises.models import Delivered, Promise, Verdict
from alongside.voice.links import how_many_told
from alongside.voice.models import Basis

from .numbers import weeks

YES, NOT_YES = "said yes", "said something else"


def how_many_said(promise: Promise, bases: Iterable[Basis], decision: Decision | None) -> str:
    """ "Around 15 voices said much the same", or why no number is there; nothing where nobody did."""
    if decision is None or not decision.is_taken:
        return ""
    taken = decision.taken
    stories = {
        basis.story_id
        for basis in bases
        if basis.story_id and basis.decision_id == decision.pk and basis.at <= taken.at
    }
    if not stories:
        return ""
    table = Table(
        f"said {promise.pk}", {"what": ("much the same",)}, {("much the same",): how_many_told(stories)}
    )
    count = publishable(table, on=timezone.localdate(taken.at), earlier=()).count(what="much the same")
    if count.hidden:
        return "We do not say how many told us, so that nobody can be recognised."
    return f"In all, {count} voices told us much the same."


def answers_of(delivered: Delivered, at: datetime) -> list[str]:
    """Sentences about the answers of one round; none while nobody answered."""
    if not delivered.standing:
        return []
    closes = min(told.at for told in delivered.tellings.all()) + CLOSE
    if at < closes:
        asks_again = closes - CLOSE + ASK_AGAIN
        if at >= asks_again:
            return ["Answers are in, and we have asked everyone a second time."]
        return [f"The first answers are in. We ask everyone again after {weeks(ASK_AGAIN)}."]
    day = timezone.localdate(closes)
    given = Counter(YES if v.counted == Verdict.Answer.YES else NOT_YES for v in delivered.said_before(day))
    return _sentences(delivered, given, day)


def _sentences(delivered: Delivered, given: Counter[str], day: date) -> list[str]:
    counts: dict[tuple[str, ...], int] = {(answer,): number for answer, number in given.items()}
    table = Table(f"answers {delivered.pk}", {"they": (YES, NOT_YES)}, counts)
    published = publishable(table, on=day, earlier=())
    share, everyone = published.share({"they": YES}), published.count()
    if share.hidden or everyone.hidden:
        return ["We do not say how many answered, so that nobody can be recognised."]
    return [f"{str(share).capitalize()} said yes.", f"{str(everyone).capitalize()} voices answered."]
