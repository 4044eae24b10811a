"""Who left a number hears what was typed, and it counts as theirs when they say yes."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from alongside.messages.models import Message, WayBack
from alongside.people.demo import Netherby
from alongside.people.models import Look, Person
from alongside.safety.models import Draft, Reading
from alongside.voice.forget import RULES
from alongside.voice.models import Consent, ReadBack, Story, TakenDown, Teller

Browser = Callable[[Person | None], Client]
HERE = "/netherby/taken-down/"


def sheet(**more: Any) -> dict[str, Any]:
    """What Jo types; ``key`` is the page's own."""
    return {"key": str(uuid.uuid4()), "how": "paper", "happened": "The letter came late.", **more}


RINGS = {"channel": "call", "where": "01632 960 187", "call_me": "Mrs Okafor"}


@pytest.fixture
def jo(netherby: Netherby, client_of: Browser) -> Client:
    return client_of(netherby.jo)


def page(taken: TakenDown, more: str = "") -> str:
    return f"{HERE}{taken.pk}/{more}"


def test_with_a_number_it_is_no_story_before_they_say_yes(jo: Client, netherby: Netherby) -> None:
    saved = jo.post(HERE, sheet(**RINGS, uses=["publish"]))
    assert "saved=waits" in saved.url
    for nothing in (Story, Reading, Consent, Teller, WayBack, Message, Draft):
        assert not nothing.objects.exists()
    waits = jo.get(HERE).content.decode()
    assert "To read back: 1" in waits
    assert "Mrs Okafor" in waits
    assert "960 187" not in waits


def test_read_back_mended_and_agreed_it_is_theirs(jo: Client, netherby: Netherby, now: datetime) -> None:
    jo.post(HERE, sheet(**RINGS, uses=["publish", "service"], organisation=str(netherby.centre.pk)))
    taken = TakenDown.objects.get()
    read = jo.get(page(taken)).content.decode()
    assert "Read it back to Mrs Okafor" in read
    assert "01632 960 187" in read
    assert Look.objects.get(what_id=taken.pk).person == netherby.jo
    mended = {"happened": "The letter came a week late.", "uses": ["service"], **RINGS}
    for _ in "twice":
        assert jo.post(page(taken), {**mended, "organisation": str(netherby.centre.pk)}).status_code == 302
    story = Story.objects.get()
    assert story.happened.body == "The letter came a week late."
    assert list(story.consents.values_list("use", flat=True)) == ["service"]
    assert story.teller.way_back.address == "+441632960187"
    assert Message.objects.get().kind == "thanks"
    taken.refresh_from_db()
    assert (taken.answers, taken.read_back.said) == ({}, ReadBack.Said.YES)
    assert jo.get(page(taken)).status_code == 302


def test_whom_nobody_reaches_stays_with_the_forum(jo: Client) -> None:
    jo.post(HERE, sheet(**RINGS, uses=["publish", "service"]))
    taken = TakenDown.objects.get()
    for _ in "twice":
        assert jo.post(page(taken, "not-reached/")).status_code == 302
    story = Story.objects.get()
    assert (story.consents.count(), Teller.objects.count(), Message.objects.count()) == (0, 0, 0)
    assert ReadBack.objects.get().said == ReadBack.Said.NOT_REACHED


@pytest.mark.parametrize("how", ["phone", "in-person"])
def test_read_back_while_they_are_there_it_counts_at_once(jo: Client, how: str) -> None:
    jo.post(HERE, sheet(**RINGS, how=how, heard="on"))
    assert Story.objects.get().teller.way_back.call_me == "Mrs Okafor"
    assert ReadBack.objects.get().said == ReadBack.Said.YES


def test_what_is_never_read_back_goes(jo: Client, now: datetime) -> None:
    jo.post(HERE, sheet(**RINGS))
    rule = next(one for one in RULES if one.name == "taken down")
    assert (rule.run(now + timedelta(days=89)), rule.left(now + timedelta(days=90))) == (0, 1)
    assert rule.run(now + timedelta(days=90)) == 1
    assert not TakenDown.objects.exists()
