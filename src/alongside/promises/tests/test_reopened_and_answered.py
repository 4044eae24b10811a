"""The owners open it again, or say why not."""

from __future__ import annotations

import pytest

from alongside.people.days import day_of
from alongside.promises import days, demo
from alongside.promises.counting import count_presses
from alongside.promises.errors import NotAnOwner, NotNow
from alongside.promises.models import Answered, Promise, Told

from .conftest import DAY, messages


def test_the_second_round_asks_everyone_anew(stage, owen, asha, at):
    promise = stage("no")
    promise.deliver(owen, "Now somebody rings as well.", "", at + 40 * DAY)
    promise.check_it(asha, "I was rung.", at + 41 * DAY)
    assert promise.round.number == 2
    assert Told.objects.count() == 2
    assert promise.state(at + 41 * DAY).text.startswith("Done and checked")
    assert "It was opened again" in Told.objects.get(delivered__number=2).message.body
    Told.objects.get(delivered__number=2).say("yes", "", day_of(at + 42 * DAY))
    count_presses(at + 43 * DAY)
    assert Promise.objects.get().state(at + 43 * DAY).text == "Yes, this helped"


def test_opened_again_it_has_four_weeks_and_can_be_late(stage, at):
    promise = stage("no")
    assert promise.due == day_of(at + 27 * DAY + days.ANOTHER_GO)
    assert promise.state(at + 27 * DAY).text == "No: opened again"
    assert promise.state(at + 58 * DAY).text == "3 days late"


def test_an_owner_may_open_it_again_after_a_partly(stage, owen, at):
    promise = stage("partly")
    promise.reopen(owen, "We can do better.", day_of(at + 60 * DAY), at + 30 * DAY)
    assert promise.state(at + 30 * DAY).text == "Opened again"
    assert len(messages("promise-reopened:")) == 1


def test_nobody_else_opens_what_was_checked(stage, asha, at):
    with pytest.raises(NotAnOwner):
        stage("told").reopen(asha, "No.", day_of(at + 60 * DAY), at + 30 * DAY)


def test_opened_twice_is_once(stage, owen, priya, at):
    promise, due = stage("partly"), day_of(at + 60 * DAY)
    first = promise.reopen(owen, "We can do better.", due, at + 30 * DAY)
    assert promise.reopen(owen, "We can do better.", due, at + 31 * DAY) == first
    with pytest.raises(NotNow):
        promise.reopen(priya, "Another reason.", due, at + 31 * DAY)


def test_an_owner_says_why_not_and_the_teller_is_told(told_five, priya, at):
    verdict = _one_no_among_four(told_five, at)
    verdict.explain(priya, "The contract runs until July.", at + 28 * DAY)
    message = messages("promise-why-not:")[0]
    assert message.way_back == verdict.told.way_back
    assert "The contract runs until July." in message.body


def test_no_because_is_a_state_when_it_did_not_help_otherwise(told_five, priya, at):
    for told, answer in zip(told_five, ["partly", "partly", "partly", "no"], strict=False):
        verdict = told.say(answer, "", day_of(at + 26 * DAY))
    count_presses(at + 27 * DAY)
    promise = Promise.objects.get()
    assert promise.state(at).text == "Partly"
    verdict.explain(priya, "The contract runs until July.", at + 28 * DAY)
    assert promise.state(at).text == "No, because…"


def test_only_owners_answer(told_five, jo, at):
    with pytest.raises(NotAnOwner):
        _one_no_among_four(told_five, at).explain(jo, "Because.", at + 28 * DAY)


def test_answered_twice_is_once(told_five, priya, owen, at):
    verdict = _one_no_among_four(told_five, at)
    verdict.explain(priya, "Because.", at + 28 * DAY)
    verdict.explain(priya, "Because.", at + 29 * DAY)
    with pytest.raises(NotNow):
        verdict.explain(owen, "Something else.", at + 29 * DAY)
    assert Answered.objects.count() == 1


def test_only_a_no_is_answered(stage, owen, at):
    verdict = demo.tellings(stage("yes"))[0].verdict
    with pytest.raises(NotNow):
        verdict.explain(owen, "Because.", at)


def _one_no_among_four(tellings, at):
    for told, answer in zip(tellings, ["yes", "yes", "yes", "no"], strict=False):
        verdict = told.say(answer, "", day_of(at + 26 * DAY))
    return verdict
