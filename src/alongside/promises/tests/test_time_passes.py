"""What time alone brings about: asked again, closed in silence, reminded. Never twice."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from alongside.messages.models import Message
from alongside.people.days import day_of
from alongside.promises import days, demo
from alongside.promises.clock import DUTIES, ask_again, close_silent, remind_owners
from alongside.promises.counting import count_presses
from alongside.promises.models import NotConfirmed, Promise, Told, Verdict

from .conftest import DAY, messages

WEEK = timedelta(weeks=1)


@pytest.fixture
def checked(at: datetime) -> datetime:
    """The moment at which ``demo.told`` tells."""
    return at + 24 * DAY


def test_asked_again_after_four_weeks(stage, checked):
    stage("told")
    assert ask_again(checked + 4 * WEEK - DAY) == 0
    assert ask_again(checked + 4 * WEEK) == 1
    assert ask_again(checked + 4 * WEEK) == 0
    told = Told.objects.get()
    assert told.asked_again.way_back == told.way_back


def test_the_second_verdict_stands_beside_the_first(stage, checked, at):
    promise = stage("yes")
    ask_again(checked + 4 * WEEK)
    told = Told.objects.get()
    told.say("partly", "", day_of(checked + 5 * WEEK))
    count_presses(checked + 6 * WEEK)
    assert [verdict.answer for verdict in Verdict.objects.all()] == ["yes", "partly"]
    assert told.before.answer == "yes"
    assert promise.state(at).text == "Partly"


def test_a_second_no_opens_it_again(stage, checked, at):
    promise = stage("yes")
    ask_again(checked + 4 * WEEK)
    Told.objects.get().say("no", "", day_of(checked + 5 * WEEK))
    count_presses(checked + 6 * WEEK)
    assert promise.state(checked + 6 * WEEK).text == "No: opened again"


def test_nobody_is_asked_about_what_is_open_again(stage, checked):
    stage("no")
    assert ask_again(checked + 4 * WEEK) == 0


def test_both_secrets_open_the_page(netherby, tells, decides, at, checked, time_machine):
    from .conftest import token_in

    time_machine.move_to(checked)
    demo.told(netherby, decides(tells("email")), at)
    first = token_in(messages("told:")[0])
    time_machine.move_to(checked + 4 * WEEK)
    ask_again(checked + 4 * WEEK)
    second = token_in(messages("told-again:")[0])
    assert first != second
    assert Told.behind(first) == Told.behind(second) == Told.objects.get()


def test_eight_weeks_of_silence_close_it_as_not_confirmed(stage, checked):
    promise = stage("told")
    assert close_silent(checked + 8 * WEEK - DAY) == 0
    assert close_silent(checked + 8 * WEEK) == 1
    assert close_silent(checked + 9 * WEEK) == 0
    assert promise.state(checked + 8 * WEEK).text == "Not confirmed"


@pytest.mark.parametrize("answer", ["yes", "partly", "too_soon", "no"])
def test_a_single_word_is_no_silence(stage, checked, answer):
    stage(answer)
    assert close_silent(checked + 8 * WEEK) == 0


def test_a_late_verdict_is_taken_and_counts(stage, checked):
    promise = stage("not_confirmed")
    Told.objects.get().say("yes", "", day_of(checked + 20 * WEEK))
    count_presses(checked + 21 * WEEK)
    assert promise.state(checked + 21 * WEEK).text == "Yes, this helped"
    assert NotConfirmed.objects.exists()


def test_a_late_no_opens_it_again(stage, checked):
    promise = stage("not_confirmed")
    Told.objects.get().say("no", "", day_of(checked + 20 * WEEK))
    count_presses(checked + 21 * WEEK)
    assert promise.state(checked + 21 * WEEK).text == "No: opened again"


def test_a_call_that_nobody_made_is_no_silence(netherby, tells, decides, jo, at, checked, time_machine):
    time_machine.move_to(checked)
    demo.told(netherby, decides(tells("call")), at)
    assert close_silent(checked + 20 * WEEK) == 0
    Told.objects.get().message.tick(jo, checked + 2 * WEEK)
    assert close_silent(checked + 9 * WEEK) == 0
    assert close_silent(checked + 10 * WEEK) == 1


def test_with_nobody_told_nothing_is_closed(netherby, tells, decides, at, checked):
    demo.told(netherby, decides(tells("not")), at)
    assert close_silent(checked + 20 * WEEK) == 0


def test_owners_are_reminded_a_week_before_and_when_it_is_late(stage, owen, priya, at):
    promise = stage("accepted", due_on=day_of(at + 28 * DAY))
    assert remind_owners(at + 20 * DAY) == 0
    assert remind_owners(at + 21 * DAY) == 1
    assert remind_owners(at + 22 * DAY) == 0
    assert remind_owners(at + 28 * DAY) == 0
    assert remind_owners(at + 29 * DAY) == 1
    assert remind_owners(at + 99 * DAY) == 0
    for when in ("soon", "late"):
        assert {each.person for each in messages(f"promise-{when}:{promise.pk}")} == {owen, priya}


def test_nobody_is_reminded_of_what_is_done_or_not_taken_on(stage, at):
    stage("delivered")
    stage("proposed")
    assert remind_owners(at + 99 * DAY) == 0


def test_opened_again_early_it_is_due_earlier(stage, at):
    stage("no", due_on=day_of(at + 300 * DAY))
    assert remind_owners(at + 27 * DAY + days.ANOTHER_GO) == 1


@pytest.mark.long
def test_a_year_of_clocks(stage, at):
    for name in ("proposed", "accepted", "started", "overdue", "delivered", "told", "yes", "no", "too_soon"):
        stage(name)
    counted = dict.fromkeys(DUTIES, 0)
    for day in range(0, 365, 7):
        for duty in DUTIES:
            for _ in range(2):
                counted[duty] += duty(at + day * DAY)
    assert counted == {count_presses: 0, ask_again: 3, close_silent: 1, remind_owners: 8}
    said = Message.objects.values_list("key", flat=True)
    assert len(said) == len(set(said))
    assert Promise.objects.count() == 9
