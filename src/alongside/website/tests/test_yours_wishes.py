"""Somebody asks about what we keep of them, and a person answers within a month."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from alongside.messages.models import Channel, Message
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.website.models import Answer, Erased, TakenBack, Wish
from alongside.website.yours.days import month_later
from alongside.website.yours.holders import Holder
from alongside.website.yours.refusals import NobodyElse, NotYet, NotYoursToAnswer, Over, SayWhat

DAY = timedelta(days=1)
Browsers = Callable[..., Client]
WORDS = "I am not new any more."


@pytest.fixture
def wrong(cara: Person, jo: Person, now: datetime) -> Wish:
    return Wish.make(Holder(cara), Wish.Kind.WRONG, WORDS, now)


def test_cara_says_what_is_wrong_and_jo_answers(
    cara: Person, jo: Person, client_of: Browsers, now: datetime
) -> None:
    said = {"key": uuid.uuid4(), "kind": "wrong", "words": WORDS}
    with time_machine.travel(now, tick=False):
        sent = client_of(cara).post("/my/data/wishes/", said)
        again = client_of(cara).post("/my/data/wishes/", said)
        wish = Wish.objects.get()
        waits = client_of(jo).get("/netherby/wishes/")
        page = client_of(jo).get(f"/wishes/{wish.pk}/")
        done = client_of(jo).post(f"/wishes/{wish.pk}/", {"key": uuid.uuid4(), "words": "Put right."})
        hers = client_of(cara).get("/my/data/")

    assert sent.status_code == again.status_code == done.status_code == 302
    assert "Something about me is wrong" in waits.text
    assert WORDS in page.text
    assert "Put right." in hers.text
    assert "Put right." in Message.objects.get(person=cara, kind="wish").body
    assert "Nobody waits" in client_of(jo).get("/netherby/wishes/").text


def test_an_empty_one_is_asked_for_kindly(cara: Person, client_of: Browsers) -> None:
    answer = client_of(cara).post("/my/data/wishes/", {"key": uuid.uuid4(), "kind": "stop", "words": ""})
    assert answer.status_code == 422
    assert not Wish.objects.exists()


def test_words_of_spaces_are_refused(cara: Person, now: datetime) -> None:
    with pytest.raises(SayWhat):
        Wish.make(Holder(cara), Wish.Kind.STOP, "   ", now)


def test_the_keeper_is_told_in_the_morning_and_nothing_of_what_it_is(wrong: Wish, jo: Person) -> None:
    told = Message.objects.get(person=jo, kind="wish-made")
    assert WORDS not in told.body
    assert "Cara" not in told.body
    assert told.due_at.hour == 9


def test_nobody_answers_for_themselves_or_for_another_area(
    wrong: Wish, netherby: Netherby, now: datetime
) -> None:
    own = Wish.make(Holder(netherby.jo), Wish.Kind.WRONG, "My number is old.", now)
    for wish, by in ((own, netherby.jo), (wrong, netherby.dev), (wrong, netherby.gwen)):
        with pytest.raises(NotYoursToAnswer):
            wish.answer(by, "Yes.", now)


def test_an_answer_says_something_and_stands(wrong: Wish, jo: Person, now: datetime) -> None:
    with pytest.raises(SayWhat):
        wrong.answer(jo, " ", now)
    first = wrong.answer(jo, "Put right.", now)
    assert wrong.answer(jo, "Something else.", now) == first
    assert Answer.objects.get().words == "Put right."
    with pytest.raises(Over):
        wrong.take_back(now)


def test_what_is_taken_back_is_answered_by_nobody(
    wrong: Wish, cara: Person, jo: Person, client_of: Browsers, now: datetime
) -> None:
    for _ in range(2):
        assert client_of(cara).post(f"/wishes/{wrong.pk}/withdrawal/").status_code == 302
    assert TakenBack.objects.count() == 1
    with pytest.raises(Over):
        wrong.answer(jo, "Put right.", now)


def test_asha_is_asked_to_wait_a_day_and_then_jo_sees_to_it(asha: Person, jo: Person, now: datetime) -> None:
    wish = Wish.make(Holder(asha), Wish.Kind.ERASE, "", now)
    assert Wish.make(Holder(asha), Wish.Kind.ERASE, "", now, uuid.uuid4()) == wish
    with pytest.raises(NotYet):
        wish.answer(jo, "", now)
    asha.refresh_from_db()
    assert asha.is_active

    wish.answer(jo, "", now + DAY)
    asha.refresh_from_db()
    assert not asha.is_active
    assert Erased.objects.filter(pk=asha.pk, kind=Erased.Kind.PERSON).exists()


def test_the_only_keeper_finds_somebody_first(jo: Person, now: datetime) -> None:
    with pytest.raises(NobodyElse):
        Wish.make(Holder(jo), Wish.Kind.ERASE, "", now)


def test_the_holder_of_a_link_asks_and_hears_by_that_link(
    netherby: Netherby, client_of: Browsers, now: datetime
) -> None:
    _, token = voices.tell_story(netherby, Tale("school", 3, good="Kind Mr Bell."), now - 3 * DAY)
    said = {"key": uuid.uuid4(), "kind": "stop", "words": "Not for training."}
    with time_machine.travel(now, tick=False):
        assert Client().post(f"/way-back/{token}/data/wishes/", said).status_code == 302
        wish = Wish.objects.get()
        page = client_of(netherby.jo).get(f"/wishes/{wish.pk}/").text
    wish.answer(netherby.jo, "It is not used there.", now)

    assert "Somebody with a link of their own" in page
    assert Message.objects.get(way_back=wish.way_back, kind="wish").channel == Channel.LINK
    assert "It is not used there." in Client().get(f"/way-back/{token}/").text


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 12, 5), date(2027, 1, 5)),
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_month_is_a_month(on: date, due: date) -> None:
    assert month_later(on) == due
