"""I am worried someone is not safe."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Look, Person, Role
from alongside.safety.concerns import FROM_A_PLACE, alert_deputies
from alongside.safety.demo import WORDS, worry
from alongside.safety.errors import NotYours
from alongside.safety.models import Concern

PAGE = "/netherby/not-safe/"


def test_help_is_there_at_once(netherby: Netherby, client: Client) -> None:
    said = client.get(PAGE).content.decode()
    assert said.index("999") < said.index("<form")
    for number in ("0808 800 5000", "0800 1111", "01632 960 142"):
        assert number in said
    assert "/leave/" in said


def test_the_words_are_kept_for_the_lead_and_sent_twice_they_are_one(
    netherby: Netherby, client: Client, hal: Person
) -> None:
    sent = {"key": str(uuid.uuid4()), "words": WORDS, "channel": "call", "phone": "01632 960 310"}
    first = client.post(PAGE, sent, follow=True)
    client.post(PAGE, sent)
    concern = Concern.objects.get()
    assert concern.words.body == WORDS
    assert concern.way_back.address == "+441632960310"
    assert "Your words are kept" in first.content.decode()


def test_too_much_from_one_place_is_told_to_ring_and_keeps_its_words(
    netherby: Netherby, client: Client, hal: Person, now: datetime
) -> None:
    with time_machine.travel(now, tick=False):
        while FROM_A_PLACE.take("127.0.0.1", now):
            pass
        answer = client.post(PAGE, {"key": str(uuid.uuid4()), "words": WORDS, "channel": "none"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "If it cannot wait, ring one of the numbers above" in said
    assert WORDS in said
    assert not Concern.objects.exists()


def test_the_alert_says_nothing_of_what_was_written(netherby: Netherby, now: datetime, hal: Person) -> None:
    worry(netherby, now)
    alert = Message.objects.get(kind="concern")
    assert alert.person == hal
    assert alert.body == "Someone wrote to you on Alongside. Please sign in."
    assert "swimming" not in alert.subject + alert.body


def test_the_deputy_is_alerted_after_a_day_unless_it_is_in_hand(
    netherby: Netherby, now: datetime, owen: Person, hal: Person
) -> None:
    Role.objects.create(person=owen, name=Role.Name.DEPUTY, area=netherby.area, since=now)
    late, in_hand = worry(netherby, now), worry(netherby, now)
    in_hand.acknowledge(hal, now)
    alert_deputies(now + timedelta(hours=23))
    assert not Message.objects.filter(person=owen).exists()
    counted = [alert_deputies(now + timedelta(hours=24)) for _ in range(2)]
    assert counted == [1, 0]
    assert Message.objects.get(person=owen).key == f"concern:{late.pk}:{owen.pk}"


def test_only_lead_and_deputy_open_the_list_and_each_look_is_written_down(
    netherby: Netherby, now: datetime, client_of: Callable[[Person | None], Client]
) -> None:
    concern = worry(netherby, now)
    answers = {
        name: client_of(person).get("/netherby/concerns/").status_code
        for name, person in netherby.people.items()
    }
    assert {name for name, status in answers.items() if status == 200} == {"hal"}
    assert set(answers.values()) == {200, 404}
    assert Client().get("/netherby/concerns/").status_code == 302
    look = Look.objects.get()
    assert (look.person, look.what_id, look.what) == (netherby.hal, concern.pk, "concern")


def test_the_lead_takes_it_in_hand_and_the_writer_hears(
    netherby: Netherby, now: datetime, client_of: Callable[[Person | None], Client], hal: Person
) -> None:
    concern = worry(netherby, now)
    for _ in range(2):
        client_of(hal).post(f"/concerns/{concern.pk}/acknowledgement/")
    assert concern.__class__.objects.get().acknowledged.by == hal
    assert Message.objects.get(kind="concern-read").way_back == concern.way_back
    assert "took it in hand" in client_of(hal).get("/netherby/concerns/").content.decode()


def test_nobody_else_takes_it_in_hand(netherby: Netherby, now: datetime, jo: Person, client_of: Any) -> None:
    concern = worry(netherby, now)
    assert client_of(jo).post(f"/concerns/{concern.pk}/acknowledgement/").status_code == 404
    with pytest.raises(NotYours):
        concern.acknowledge(jo, now)


def test_where_nobody_reads_there_is_no_box_and_whom_to_ring_is_said(
    netherby: Netherby, client: Client
) -> None:
    Role.objects.filter(name=Role.Name.LEAD).delete()
    said = client.get(PAGE).content.decode()
    assert "<textarea" not in said
    assert "Please ring, do not write" in said
    assert "999" in said
    sent = client.post(PAGE, {"key": str(uuid.uuid4()), "words": WORDS})
    assert sent.status_code == 422
    assert WORDS.splitlines()[0][:40] in sent.content.decode()
    assert not Concern.objects.exists()


def test_empty_words_are_said_kindly(netherby: Netherby, client: Client) -> None:
    answer = client.post(PAGE, {"words": " ", "channel": "email", "email": "her@home.example"})
    assert answer.status_code == 422
    assert "Please write what worries you" in answer.content.decode()
    assert "her@home.example" in answer.content.decode()
