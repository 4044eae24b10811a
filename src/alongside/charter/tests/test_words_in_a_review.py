"""What people write is read by a moderator, and shown when the round is over, of sides that are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from alongside.charter.answers import Filled, hand_in
from alongside.charter.framework import Audience
from alongside.charter.models import Comment, Review
from alongside.charter.waiting import waiting_words
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.people.viewer import Viewer

from .conftest import HandIn

Browser = Callable[[Person | None], Client]
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now + DAY, tick=False):
        yield


@pytest.fixture
def words(review: Review, now: datetime) -> Comment:
    """A family's."""
    said = {("welcome", "good"): "The tea <b>at</b> the gate."}
    hand_in(review, Audience.FAMILIES, Filled({"heard": "mostly"}, said), now)
    return Comment.objects.get()


def shown(review: Review, client: Client) -> str:
    return client.get(reverse("charter:review", args=[review.pk])).content.decode()


def test_gwen_reads_them_and_then_everybody_may(
    review: Review, words: Comment, netherby: Netherby, client_of: Browser, answer: HandIn, now: datetime
) -> None:
    gwen, page = client_of(netherby.gwen), reverse("charter:comment", args=[words.pk])
    (waiting,) = waiting_words(Viewer(netherby.gwen), now + DAY)
    assert waiting.href == page
    assert "Welcome and care: What is good here?" in gwen.get(page).content.decode()
    assert gwen.post(page, {"shown": "yes", "why": ""}).url == reverse("website:my_page")
    assert waiting_words(Viewer(netherby.gwen), now + DAY) == []

    answer(9, Audience.FAMILIES, heard="mostly")
    review.close(netherby.farah, now)
    assert "The tea &lt;b&gt;at&lt;/b&gt; the gate." in shown(review, client_of(None))


def test_unread_or_kept_back_they_are_not_shown(
    review: Review, words: Comment, netherby: Netherby, client_of: Browser, answer: HandIn, now: datetime
) -> None:
    answer(9, Audience.FAMILIES, heard="mostly")
    review.close(netherby.farah, now)
    assert "The tea" not in shown(review, client_of(None))
    gwen, page = client_of(netherby.gwen), reverse("charter:comment", args=[words.pk])
    no_reason = gwen.post(page, {"shown": "no", "why": " "})
    assert no_reason.status_code == 422
    assert "Say in a few words why you keep it back" in no_reason.content.decode()
    gwen.post(page, {"shown": "no", "why": "Only one family meets there."})
    assert "The tea" not in shown(review, client_of(None))
    assert "Only one family meets there." not in shown(review, client_of(netherby.farah))


def test_words_of_a_side_of_which_too_few_answered_are_not_shown(
    review: Review, words: Comment, netherby: Netherby, client_of: Browser, answer: HandIn, now: datetime
) -> None:
    words.read(netherby.gwen, True, "", now)
    answer(6, Audience.FAMILIES, heard="mostly")
    answer(20, Audience.STAFF, heard="mostly")
    review.close(netherby.farah, now)
    assert "The tea" not in shown(review, client_of(netherby.gwen))


@pytest.mark.parametrize("who", ["farah", "jo", "asha", "dev", "hal", ""])
def test_nobody_else_reads_them(words: Comment, netherby: Netherby, client_of: Browser, who: str) -> None:
    page = reverse("charter:comment", args=[words.pk])
    assert client_of(netherby.people.get(who)).get(page).status_code == 404


def test_a_moderator_from_a_service_meets_them_the_next_day(
    words: Comment, netherby: Netherby, client_of: Browser, now: datetime
) -> None:
    page = reverse("charter:comment", args=[words.pk])
    kit = client_of(netherby.kit)
    assert kit.get(page).status_code == 200
    with time_machine.travel(now, tick=False):
        assert client_of(netherby.kit).get(page).status_code == 404
        assert waiting_words(Viewer(netherby.kit), now) == []
