"""The pages for those who work on a promise."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.groups.demo import opened
from alongside.people.days import day_of
from alongside.promises.counting import count_presses
from alongside.promises.models import Checked, Delivered, Promise, Reopened

from .conftest import DAY

FORM = {
    "title": "Letters come in time",
    "body": "Ten days before.",
    "cornerstone": "communicate",
    "due_on-day": "1",
    "due_on-month": "12",
    "due_on-year": "2199",
}


@pytest.fixture
def said(netherby):
    return {
        **FORM,
        "organisation": str(netherby.centre.pk),
        "lived_owner": str(netherby.owen.pk),
        "service_owner": str(netherby.priya.pk),
        "key": "6f5f3bd5-6f4b-44c3-9a69-cf60a8a79d5f",
    }


def page(name, promise, *more):
    return reverse(f"promises:{name}", args=[promise.pk, *more])


def test_asha_writes_down_a_promise(client_of, asha, decision, said):
    where = reverse("promises:new", args=[decision.pk])
    assert client_of(asha).get(where).status_code == 200
    for _ in range(2):
        answer = client_of(asha).post(where, said)
        assert answer.status_code == 302
    promise = Promise.objects.get()
    assert answer.url == reverse("website:thread", args=[promise.pk])


def test_what_is_missing_is_said_and_what_was_typed_stays(client_of, asha, decision, said):
    answer = client_of(asha).post(reverse("promises:new", args=[decision.pk]), {**said, "title": ""})
    assert answer.status_code == 422
    assert "Ten days before." in answer.text
    assert "<title>Error:" in answer.text


def test_a_rule_is_said_beside_the_field(client_of, asha, decision, said):
    late = {**said, "due_on-year": "2020"}
    answer = client_of(asha).post(reverse("promises:new", args=[decision.pk]), late)
    assert answer.status_code == 422
    assert "Choose a day that is still to come." in answer.text
    assert not Promise.objects.exists()


def test_nothing_to_fill_in_before_it_is_decided(client_of, asha, netherby, group, at):
    open_one = opened(netherby, group, at)
    answer = client_of(asha).get(reverse("promises:new", args=[open_one.pk]))
    assert "This one has not been yet." in answer.text
    assert 'name="title"' not in answer.text


@pytest.mark.parametrize("name", ["gwen", "dev", None])
def test_without_a_seat_the_page_is_not_there(client_of, netherby, decision, name):
    client = client_of(netherby.people[name] if name else None)
    assert client.get(reverse("promises:new", args=[decision.pk])).status_code == 404


def test_priya_takes_it_on(client_of, priya, stage):
    promise = stage("proposed")
    assert client_of(priya).post(page("acceptance", promise)).status_code == 302
    assert Promise.objects.get().is_accepted


def test_a_button_that_is_not_yours_says_why(client_of, asha, stage):
    answer = client_of(asha).post(page("acceptance", stage("proposed")))
    assert answer.status_code == 422
    assert "Only someone who works there can take this promise on." in answer.text


def test_owen_says_that_it_is_done(client_of, owen, stage):
    promise = stage("started")
    answer = client_of(owen).post(page("deliveries", promise), {"different": "It comes in time."})
    assert answer.status_code == 302
    assert Delivered.objects.get().text.body == "It comes in time."


def test_who_may_not_is_told_and_has_no_form(client_of, asha, stage):
    answer = client_of(asha).get(page("deliveries", stage("started")))
    assert answer.status_code == 200
    assert "Only the two owners" in answer.text
    assert "<textarea" not in answer.text


def test_sent_all_the_same_the_words_stay(client_of, owen, stage):
    answer = client_of(owen).post(page("check", stage("delivered")), {"saw": "I did it well."})
    assert answer.status_code == 422
    assert "has to check it" in answer.text
    assert not Checked.objects.exists()


def test_asha_looks(client_of, asha, stage):
    promise = stage("delivered")
    assert "What is different now" in client_of(asha).get(page("check", promise)).text
    assert client_of(asha).post(page("check", promise), {"saw": "I looked."}).status_code == 302
    assert Checked.objects.get().saw == "I looked."


def test_owen_opens_it_again(client_of, owen, stage):
    promise = stage("partly")
    due = {"due_on-day": "1", "due_on-month": "12", "due_on-year": "2199"}
    answer = client_of(owen).post(page("reopening", promise), {"why": "We can do better.", **due})
    assert answer.status_code == 302
    assert Reopened.objects.get().why == "We can do better."


def test_priya_reads_a_no_and_answers(client_of, priya, jo, asha, told_five, at):
    for told, answer in zip(told_five, ["yes", "yes", "yes", "no"], strict=False):
        verdict = told.say(answer, "It came late again." * (answer == "no"), day_of(at + 26 * DAY))
    count_presses(at + 27 * DAY)
    where = page("answer", told.delivered.promise, verdict.pk)
    for person, status in ((priya, 200), (jo, 200), (asha, 404), (None, 404)):
        assert client_of(person).get(where).status_code == status
    assert "It came late again." in client_of(priya).get(where).text
    assert client_of(jo).post(where, {"why_not": "Because."}).status_code == 422
    assert client_of(priya).post(where, {"why_not": "Because."}).status_code == 302
    assert "Because." in client_of(priya).get(where).text


def test_gwen_reads_words_before_they_are_shown(client_of, gwen, ben, told_five, at):
    verdict = told_five[0].say("yes", "So much better.", day_of(at + 26 * DAY), may_show=True)
    where = reverse("promises:shown_words", args=[verdict.pk])
    assert client_of(ben).get(where).status_code == 404
    assert "So much better." in client_of(gwen).get(where).text
    kept_back = client_of(gwen).post(where, {"shown": "no", "why": ""})
    assert kept_back.status_code == 422
    assert client_of(gwen).post(where, {"shown": "yes"}).status_code == 302
    assert "Shown" in client_of(gwen).get(where).text
