"""*Did it help?* One press by those who asked for it, and what follows."""

from __future__ import annotations

import pytest

from alongside.journal.models import Event
from alongside.people.days import day_of, midnight, next_morning
from alongside.people.errors import Refused
from alongside.people.viewer import Viewer
from alongside.promises import demo
from alongside.promises.counting import count_presses
from alongside.promises.errors import Fixed
from alongside.promises.models import Delivered, Promise, Reopened, Told, Verdict
from alongside.promises.tell_back import is_from_within
from alongside.promises.waiting import waiting_promises
from alongside.voice.links import how_many_told

from .conftest import DAY, messages


def promise_of(told) -> Promise:
    return Promise.objects.get(pk=told.delivered.promise_id)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("yes", "Yes, this helped"),
        ("partly", "Partly"),
        ("too-soon", "Too soon to say"),
        ("no", "No: opened again"),
    ],
)
def test_the_only_teller_says_how_it_ends(stage, at, answer, state):
    told = demo.tellings(stage("told"))[0]
    told.say(answer, "", day_of(at + 26 * DAY))
    count_presses(at + 27 * DAY)
    assert promise_of(told).state(at + 27 * DAY).text == state


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_nobody_can_tell_when_it_was_pressed(stage, netherby, owen, jo, at, answer):
    """What others see, and what is kept for them, is the same before the press and until the day is over."""
    told = demo.tellings(stage("told"))[0]
    before = _what_others_see(told, netherby, at)
    verdict = told.say(answer, "In words.", day_of(at + 26 * DAY))
    assert count_presses(at + 26 * DAY) == 0
    assert _what_others_see(told, netherby, at) == before
    assert not Verdict.objects.to_answer(Viewer(jo)).exists()
    assert count_presses(at + 27 * DAY) == 1
    assert count_presses(at + 27 * DAY) == 0
    assert _what_others_see(told, netherby, at) != before
    told.say("too-soon", "", day_of(at + 28 * DAY))
    assert promise_of(told).round.standing == [verdict]
    assert promise_of(told).is_open is (answer == "no")
    count_presses(at + 29 * DAY)
    assert promise_of(told).state(at + 29 * DAY).text == "Too soon to say"


def _what_others_see(told, netherby, at):
    waits = [waiting_promises(person, at + 26 * DAY) for person in netherby.people.values()]
    promise = promise_of(told)
    return promise.state(at + 26 * DAY), promise.month, waits, Event.objects.count(), Reopened.objects.count()


def test_before_anybody_said_anything(stage, at):
    state = stage("told").state(at + 26 * DAY)
    assert state.text == "Done and checked, not yet heard if it helped"


def test_a_no_taken_back_closes_it_again_the_next_day(stage, at):
    told = demo.tellings(stage("no"))[0]
    assert promise_of(told).is_open
    told.say("yes", "", day_of(at + 28 * DAY))
    assert promise_of(told).is_open
    count_presses(at + 29 * DAY)
    assert promise_of(told).state(at + 29 * DAY).text == "Yes, this helped"


def test_one_person_with_three_stories_says_it_once(netherby, tells, decides, at):
    stories = [*(tells("email") for _ in range(3)), tells("link"), tells("link")]
    tellings = demo.tellings(demo.told(netherby, decides(*stories), at))
    for told in tellings:
        told.say("no" if told.way_back.address else "yes", "", day_of(at + 26 * DAY))
    count_presses(at + 27 * DAY)
    standing = Delivered.objects.get().standing
    assert sorted(verdict.counted for verdict in standing) == ["no", "yes", "yes"]
    assert how_many_told([story.pk for story in [*stories, tells("not")]]) == 4


@pytest.mark.parametrize("who", ["owen", "priya"])
def test_an_owner_is_no_judge_of_it(told_five, netherby, at, who):
    promise = told_five[0].delivered.promise
    assert not any(told.from_within for told in told_five)
    assert is_from_within(promise, netherby.people[who])
    assert not is_from_within(promise, netherby.cara)
    Told.objects.filter(pk=told_five[0].pk).update(from_within=True)
    told_five[0].say("no", "", day_of(at + 26 * DAY))
    assert count_presses(at + 27 * DAY) == 1
    assert promise_of(told_five[0]).round.standing == []
    assert not Reopened.objects.exists()


def test_pressed_again_it_is_one_verdict(stage, at):
    told, on = demo.tellings(stage("told"))[0], day_of(at + 26 * DAY)
    assert told.say("yes", "", on) == told.say("yes", "", on)
    count_presses(at + 27 * DAY)
    assert Event.objects.filter(what="verdict.said").count() == 1


