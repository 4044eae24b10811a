"""Texts by a plain gateway: one POST each, once; and what becomes of them when it is unkind, or away."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from alongside.messages.deliver import PATIENCE, PAUSE, deliver_due
from alongside.messages.models import Attempt, Channel, Gone, Message, Stopped
from alongside.messages.say import say
from alongside.messages.transports import gateway
from alongside.people.demo import Netherby

from . import sending
from .house import House
from .post_office import DEAF
from .text_office import TOKEN, TextOffice

DAYS = timedelta(days=3)


@pytest.fixture
def office(settings: Any) -> Iterator[TextOffice]:
    """Our texts go there, by the real protocol."""
    with TextOffice() as there:
        settings.OUTBOX, settings.SMS_URL, settings.SMS_TOKEN = "sms", there.address, TOKEN
        settings.SMS_FROM = "Netherby"
        yield there


@pytest.fixture
def today(now: datetime) -> Iterator[datetime]:
    """What is said now is said today, not in the past."""
    with time_machine.travel(now):
        yield now


def told(netherby: Netherby, at: datetime, number: int = 1, body: str = "") -> Message:
    about = {"key": f"news:{number}", "kind": "news", "subject": "News", "body": body or f"Text {number}."}
    return say(**about, at=at, area=netherby.area, person=netherby.asha, channel=Channel.TEXT)


def everything(at: datetime) -> None:
    while deliver_due(at):
        pass


def test_one_post_for_one_text(netherby: Netherby, office: TextOffice, today: datetime) -> None:
    text = told(netherby, today, body="“It is done.” https://alongside.example/my/")
    everything(today)
    assert office.letters == {
        str(text.pk): {'+441632960101: "It is done." https://alongside.example/my/'},
    }
    [asked] = office.asked
    assert (asked["method"], asked["path"]) == ("POST", "/send")
    assert asked["Content-Type"] == "application/json"
    assert text.gone.how == Gone.How.SENT
    assert text.gone.why == ""


@pytest.mark.parametrize("status", [400, 410, 413, 422])
def test_a_number_that_it_never_takes_becomes_a_task(
    netherby: Netherby, office: TextOffice, today: datetime, status: int
) -> None:
    text, office.mood = told(netherby, today), status
    everything(today)
    assert text.gone.how == Gone.How.FAILED
    assert not Stopped.objects.exists()


@pytest.mark.parametrize("mood", [301, 302, 307, 308, 401, 402, 403, 404, 429, 500, 502, 503, DEAF])
def test_what_is_about_all_is_no_fault_of_one(
    netherby: Netherby, office: TextOffice, today: datetime, mood: str | int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "SECONDS", 0.2)
    told(netherby, today)
    office.mood = mood
    everything(today)
    assert not Gone.objects.exists()
    assert not Attempt.objects.exists()
    assert Stopped.objects.exists() == (mood != 429)
    assert len(office.asked) == (mood != DEAF), "no redirect is followed"
    office.mood = ""
    everything(today + 2 * PAUSE)
    assert office.came.total() == 1
    assert not Stopped.objects.exists()


def test_a_wrong_token_is_not_a_wrong_number(
    netherby: Netherby, office: TextOffice, today: datetime, settings: Any
) -> None:
    settings.SMS_TOKEN = "another"
    told(netherby, today)
    everything(today)
    assert not Gone.objects.exists()


def test_nothing_goes_in_the_open_or_without_a_token(
    netherby: Netherby, office: TextOffice, today: datetime, settings: Any
) -> None:
    told(netherby, today)
    for name, value in (("SMS_URL", "http://texts.example/"), ("SMS_TOKEN", ""), ("SMS_TOKEN", "a\r\nb")):
        before = getattr(settings, name)
        setattr(settings, name, value)
        everything(today)
        setattr(settings, name, before)
    assert office.asked == []
    assert not Gone.objects.exists()


def test_no_number_and_no_words_stand_in_a_log_or_a_row(
    netherby: Netherby, office: TextOffice, today: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for number, mood in enumerate(("", 422, 503), start=1):
        office.mood = mood
        told(netherby, today, number, body="Marta waits.")
        everything(today)
    kept = " ".join([caplog.text, *Gone.objects.values_list("why", flat=True)])
    kept += " ".join(Attempt.objects.values_list("error", flat=True))
    assert "422" in kept
    assert not [leak for leak in ("960101", "960 101", "Marta", TOKEN, "127.0.0.1") if leak in kept]


def test_after_three_days_all_go_and_each_once(
    netherby: Netherby, office: TextOffice, today: datetime
) -> None:
    office.closes()
    at, number = today, 0
    while at < today + DAYS:
        if at - today == number * timedelta(hours=1):
            told(netherby, at, number)
            number += 1
        everything(at)
        at += PAUSE
    assert not Gone.objects.exists()
    assert not Attempt.objects.exists()
    [said] = Stopped.overnight(at)
    assert (said.channel, said.since) == (Channel.TEXT, today.date())
    office.opens()
    everything(at + timedelta(hours=14))  # nobody’s phone rings at night
    assert (len(office.came), office.posted.total()) == (number, number)
    assert set(Gone.objects.values_list("how", flat=True)) == {Gone.How.SENT}
    assert Stopped.overnight(at + DAYS) == []


def test_what_waited_for_a_week_comes_to_a_human(
    netherby: Netherby, office: TextOffice, today: datetime
) -> None:
    text = told(netherby, today)
    office.closes()
    everything(today)
    everything(today + PATIENCE + PAUSE)
    assert text.gone.how == Gone.How.FAILED


def test_a_sender_that_is_killed_sends_each_text_once(tmp_path: Path) -> None:
    """What is posted twice bears the same id, so the gateway sends it on once."""
    tally = sending.rounds(House(tmp_path), 4, "sms")
    assert tally.faults == []
    assert tally.kills == 4
    assert tally.twice == 0
    assert tally.letters == 4 * sending.EACH_ROUND
