"""Everybody presses at the same moment. Real threads, real rows, on both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from alongside.messages.models import Message
from alongside.people.days import day_of
from alongside.people.errors import Refused
from alongside.promises import days, demo
from alongside.promises.clock import ask_again, close_silent
from alongside.promises.counting import count_presses
from alongside.promises.models import (
    Accepted,
    Checked,
    Delivered,
    NotConfirmed,
    Promise,
    Refusal,
    Reopened,
    Told,
    Verdict,
)
from alongside.promises.verify import faults

from .conftest import DAY, Ground, decided, tells_a_story

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def db(transactional_db: None) -> None:
    """Rows that other threads can see."""


@pytest.fixture
def ground(transactional_db: None) -> Iterator[Ground]:
    return Ground.lay()


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all of them in one moment, each over a connection of its own; what was refused is said so."""
    start = Barrier(len(deeds))

    def do(deed: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            start.wait(30)
            return deed()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


def test_twenty_presses_leave_one_verdict(stage, at):
    told, on = demo.tellings(stage("told"))[0], day_of(at + 26 * DAY)
    at_once(*[lambda: Told.objects.get(pk=told.pk).say("no", "", on)] * 20)
    at_once(*[lambda: count_presses(at + 27 * DAY)] * 4)
    assert Verdict.objects.count() == 1
    assert Reopened.objects.count() == 1
    assert Message.objects.filter(key__startswith="verdict-no:").count() == 2
    assert list(faults()) == []


def test_five_tellers_press_at_once_and_the_rule_is_held(told_five, at):
    on = day_of(at + 26 * DAY)
    answers = ["yes", "no", "yes", "no", "partly"]
    presses = [
        lambda told=told, answer=answer: Told.objects.get(pk=told.pk).say(answer, "", on)
        for told, answer in zip(told_five, answers, strict=True)
    ]
    at_once(*presses)
    at_once(*[lambda: count_presses(at + 27 * DAY)] * 4)
    assert Verdict.objects.count() == 5
    assert Reopened.objects.count() == 1
    assert list(faults()) == []


def test_delivered_and_checked_by_many_tells_each_once(netherby, group, at):
    decision = decided(netherby, group, *[tells_a_story(netherby) for _ in range(3)])
    promise = demo.started(netherby, decision, at)
    pk, when = promise.pk, at + 20 * DAY

    def done(owner):
        return lambda: Promise.objects.get(pk=pk).deliver(owner, "It comes in time.", "", when)

    def looks(person):
        return lambda: Promise.objects.get(pk=pk).check_it(person, "I looked.", when)

    checkers = (netherby.asha, netherby.ben, netherby.jo, netherby.gwen)
    at_once(*[done(netherby.owen), done(netherby.priya)] * 3, *[looks(one) for one in checkers] * 3)
    at_once(*[looks(one) for one in checkers] * 4)
    assert Delivered.objects.count() == 1
    assert Checked.objects.count() == 1
    assert Told.objects.count() == 3
    assert Message.objects.filter(key__startswith="told:").count() == 3
    assert list(faults()) == []


def test_the_clock_runs_twice_while_somebody_presses(stage, at):
    told = demo.tellings(stage("told"))[0]
    late = at + 24 * DAY + days.CLOSE
    at_once(
        *[lambda: ask_again(late), lambda: close_silent(late)] * 3,
        lambda: Told.objects.get(pk=told.pk).say("yes", "", day_of(late)),
    )
    assert Message.objects.filter(key__startswith="told-again:").count() == 1
    assert Verdict.objects.count() == 1
    assert NotConfirmed.objects.count() <= 1
    count_presses(late + DAY)
    assert Promise.objects.get().state(late).text == "Yes, this helped"


def test_opened_again_by_hand_and_by_rule_is_once(stage, owen, at):
    promise = stage("told")
    when = at + 27 * DAY
    demo.tellings(promise)[0].say("no", "", day_of(at + 26 * DAY))
    at_once(
        lambda: Promise.objects.get(pk=promise.pk).reopen(
            owen, "Not good enough.", day_of(at + 90 * DAY), when
        ),
        lambda: count_presses(when),
    )
    assert Reopened.objects.count() == 1
    assert list(faults()) == []


def test_yes_and_no_at_once_leave_one_answer(stage, priya, at):
    promise = stage("proposed")
    when = at + DAY
    at_once(
        *[
            lambda: Promise.objects.get(pk=promise.pk).accept(priya, when),
            lambda: Promise.objects.get(pk=promise.pk).refuse(priya, "The room is rented.", when),
        ]
        * 5
    )
    assert Accepted.objects.count() + Refusal.objects.count() == 1
    told = Message.objects.filter(key__startswith=f"promise-refused:{promise.pk}").exists()
    assert told == Refusal.objects.exists()
    assert list(faults()) == []
