"""Each night the history is read again, and its heads leave the house."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from alongside.groups import demo as at_work
from alongside.groups.models import Group
from alongside.journal.models import Chain, Event
from alongside.messages.models import Message, WayBack
from alongside.people.demo import Netherby
from alongside.website.management.commands.worker import Worker
from alongside.website.nightly import check_history, mail_heads

NIGHT = timedelta(days=1)


@pytest.fixture
def happened(netherby: Netherby, now: datetime) -> Netherby:
    at_work.taken_with_dissent(netherby, at_work.groups(netherby, now), now)
    Message.objects.all().delete()
    return netherby


def test_a_whole_history_worries_nobody(happened: Netherby, now: datetime) -> None:
    assert check_history(now) == 0
    assert not Message.objects.exists()


def test_the_coordinator_hears_of_a_broken_one_once_a_night(
    happened: Netherby, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    Event.objects.filter(number=3).update(what="decision.taken")
    with caplog.at_level(logging.ERROR, logger="alongside.history"):
        assert check_history(now) == check_history(now + timedelta(hours=1)) > 0
    told = Message.objects.get(kind="history", person=happened.jo)
    assert "alongside verify" in told.body
    assert "event 3" in caplog.text

    check_history(now + NIGHT)
    assert Message.objects.filter(kind="history", person=happened.jo).count() == 2


def test_the_worker_does_it(happened: Netherby, now: datetime) -> None:
    Event.objects.filter(number=3).update(what="decision.taken")
    Worker().night(now)
    assert Message.objects.filter(kind="history").exists()


def test_the_heads_go_to_those_in_the_settings_once_a_night(
    happened: Netherby, now: datetime, settings: Any
) -> None:
    settings.HEADS_TO = ["auditor@council.example", "forum@overfell.example"]
    assert mail_heads(now) == mail_heads(now) == 2
    mails = Message.objects.filter(kind="head")
    head = Chain.objects.get(area_id=happened.area.pk).head
    assert mails.count() == 2
    assert all(f"alongside verify --head {head}" in mail.body for mail in mails)

    mail_heads(now + NIGHT)
    assert mails.all().count() == 4
    assert WayBack.objects.filter(hint="the heads of the journal").count() == 2


def test_nobody_is_named_and_nothing_is_mailed(happened: Netherby, now: datetime) -> None:
    assert mail_heads(now) == 0


def test_a_mailed_head_is_found_again_or_not(
    happened: Netherby, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    head = Chain.objects.get(area_id=happened.area.pk).head
    at_work.opened(happened, Group.objects.get(), now + NIGHT)  # life goes on
    call_command("verify", "--head", head)
    said = capsys.readouterr().out
    assert "It is event" in said
    assert "All is whole" in said

    with pytest.raises(SystemExit):
        call_command("verify", "--head", "0" * 64)
    assert "rewritten" in capsys.readouterr().err
