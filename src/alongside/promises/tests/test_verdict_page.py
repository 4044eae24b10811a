"""The page that asks *did it help?*, reached from the message."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.messages.models import WayBack, digest
from alongside.promises import demo
from alongside.promises.counting import count_presses
from alongside.promises.models import Told, Verdict


@pytest.fixture
def told(stage) -> Told:
    return demo.tellings(stage("told"))[0]


@pytest.fixture
def where(told) -> str:
    return reverse("promises:verdict", args=[demo.open_page(told)])


def test_it_shows_what_they_said_what_was_promised_and_what_is_different(client, where, told):
    page = client.get(where).text
    for words in ("The letter came after the appointment.", told.delivered.promise.title, demo.DIFFERENT):
        assert words in page
    for answer in ("Yes, this helped", "Partly", "No", "Too soon to say"):
        assert f"{answer}\n" in page or f">{answer}<" in page or f"{answer}</button>" in page


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_it_changes_nothing(client, where, method):
    for query in ("", "?answer=yes"):
        assert getattr(client, method)(where + query).status_code == 200
    assert not Verdict.objects.exists()


def test_one_press_is_enough(client, where):
    assert client.post(where, {"answer": "yes"}).status_code == 302
    assert Verdict.objects.get().answer == "yes"
    assert "Thank you. You said: Yes, this helped" in client.get(where).text


def test_words_come_after_it(client, where):
    client.post(where, {"answer": "partly"})
    assert client.post(where, {"words": "Better, not good.", "may_show": "on"}).status_code == 302
    verdict = Verdict.objects.get()
    assert (verdict.answer, verdict.words, verdict.may_show) == ("partly", "Better, not good.", True)
    assert "Better, not good." in client.get(where).text


def test_words_that_are_too_long_stay_on_the_page(client, where):
    client.post(where, {"answer": "partly"})
    answer = client.post(where, {"words": "Better. " * 200})
    assert answer.status_code == 422
    assert answer.text.count("Better. Better.") > 50


def test_another_press_changes_it(client, where):
    client.post(where, {"answer": "partly"})
    assert "Was that the wrong button?" in client.get(where).text
    client.post(where, {"answer": "yes"})
    assert Verdict.objects.get().answer == "yes"


@pytest.mark.parametrize("data", [{}, {"answer": "maybe"}, {"words": "Words without a press."}])
def test_nonsense_is_said_kindly(client, where, data):
    assert client.post(where, data).status_code == 422
    assert not Verdict.objects.exists()


def test_a_no_says_what_happens_next(client, where):
    client.post(where, {"answer": "no"})
    page = client.get(where).text
    assert "Your “no” goes to the two people who made the promise." in page
    assert "Your answer counts from tomorrow, so that nobody can tell when you pressed." in page
    count_presses(timezone.now() + timedelta(days=1))
    page = client.get(where).text
    assert "The promise is open again." in page
    assert "counts from tomorrow" not in page


def test_a_press_needs_our_own_page(where):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(where, {"answer": "yes"}).status_code == 403
    assert not Verdict.objects.exists()


def test_a_wrong_or_closed_secret_opens_nothing(client, where, told, at):
    assert client.get(reverse("promises:verdict", args=["nowhere22"])).status_code == 404
    told.way_back.close(at)
    assert client.get(where).status_code == 404


def test_the_page_is_kept_by_nobody(client, where):
    page = client.get(where)
    assert "noindex" in page.text
    assert "no-store" in page["Cache-Control"]


def test_the_same_press_from_their_own_page(client, told):
    token = WayBack.new_token()
    WayBack.objects.filter(pk=told.way_back_id).update(token_digest=digest(token))
    where = reverse("promises:verdict_by_link", args=[token, told.pk])
    answer = client.post(where, {"answer": "yes"})
    assert answer.status_code == 302
    assert answer.url == reverse("website:way_back", args=[token])
    assert Verdict.objects.get().answer == "yes"
    assert client.get(where).status_code == 405


def test_one_persons_page_does_not_press_for_another(client, told_five):
    token = WayBack.new_token()
    WayBack.objects.filter(pk=told_five[0].way_back_id).update(token_digest=digest(token))
    where = reverse("promises:verdict_by_link", args=[token, told_five[1].pk])
    assert client.post(where, {"answer": "no"}).status_code == 404
    assert not Verdict.objects.exists()
