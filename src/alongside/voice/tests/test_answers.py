"""The organisation answers: from its room, by a code, or by a letter that the forum writes down."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.voice.answering import Words, answer_from_room
from alongside.voice.clock import say_who_is_silent
from alongside.voice.demo import moderate
from alongside.voice.errors import NotAllowed, NotForYou, NotRead
from alongside.voice.models import Asked, Reply, Story
from alongside.voice.moderating import pass_on

Told = Callable[..., Story]


@pytest.fixture
def story(netherby: Netherby, told: Told, now: datetime) -> Story:
    """About the centre; the service may read and answer; read by Gwen."""
    one = told(uses=["service"], who="cara", channel="mine")
    moderate(netherby, one, now)
    return Story.objects.get()


def code_of(asked: Asked) -> str:
    body = Message.objects.get(key=f"asked:{asked.pk}").body
    found = re.search(r"/replies/(\w+)/", body)
    assert found
    return found.group(1)


def answer(**more: Any) -> dict[str, Any]:
    return {"key": str(uuid.uuid4()), "words": "Thank you.", "signed": "Priya, bookings", **more}


def test_from_its_room_once_however_often_it_is_sent(story: Story, priya: Person, client_of: Any) -> None:
    sent = answer()
    for _ in range(2):
        assert client_of(priya).post(f"/stories/{story.pk}/replies/", sent).status_code == 302
    assert Reply.objects.get().by == priya
    assert "Thank you." in Message.objects.get(kind="answered").body
    assert Message.objects.get(kind="answered").way_back == story.teller.way_back


def test_by_a_code_without_an_account(story: Story, jo: Person, client_of: Any) -> None:
    client_of(jo).post(f"/stories/{story.pk}/asking/")
    page, client = f"/replies/{code_of(Asked.objects.get())}/", Client()
    said = client.get(page).content.decode()
    assert "The letter came late." in said
    assert "Cara" not in said
    assert client.post(page, answer(signed="")).status_code == 422
    assert "We have your answer" in client.post(page, answer(), follow=True).content.decode()
    assert Reply.objects.get().how == Reply.How.CODE
    assert client.get("/replies/wrongcode22/").status_code == 404


def test_a_code_shows_nothing_any_more_once_the_teller_takes_it_back(
    story: Story, jo: Person, now: datetime
) -> None:
    page = f"/replies/{code_of(story.ask(jo, now))}/"
    story.take_back("service", now)
    assert Client().get(page).status_code == 404


def test_asking_twice_sends_one_code(story: Story, jo: Person, now: datetime) -> None:
    assert story.ask(jo, now) == story.ask(jo, now)
    message = Message.objects.get(kind="asked")
    assert message.way_back.address == "hello@cdc.netherby.example"
    assert "letter" not in message.body.lower().replace("newsletter", "")


def test_nobody_is_asked_without_the_tellers_word_or_before_it_is_read(
    netherby: Netherby, told: Told, now: datetime
) -> None:
    with pytest.raises(NotRead):
        told(uses=["service"]).ask(netherby.jo, now)
    kept = told(uses=[])
    moderate(netherby, kept, now)
    with pytest.raises(NotAllowed):
        kept.ask(netherby.jo, now)
    with pytest.raises(NotForYou):
        kept.ask(netherby.asha, now)


def test_the_forum_writes_down_a_letter_and_says_so(story: Story, jo: Person, client_of: Any) -> None:
    page = f"/stories/{story.pk}/recorded-replies/"
    assert client_of(jo).post(page, answer()).status_code == 302
    assert "Recorded by the forum" in client_of(jo).get(f"/stories/{story.pk}/").content.decode()


def test_an_answer_that_claims_a_change_is_read_first(
    story: Story, priya: Person, gwen: Person, cara: Person, now: datetime, client_of: Any
) -> None:
    client_of(priya).post(f"/stories/{story.pk}/replies/", answer(claims_change="on"))
    reply = Reply.objects.get()
    assert not Message.objects.filter(kind="answered").exists()
    assert "Thank you." not in client_of(cara).get(f"/stories/{story.pk}/").content.decode()
    assert "Thank you." in client_of(gwen).get(f"/readings/{reply.reading_id}/").content.decode()
    for _ in range(2):
        pass_on(reply.reading, gwen, 0, now)
    assert Message.objects.filter(kind="answered").count() == 1
    assert "Thank you." in client_of(cara).get(f"/stories/{story.pk}/").content.decode()


def test_who_works_there_does_not_moderate_its_answer(
    netherby: Netherby, told: Told, now: datetime, client_of: Any
) -> None:
    story = told(about="council", uses=["service"])
    moderate(netherby, story, now)
    words = Words(body="Done.", key=uuid.uuid4(), claims_change=True)
    reply = answer_from_room(story, netherby.ben, words, now)
    assert client_of(netherby.kit).get(f"/readings/{reply.reading_id}/").status_code == 404


@pytest.mark.parametrize("who", ["ben", "farah", "asha", "cara", "jo", "gwen", None])
def test_nobody_else_answers_from_its_room(
    netherby: Netherby, story: Story, who: str | None, client_of: Any
) -> None:
    client = client_of(netherby.people[who] if who else None)
    assert client.get(f"/stories/{story.pk}/replies/").status_code == 404
    assert client.post(f"/stories/{story.pk}/replies/", answer()).status_code == 404


def test_asked_and_silent_for_thirty_days_shows(
    netherby: Netherby, story: Story, now: datetime, client_of: Any
) -> None:
    story.ask(netherby.jo, now)
    soon, late = now + timedelta(days=29), now + timedelta(days=30)
    assert not Asked.objects.silent(soon).exists()
    assert Asked.objects.silent(late).get().story == story
    with time_machine.travel(late, tick=False):
        said = client_of(netherby.jo).get(f"/stories/{story.pk}/").content.decode()
        assert "Asked and silent" in said
        assert [say_who_is_silent(late) for _ in range(2)] == [1, 0]
        assert Message.objects.get(kind="silent").person == netherby.jo
        answer_from_room(story, netherby.priya, Words("Sorry.", uuid.uuid4()), late)
        assert not Asked.objects.silent(late).exists()


def test_the_words_come_back_when_something_is_missing(story: Story, priya: Person, client_of: Any) -> None:
    page = client_of(priya).post(f"/stories/{story.pk}/replies/", answer(signed="", words="a" * 4001))
    assert page.status_code == 422
    assert "a" * 4001 in page.content.decode()


def test_no_page_for_an_answer_says_your_answer_twice(
    story: Story, jo: Person, priya: Person, client_of: Any, now: datetime
) -> None:
    code = code_of(story.ask(jo, now))
    for who, path, times in (
        (priya, f"/stories/{story.pk}/replies/", 1),
        (None, f"/replies/{code}/", 1),
        (jo, f"/stories/{story.pk}/recorded-replies/", 0),
    ):
        main = client_of(who).get(path).content.decode().split("<main")[1].split("</main")[0]
        assert main.count("Your answer") == times, path
