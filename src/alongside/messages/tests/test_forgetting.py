"""Every rule of forgetting leaves nothing behind, and takes nothing before its time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.apps import apps

from alongside.messages.deliver import deliver_due
from alongside.messages.forget import RULES
from alongside.messages.models import Channel, Gone, Message, WayBack
from alongside.messages.privacy import FIELDS
from alongside.people.demo import Netherby
from alongside.people.models import Person

Tell = Callable[..., Message]
RULE = {rule.name: rule for rule in RULES}


def test_what_was_sent_is_forgotten_after_half_a_year(asha: Person, tell: Tell, now: datetime) -> None:
    message = tell(person=asha)
    deliver_due(now)
    rule = RULE["messages that have gone"]

    assert rule.run(now + timedelta(days=179)) == 0
    assert rule.left(now + timedelta(days=180)) == 1
    assert rule.run(now + timedelta(days=180)) == 1
    assert rule.left(now + timedelta(days=180)) == 0
    message.refresh_from_db()
    assert (message.subject, message.body) == ("", "")


def test_what_waits_is_not_forgotten(asha: Person, tell: Tell, now: datetime) -> None:
    tell(person=asha, channel=Channel.LETTER)

    for rule in RULES:
        rule.run(now + timedelta(days=1000))

    assert Message.objects.get().body


def test_what_lies_on_a_secret_link_stays_until_the_link_is_closed(
    netherby: Netherby, tell: Tell, now: datetime
) -> None:
    way_back, _token = WayBack.open_new(area=netherby.area, channel=Channel.LINK)
    tell(way_back=way_back)
    for rule in RULES:
        rule.run(now + timedelta(days=1000))
    assert Message.objects.get().body

    way_back.close(now)
    assert RULE["closed ways back"].run(now) == 1
    assert RULE["closed ways back"].left(now) == 0
    assert Message.objects.get().body == ""


def test_a_closed_way_back_forgets_where_it_led(netherby: Netherby, now: datetime) -> None:
    way_back, _token = WayBack.open_new(area=netherby.area, channel=Channel.EMAIL, address="m@home.example")
    WayBack.objects.update(closed_at=now)  # by a hand that forgot the rest
    rule = RULE["closed ways back"]

    assert rule.left(now) == 1
    assert rule.run(now) == 1
    way_back.refresh_from_db()
    assert way_back.address == ""


def test_a_used_secret_is_emptied_by_the_rule_too(asha: Person, tell: Tell, now: datetime) -> None:
    gone = tell(person=asha, secret=True)
    Gone.objects.create(message=gone, how=Gone.How.SENT, at=now)
    tell(person=asha, secret=True, useless_at=now)
    waiting = tell(person=asha, secret=True)
    rule = RULE["secrets that were used"]

    assert rule.run(now) == 2
    assert rule.left(now) == 0
    assert Message.objects.get(pk=waiting.pk).body


def test_files_in_the_outbox_go_after_a_month(asha: Person, tell: Tell, now: datetime, outbox: Path) -> None:
    tell(person=asha)
    deliver_due(now)
    (outbox / "notes.txt").write_text("not ours")
    rule = RULE["files in the outbox"]

    assert rule.run(now + timedelta(days=30)) == 0
    assert rule.run(now + timedelta(days=31)) == 1
    assert rule.left(now + timedelta(days=31)) == 0
    assert [file.name for file in outbox.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_what_it_does(rule: object) -> None:
    assert getattr(rule, "sentence", "").endswith(".")


def test_every_field_is_classed_and_every_rule_is_there() -> None:
    there = {
        f"messages.{model.__name__}.{field.name}"
        for model in apps.get_app_config("messages").get_models()
        for field in model._meta.concrete_fields
    }
    assert set(FIELDS) == there
