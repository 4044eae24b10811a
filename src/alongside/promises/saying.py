"""*Did it help?* One press, words if they like, and what follows from a *no*."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction

from alongside.people.days import day_of
from alongside.people.errors import Refused
from alongside.safety.models import Reading

from . import days, no_said
from .errors import Fixed
from .promise import Promise
from .telling import Told, Verdict

Answer = Verdict.Answer


def say(told: Told, answer: str, words: str, on: date, *, may_show: bool = False) -> Verdict:
    """The teller's verdict. However often it is pressed, one telling and one asking give one verdict.

    ``on`` is a day: the hour at which a teller speaks is kept nowhere. Without ``words`` those that are
    there stay. Raises ``Fixed`` when a changed press comes after somebody has acted on the first.
    """
    if answer not in Answer.values:
        raise Refused("Please press one of the four.")
    today = day_of(on)
    with transaction.atomic():
        Promise.locked(told.delivered.promise_id)
        held = Told.objects.select_related("delivered__promise__area", "way_back").get(pk=told.pk)
        before = held.verdict
        if before and before.answer != answer and not may_change(before, today):
            raise Fixed
        verdict, was = _written(held, before, answer, today)
        new_words = bool(words.strip()) and _put_words(verdict, words, may_show, today)
        if was != answer:
            _is_written_on(verdict, was, today)
        elif new_words and answer == Answer.NO:
            no_said.goes_back(verdict, today)
    return verdict


def _written(told: Told, before: Verdict | None, answer: str, on: date) -> tuple[Verdict, str]:
    """The verdict as it is now, and what it said before ("" for nothing)."""
    if before is None:
        return Verdict.objects.create(told=told, number=told.number, answer=answer, on=on), ""
    was = before.answer
    if was != answer:
        before.answer, before.on = answer, on
        before.save(update_fields=["answer", "on"])
    return before, was


def add_words(verdict: Verdict, words: str, on: date, *, may_show: bool) -> Verdict:
    """Words to go with a press; they can be put anew until somebody has answered them."""
    today = day_of(on)
    with transaction.atomic():
        Promise.locked(verdict.told.delivered.promise_id)
        held = Verdict.objects.select_related("told__delivered__promise__area", "reading").get(pk=verdict.pk)
        if _put_words(held, words, may_show, today) and held.answer == Answer.NO:
            no_said.goes_back(held, today)
    return held


def _put_words(verdict: Verdict, words: str, may_show: bool, on: date) -> bool:
    """Keep the words; those that may be shown wait for a moderator, and new words wait anew."""
    may_show = may_show and bool(words.strip())
    if (words, may_show) == (verdict.words, verdict.may_show):
        return False
    if verdict.is_answered:
        raise Fixed
    if verdict.reading:
        verdict.reading.drop(on)
    newly_said = words != verdict.words
    verdict.words, verdict.words_on, verdict.may_show = words, on, may_show
    promise = verdict.told.delivered.promise
    about, area = promise.organisation, promise.area
    verdict.reading = Reading.open(area=area, about=about, on=on) if may_show else None
    verdict.save(update_fields=["words", "words_on", "may_show", "reading"])
    return newly_said


def _is_written_on(verdict: Verdict, was: str, on: date) -> None:
    """A *no* goes back to both owners tomorrow; taken back, it does not. All else waits for ``counting``."""
    if verdict.answer == Answer.NO:
        no_said.goes_back(verdict, on)
    elif was == Answer.NO:
        no_said.is_taken_back(verdict, on)


def may_change(verdict: Verdict, on: date) -> bool:
    """A press can be changed for a week, unless an owner has answered it or acted on it.

    A week, since thumbs slip and a night brings thoughts; not longer, since others build on it. After that
    we ask again anyway.
    """
    delivered = verdict.told.delivered
    reopened = getattr(delivered, "reopened", None)
    return (
        verdict.number == verdict.told.number
        and not verdict.is_answered
        and on <= verdict.on + days.MIND_CHANGED
        and not (reopened and reopened.by_id)
        and delivered.number == max(one.number for one in delivered.promise.deliveries.all())
    )


def must_open_again(answers: Collection[str]) -> bool:
    """The rule: a third of those who answered say no. The only one who answered is all of them."""
    noes = sum(answer == Answer.NO for answer in answers)
    return noes > 0 and 3 * noes >= len(answers)
