"""Everyone who asked for it is told, through their own way back, in the moment it is checked."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.journal.models import Event
from alongside.messages.models import Channel, Gone
from alongside.people.days import midnight
from alongside.promises import demo
from alongside.promises.models import Told

from .conftest import DAY, messages, token_in


@pytest.fixture
def told_today(netherby, tells, decides, at, time_machine):
    """Told as if today were that day, so that messages have not gone yet."""

    def told(*ways):
        time_machine.move_to(at + 24 * DAY, tick=False)
        decision = decides(*[tells(way) for way in ways])
        return demo.told(netherby, decision, at)

    return told


def test_each_teller_is_told_once_with_a_message(told_today):
    promise = told_today("email", "text", "call", "letter", "link", "not")
    tellings = Told.objects.filter(delivered__promise=promise)
    assert sorted(told.message.channel for told in tellings) == ["call", "email", "letter", "link", "text"]
    for told in tellings:
        assert told.message.way_back == told.way_back
        assert demo.DIFFERENT in told.message.body


@pytest.mark.parametrize("way", ["email", "text", "call", "letter"])
def test_the_message_leads_to_a_page_that_needs_no_signing_in(told_today, client, way):
    told_today(way)
    message = messages("told:")[0]
    assert message.secret
    page = client.get(reverse("promises:verdict", args=[token_in(message)]))
    assert page.status_code == 200
    assert "The letter came after the appointment." in page.text


def test_on_a_secret_link_it_is_there_at_once_and_stays(told_today):
    told_today("link")
    message = messages("told:")[0]
    assert message.gone.how == Gone.How.KEPT
    assert demo.DIFFERENT in message.body
    assert "/verdicts/" not in message.body


def test_it_does_not_wake_anybody_up(netherby, tells, decides, at, time_machine):
    night = at.replace(hour=23)
    time_machine.move_to(night + 24 * DAY, tick=False)
    demo.told(netherby, decides(tells("text")), night)
    assert messages("told:")[0].due_at > night + 24 * DAY


def test_the_subject_gives_nothing_away(told_today):
    told_today("email")
    assert messages("told:")[0].subject == "What came of it"


def test_who_took_the_story_back_is_left_in_peace(stage, story, asha, at):
    promise = stage("delivered")
    story.withdraw(at + 21 * DAY)
    promise.check_it(asha, "It is done.", at + 24 * DAY)
    assert not Told.objects.exists()


def test_with_nobody_to_tell_it_says_so(told_today, now):
    promise = told_today("not", "not")
    assert promise.state(now).text == ("Done and checked. Nobody left a way back, so nobody could be asked.")


def test_the_journal_does_not_say_how_many_were_told(told_today):
    told_today("link", "link", "link")
    told = Event.objects.filter(what="promise.told")
    assert len(told) == 1
    assert told[0].detail.body == {"round": 1}


def test_a_call_has_reached_nobody_until_someone_rang(told_today, jo, at):
    told_today("call")
    told = Told.objects.get()
    assert told.reached_at is None
    told.message.tick(jo, at + 30 * DAY)
    assert Told.objects.get().reached_at == midnight(at + 30 * DAY)
    assert told.way_back.channel == Channel.CALL


def test_a_text_that_failed_has_reached_nobody_until_someone_told_her(told_today, jo, at):
    told_today("text")
    message = Told.objects.get().message
    message.let_go(Gone.How.FAILED, at + 25 * DAY, why="no such number")
    assert Told.objects.get().reached_at is None
    message.tick(jo, at + 30 * DAY)
    assert Told.objects.get().reached_at == midnight(at + 30 * DAY)
