"""A teller’s words are for owners and co-ordinator, unless teller and moderator say otherwise."""

from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse

from alongside.people.days import day_of
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises import demo
from alongside.promises.counting import count_presses
from alongside.promises.errors import Fixed, SomethingMissing
from alongside.promises.forget import RULES
from alongside.promises.models import Promise, Verdict
from alongside.promises.waiting import waiting_promises
from alongside.safety.errors import NotYours
from alongside.safety.models import Reading

from .conftest import DAY


@pytest.fixture
def on(at):
    return day_of(at + 26 * DAY)


@pytest.fixture
def told(stage):
    return demo.tellings(stage("told"))[0]


def test_who_reads_them(told, netherby, on, at):
    verdict = told.say("partly", "Better, not good.", on)
    assert not any(_sees(verdict, Viewer(who)) for who in netherby.people.values())
    count_presses(at + 27 * DAY)
    read = {name for name, who in netherby.people.items() if _sees(verdict, Viewer(who))}
    assert read == {"owen", "priya", "jo"}
    assert not _sees(verdict, NOBODY)
    assert not Verdict.objects.shown().exists()


def test_shown_only_after_a_moderator_has_read_them(told, gwen, on, at):
    verdict = told.say("partly", "Better, not good.", on, may_show=True)
    assert not Verdict.objects.shown().exists()
    verdict.read(gwen, True, "", at + 26 * DAY)
    assert not Verdict.objects.shown().exists()
    count_presses(at + 27 * DAY)
    assert list(Verdict.objects.shown()) == [verdict]


def test_a_moderator_finds_them_on_the_day_after(told, gwen, client_of, on, at):
    told.say("partly", "", on - DAY)
    verdict = Verdict.objects.get().add_words("Better, not good.", on, may_show=True)
    with time_machine.travel(at + 26 * DAY, tick=False):
        assert not _sees(verdict, Viewer(gwen))
        assert not waiting_promises(gwen, at + 26 * DAY)
        assert client_of(gwen).get(reverse("promises:shown_words", args=[verdict.pk])).status_code == 404
        assert list(Verdict.objects.of_today()) == [verdict]
    with time_machine.travel(at + 27 * DAY, tick=False):
        assert _sees(verdict, Viewer(gwen))
        assert [one.kind for one in waiting_promises(gwen, at + 27 * DAY)] == ["read"]
        assert not Verdict.objects.of_today().exists()


def test_a_moderator_may_keep_them_back_with_a_reason(told, gwen, on, at):
    verdict = told.say("partly", "Mrs Hall was rude.", on, may_show=True)
    with pytest.raises(SomethingMissing):
        verdict.read(gwen, False, " ", at)
    verdict.read(gwen, False, "It names somebody.", at + 27 * DAY)
    assert not Verdict.objects.shown().exists()


def test_not_a_moderator_who_works_there(told, netherby, kit, on, at):
    from alongside.people.models import Role

    Role.objects.create(person=kit, organisation=netherby.centre, name=Role.Name.STAFF, since=at)
    verdict = told.say("partly", "Better, not good.", on, may_show=True)
    assert not _sees(verdict, Viewer(kit))
    with pytest.raises(NotYours):
        verdict.read(kit, True, "", at)


def test_new_words_are_read_anew(told, gwen, on, at):
    verdict = told.say("partly", "Better, not good.", on, may_show=True)
    verdict.read(gwen, True, "", at + 27 * DAY)
    verdict = verdict.add_words("Mrs Hall was rude.", on, may_show=True)
    assert not Verdict.objects.shown().exists()
    assert Reading.objects.waiting().filter(pk=verdict.reading_id).exists()


def test_the_teller_can_take_the_showing_back(told, gwen, on, at):
    verdict = told.say("partly", "Better, not good.", on, may_show=True)
    verdict.read(gwen, True, "", at + 27 * DAY)
    verdict.add_words("Better, not good.", on, may_show=False)
    assert not Verdict.objects.shown().exists()


def test_words_that_were_answered_stand(told, owen, on, at):
    verdict = told.say("no", "It came late.", on)
    verdict.explain(owen, "The post was on strike.", at + 27 * DAY)
    with pytest.raises(Fixed):
        Verdict.objects.get().add_words("It came very late.", on, may_show=False)


def test_a_press_without_words_leaves_the_words(told, on):
    told.say("partly", "Better, not good.", on)
    assert told.say("yes", "", on).words == "Better, not good."


def test_words_go_after_three_years_unless_they_are_shown(told_five, gwen, on, at):
    told_five[0].say("yes", "Now it comes in time.", on)
    told_five[1].say("yes", "So much better.", on, may_show=True).read(gwen, True, "", at)
    count_presses(at + 27 * DAY)
    [rule] = RULES
    later = at + 4 * 365 * DAY
    assert rule.left(later) == 1
    assert rule.run(later) == 1
    assert rule.left(later) == 0
    assert {verdict.words for verdict in Verdict.objects.all()} == {"", "So much better."}
    assert Promise.objects.get().state(later).text == "Yes, this helped"


def _sees(verdict, viewer) -> bool:
    return Verdict.objects.visible_to(viewer).filter(pk=verdict.pk).exists()
