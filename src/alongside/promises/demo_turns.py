"""Promises that took a turn: tellers of many minds, another go that helped, an owner who opened one again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from alongside.groups.models import Decision
from alongside.people.days import day_of
from alongside.people.demo import Netherby

from .answering import explain
from .counting import count_for
from .demo import DAY, EVIDENCE, delivered, no, tellings, told
from .models import Promise, Verdict


def of_many_minds(
    n: Netherby, decision: Decision, at: datetime, answers: Sequence[str], words: str, **what: Any
) -> Promise:
    """Each says something else, the earliest teller first; ``words`` go with every *no*."""
    promise = told(n, decision, at, **what)
    on = day_of(at + 26 * DAY)
    there = sorted(tellings(promise), key=lambda one: one.story.told_on)
    for one, answer in zip(there, answers, strict=True):
        one.say(answer, words if answer == Verdict.Answer.NO else "", on)
    return _counted(promise, at + 27 * DAY)


def why_not(promise: Promise, because: str, at: datetime) -> Promise:
    """Its owner there answers every *no* with why it stays as it is."""
    for one in tellings(promise):
        if one.verdict is not None and one.verdict.answer == Verdict.Answer.NO:
            explain(one.verdict, promise.service_owner, because, at)
    promise.refresh_from_db()
    return promise


def another_go(
    n: Netherby, decision: Decision, at: datetime, words: str, then: str, saw: str, **what: Any
) -> Promise:
    """It did not help and opened again by itself. Seven weeks after ``at`` there was more, and that did."""
    promise = no(n, decision, at, words=words, **what)
    promise.deliver(promise.service_owner, then, EVIDENCE, at + 50 * DAY)
    promise.check_it(n.jo, saw, at + 52 * DAY)
    for one in tellings(promise):
        one.say(Verdict.Answer.YES, "", day_of(at + 54 * DAY))
    return _counted(promise, at + 55 * DAY)


def opened_again(
    n: Netherby, decision: Decision, at: datetime, why: str, due: datetime, **what: Any
) -> Promise:
    """Said to be done on the twentieth day; on the thirtieth an owner saw that it was not."""
    promise = delivered(n, decision, at, **what)
    promise.reopen(promise.lived_owner, why, day_of(due), at + 30 * DAY)
    return promise


def _counted(promise: Promise, at: datetime) -> Promise:
    count_for(promise.pk, at)
    promise.refresh_from_db()
    return promise