def test_a_press_can_be_changed_for_a_week(stage, at):
    told, on = demo.tellings(stage("told"))[0], day_of(at + 26 * DAY)
    told.say("yes", "", on)
    told.say("partly", "", day_of(at + 33 * DAY))
    count_presses(at + 34 * DAY)
    assert promise_of(told).state(at).text == "Partly"
    with pytest.raises(Fixed):
        told.say("yes", "", day_of(at + 41 * DAY))


def test_only_one_of_the_four(stage, at):
    with pytest.raises(Refused):
        demo.tellings(stage("told"))[0].say("maybe", "", day_of(at))


def test_the_hour_of_a_verdict_is_kept_nowhere(stage, at):
    told = demo.tellings(stage("told"))[0]
    told.say("no", "", at + 26 * DAY)
    count_presses(at + 27 * DAY)
    event = Event.objects.get(what="verdict.said")
    assert event.at == midnight(at + 26 * DAY)
    assert event.detail.by_id is None
    assert Reopened.objects.get().at == midnight(at + 27 * DAY)
    for message in messages("verdict-no:"):
        assert message.said_at == midnight(at + 26 * DAY)
        assert message.due_at >= next_morning(at + 26 * DAY)


def test_a_no_goes_back_to_both_owners_with_its_words(stage, owen, priya, at):
    told = demo.tellings(stage("told"))[0]
    told.say("no", "It came late again.", day_of(at + 26 * DAY))
    told_of = messages("verdict-no:")
    assert {message.person for message in told_of} == {owen, priya}
    assert all("It came late again." in message.body for message in told_of)


def test_words_that_come_after_the_press_replace_the_message(stage, at, time_machine):
    time_machine.move_to(at + 26 * DAY)
    told, on = demo.tellings(stage("told"))[0], day_of(at + 26 * DAY)
    verdict = told.say("no", "", on)
    verdict.add_words("It came late again.", on, may_show=False)
    leaving = [message for message in messages("verdict-no:") if not hasattr(message, "gone")]
    assert len(leaving) == 2
    assert all("It came late again." in message.body for message in leaving)


def test_a_no_that_was_a_slip_is_called_off(stage, at, time_machine):
    time_machine.move_to(at + 26 * DAY)
    told, on = demo.tellings(stage("told"))[0], day_of(at + 26 * DAY)
    told.say("no", "", on)
    told.say("yes", "", on)
    count_presses(at + 27 * DAY)
    assert promise_of(told).state(at).text == "Yes, this helped"
    assert all(message.gone.how == "cancelled" for message in messages("verdict-no:"))
    assert not Reopened.objects.exists()


def test_what_an_owner_has_acted_on_is_not_a_slip_any_more(stage, priya, at):
    promise = stage("told")
    told, on = demo.tellings(promise)[0], day_of(at + 26 * DAY)
    told.say("no", "", on).explain(priya, "The post was on strike.", at + 27 * DAY)
    with pytest.raises(Fixed):
        told.say("yes", "", on)


def test_one_of_four_does_not_open_it_again(told_five, at):
    for told, answer in zip(told_five, ["yes", "yes", "yes", "no"], strict=False):
        told.say(answer, "", day_of(at + 26 * DAY))
    count_presses(at + 27 * DAY)
    assert promise_of(told_five[0]).state(at).text == "Yes, this helped"
    assert len(messages("verdict-no:")) == 2


def test_one_of_three_opens_it_again(told_five, at):
    for told, answer in zip(told_five, ["yes", "yes", "no"], strict=False):
        told.say(answer, "", day_of(at + 26 * DAY))
    count_presses(at + 27 * DAY)
    assert promise_of(told_five[0]).state(at).text == "No: opened again"
    assert Reopened.objects.get().by is None


def test_everyone_is_told_that_it_is_open_again(told_five, at):
    told_five[0].say("no", "", day_of(at + 26 * DAY))
    count_presses(at + 27 * DAY)
    told = {message.way_back_id for message in messages("promise-reopened:")}
    assert told == {told.way_back_id for told in told_five}


def test_a_tie_goes_to_the_more_careful_answer(told_five, at):
    for told, answer in zip(told_five, ["yes", "partly"], strict=False):
        told.say(answer, "", day_of(at + 26 * DAY))
    count_presses(at + 27 * DAY)
    assert promise_of(told_five[0]).state(at).text == "Partly"


def test_a_verdict_that_comes_after_the_round_has_ended_is_taken(told_five, at):
    told_five[0].say("no", "", day_of(at + 26 * DAY))
    count_presses(at + 27 * DAY)
    told_five[1].say("yes", "", day_of(at + 27 * DAY))
    assert Verdict.objects.count() == 2
    assert promise_of(told_five[0]).is_open
