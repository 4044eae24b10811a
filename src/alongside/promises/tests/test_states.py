"""Where a promise is, in a word with a sign."""

from __future__ import annotations

import pytest

from alongside.people.days import day_of, month_of
from alongside.promises.models import Promise
from alongside.promises.saying import must_open_again
from alongside.promises.states import State, helped
from alongside.promises.waiting import overdue

from .conftest import DAY


@pytest.mark.parametrize(
    ("day", "text", "tone"),
    [
        (1, "Promised", ""),
        (13, "Promised", ""),
        (14, "Due in 14 days", "wait"),
        (27, "Due in 1 day", "wait"),
        (28, "Due today", "wait"),
        (29, "1 day late", "wait"),
        (35, "7 days late", "wait"),
        (36, "8 days late", "stop"),
    ],
)
def test_the_nearer_the_day_the_plainer_it_says_so(stage, at, day, text, tone):
    promise = stage("started", due_on=day_of(at + 28 * DAY))
    found = promise.state(at + day * DAY)
    assert (found.text, found.tone) == (text, tone)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("proposed", State("Proposed, not yet taken on")),
        ("delivered", State("Done, not yet checked", "half", "wait")),
        ("told", State("Done and checked, not yet heard if it helped", "half", "wait")),
        ("yes", State("Yes, this helped", "yes", "yes")),
        ("partly", State("Partly", "half", "wait")),
        ("too_soon", State("Too soon to say", "wait", "wait")),
        ("no", State("No: opened again", "back", "stop")),
        ("not_confirmed", State("Not confirmed", "aside")),
        ("refused", State("No, because…", "aside")),
    ],
)
def test_each_stage_of_the_demo(stage, at, name, state):
    assert stage(name).state(at + 27 * DAY) == state


def test_a_stone_in_the_wall_is_a_yes(stage):
    assert helped(stage("yes"))
    assert not any(helped(stage(name)) for name in ("told", "partly", "no", "not_confirmed", "refused"))


def test_a_list_asks_as_much_for_ten_as_for_two(stage, now, django_assert_num_queries):
    for name in ("yes", "no"):
        stage(name)
    with django_assert_num_queries(4):
        assert [promise.state(now).text for promise in Promise.objects.with_rounds()]
    for name in ("accepted", "told", "partly", "delivered", "yes", "no", "not_confirmed", "overdue"):
        stage(name)
    with django_assert_num_queries(4):
        assert len([promise.state(now).text for promise in Promise.objects.with_rounds()]) == 10


def test_overdue_ones_with_the_longest_late_first(stage, at):
    stage("yes")
    later = stage("overdue")
    first = stage("overdue", due_on=day_of(at + 10 * DAY))
    assert overdue(Promise.objects.all(), at + 30 * DAY) == [first, later]


@pytest.mark.parametrize(
    ("answers", "opens"),
    [([], False), (["no"], True), (["yes"], False), (["no", "yes"], True), (["no", "yes", "yes"], True),
     (["no", "yes", "yes", "yes"], False), (["no", "no", "yes", "yes", "yes", "too-soon"], True)],
)  # fmt: skip
def test_the_rule_of_a_third(answers, opens):
    assert must_open_again(answers) is opens


def test_the_month_moves_with_the_news_and_never_back(stage, at, owen):
    promise = stage("yes")
    assert promise.month == month_of(at + 26 * DAY)
    promise.reopen(owen, "We can do better.", day_of(at + 100 * DAY), at + 70 * DAY)
    assert promise.month == month_of(at + 70 * DAY)
