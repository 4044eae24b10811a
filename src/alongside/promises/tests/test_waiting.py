"""What waits for whom, and what they can do."""

from __future__ import annotations

import pytest

from alongside.people.days import day_of
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises import demo
from alongside.promises.counting import count_presses
from alongside.promises.deeds import deeds
from alongside.promises.models import Promise
from alongside.promises.waiting import waiting_promises

from .conftest import DAY


@pytest.mark.long
def test_it_waits_for_the_right_people(stage, netherby, at):
    cases = {
        "proposed": {"priya": "accept"},
        "overdue": {"owen": "deliver", "priya": "deliver"},
        "delivered": dict.fromkeys(["asha", "cara", "ellis", "ben", "farah", "kit", "jo", "gwen"], "check"),
        "refused": {},
        "yes": {},
        "not_confirmed": {},
    }
    for name, expected in cases.items():
        promise = stage(name)
        waits = {
            who: waiting.kind
            for who, person in netherby.people.items()
            for waiting in waiting_promises(person, at + 30 * DAY)
            if waiting.promise == promise
        }
        assert waits == expected, name


def test_a_no_waits_for_its_owners_until_they_act(told_five, owen, at):
    for told, answer in zip(told_five, ["yes", "yes", "yes", "no"], strict=False):
        verdict = told.say(answer, "", day_of(at + 26 * DAY))
    assert waiting_promises(owen, at + 26 * DAY) == []
    count_presses(at + 27 * DAY)
    assert [waiting.kind for waiting in waiting_promises(owen, at + 27 * DAY)] == ["answer"]
    verdict.explain(owen, "Because.", at + 27 * DAY)
    assert waiting_promises(owen, at + 27 * DAY) == []


def test_words_to_read_wait_for_moderators(stage, gwen, asha, at):
    told = demo.tellings(stage("told"))[0]
    verdict = told.say("yes", "It helps.", day_of(at + 26 * DAY), may_show=True)
    assert [waiting.kind for waiting in waiting_promises(gwen, at)] == ["read"]
    assert waiting_promises(asha, at) == []
    verdict.read(gwen, True, "", at)
    assert waiting_promises(gwen, at) == []


@pytest.mark.parametrize(
    ("name", "who", "can"),
    [
        ("proposed", "priya", ["Take this on for Child Development Centre", "No, because…"]),
        ("proposed", "owen", []),
        ("accepted", "owen", ["Say that it is done", "We have started"]),
        ("started", "priya", ["Say that it is done"]),
        ("started", "jo", []),
        ("delivered", "asha", ["Say what you see", "Open it again"]),
        ("delivered", "owen", ["Open it again"]),
        ("told", "asha", []),
        ("yes", "owen", ["Open it again"]),
        ("no", "owen", ["Say that it is done"]),
        ("yes", "dev", []),
        ("refused", "priya", []),
    ],
)
def test_the_buttons_under_a_promise(stage, netherby, at, name, who, can):
    promise = stage(name)
    found = deeds(promise, Viewer(netherby.people[who]), at)
    assert [deed.text for deed in found] == can


def test_who_is_not_signed_in_has_no_buttons(stage, at):
    assert deeds(stage("accepted"), NOBODY, at) == []


def test_the_same_queries_however_much_waits(stage, owen, at, django_assert_max_num_queries):
    for _ in range(6):
        stage("overdue")
    with django_assert_max_num_queries(16):
        assert len(waiting_promises(owen, at + 30 * DAY)) == 6
    assert Promise.objects.count() == 6
