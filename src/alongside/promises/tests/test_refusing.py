"""*No, because…* is an answer too: it needs a reason, everyone can read it, and who asked for it is told."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from alongside.journal.models import Event
from alongside.messages.models import Message
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises import demo
from alongside.promises.errors import NotFromThere, NotNow, SomethingMissing
from alongside.promises.models import Promise, Refusal
from alongside.promises.states import helped

from .conftest import DAY, messages

WHY = "The room is rented until July. From August on we can, and would like to promise that."


def test_whoever_is_asked_says_no_and_why(stage, priya, at):
    promise = stage("proposed")
    promise.refuse(priya, WHY, at + DAY)
    found = promise.state(at + DAY)
    assert (found.text, found.sign) == ("No, because…", "aside")
    assert not helped(promise)
    assert Event.objects.filter(what="promise.refused", about_id=promise.pk).count() == 1


def test_a_no_needs_a_reason(stage, priya, at):
    promise = stage("proposed")
    with pytest.raises(SomethingMissing) as refused:
        promise.refuse(priya, "  ", at)
    assert refused.value.field == "why"
    with pytest.raises(IntegrityError), transaction.atomic():
        Refusal.objects.create(promise=promise, by=priya, why="", at=at)


@pytest.mark.parametrize("name", ["asha", "owen", "ben", "jo", "dev"])
def test_nobody_else_says_no_for_them(stage, netherby, at, name):
    with pytest.raises(NotFromThere):
        stage("proposed").refuse(netherby.people[name], WHY, at)
    assert not Refusal.objects.exists()


def test_the_same_no_twice_is_one_and_another_is_refused(stage, priya, at):
    promise = stage("proposed")
    first = promise.refuse(priya, WHY, at + DAY)
    assert promise.refuse(priya, WHY, at + 2 * DAY) == first
    with pytest.raises(NotNow):
        promise.refuse(priya, "Something else.", at + 2 * DAY)
    assert first.at == at + DAY


def test_yes_after_no_and_no_after_yes_are_too_late(stage, priya, at):
    refused, accepted = stage("refused"), stage("accepted")
    with pytest.raises(NotNow, match="offered again"):
        refused.accept(priya, at + 9 * DAY)
    with pytest.raises(NotNow, match="taken on already"):
        accepted.refuse(priya, WHY, at + 9 * DAY)


def test_it_can_be_promised_again_as_a_new_one(stage, priya, at):
    stage("refused")
    again = stage("proposed")
    again.accept(priya, at + 9 * DAY)
    assert again.is_accepted


def test_everyone_can_read_it(stage, netherby):
    promise = stage("refused")
    for viewer in (NOBODY, Viewer(netherby.dev)):
        assert Promise.objects.visible_to(viewer).filter(pk=promise.pk).exists()


def test_owners_and_who_wrote_it_are_told_with_the_reason(stage, netherby):
    promise = stage("refused")
    told = messages(f"promise-refused:{promise.pk}")
    assert {message.person for message in told if message.person} == {netherby.owen, netherby.asha}
    assert all(demo.BECAUSE in message.body for message in told)


@pytest.mark.parametrize("way", ["email", "text", "call", "letter", "link"])
def test_each_teller_who_asked_for_it_is_told_through_their_own_way_back(
    netherby, tells, decides, at, time_machine, way
):
    time_machine.move_to(at + 5 * DAY, tick=False)
    story = tells(way)
    promise = demo.refused(netherby, decides(story), at)
    told = Message.objects.get(key=f"promise-refused:{promise.pk}:{story.pk}")
    assert told.way_back == story.teller.way_back
    assert demo.BECAUSE in told.body


def test_who_took_the_story_back_is_left_in_peace(stage, story, priya, at):
    promise = stage("proposed")
    story.withdraw(at + DAY)
    promise.refuse(priya, WHY, at + 2 * DAY)
    assert not messages(f"promise-refused:{promise.pk}:{story.pk}")


# the page -------------------------------------------------------------------------------------------
def page(promise):
    return reverse("promises:refusal", args=[promise.pk])


def test_priya_says_no_on_its_page(client_of, priya, stage):
    promise = stage("proposed")
    assert "A no is an answer too" in client_of(priya).get(page(promise)).text
    answer = client_of(priya).post(page(promise), {"why": WHY})
    assert answer.url == reverse("website:thread", args=[promise.pk])
    shown = client_of(None).get(answer.url).text
    assert WHY in shown
    assert "Priya" not in shown


def test_without_a_reason_it_is_said_beside_the_field(client_of, priya, stage):
    answer = client_of(priya).post(page(stage("proposed")), {"why": ""})
    assert answer.status_code == 422
    assert not Refusal.objects.exists()


def test_who_is_not_asked_is_told_and_what_was_typed_stays(client_of, asha, stage):
    promise = stage("proposed")
    shown = client_of(asha).get(page(promise)).text
    assert "Only someone who works there" in shown
    assert "<textarea" not in shown
    answer = client_of(asha).post(page(promise), {"why": WHY})
    assert answer.status_code == 422
    assert WHY in answer.text


@pytest.mark.parametrize("name", ["dev", "hal", "ines", None])
def test_for_others_the_page_is_not_there(client_of, netherby, stage, name):
    client = client_of(netherby.people[name] if name else None)
    assert client.get(page(stage("proposed"))).status_code == 404


def test_it_stands_in_the_public_lists_with_its_reason(client_of, netherby, stage):
    stage("refused")
    for where in (
        reverse("website:together", args=["netherby"]),
        reverse("website:organisation", args=[netherby.centre.pk]),
    ):
        shown = client_of(None).get(where).text
        assert "No, because…" in shown
        assert demo.BECAUSE in shown
