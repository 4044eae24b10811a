"""Who told a story is behind a door of its own: keeper or lead, a reason, and the teller is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine

from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Look, Person, Role
from alongside.voice import forget
from alongside.voice.models import Opened, Story, Teller

Told = Callable[..., Story]


def test_jo_opens_it_with_a_reason_and_she_is_told(told: Told, jo: Person, client_of: Any) -> None:
    story = told(channel="call", address="01632 960 302", call_me="Sam’s dad")
    page, client = f"/stories/{story.pk}/teller/", client_of(jo)
    assert "960302" not in client.get(page).content.decode().replace(" ", "")
    assert client.post(page, {"why": " "}).status_code == 422
    shown = client.post(page, {"why": "The service asks when it may ring"}, follow=True).content.decode()
    assert "01632 960 302" in shown
    assert "Sam’s dad" in shown
    message = Message.objects.get(kind="opened")
    assert message.way_back == story.teller.way_back
    assert "The service asks when it may ring" in message.body
    assert Look.objects.filter(person=jo, what="teller", what_id=story.pk).exists()


def test_it_closes_after_half_an_hour(told: Told, jo: Person, now: datetime, client_of: Any) -> None:
    story = told(channel="call", address="01632 960 302")
    page, client = f"/stories/{story.pk}/teller/", client_of(jo)
    client.post(page, {"why": "To ring her"})
    with time_machine.travel(now + timedelta(minutes=31), tick=False):
        assert "+441632960302" not in client.get(page).content.decode()
    assert Opened.objects.count() == 1


@pytest.mark.parametrize(
    "who", ["asha", "ben", "cara", "dev", "farah", "gwen", "kit", "ines", "priya", "owen", None]
)
def test_nobody_else_finds_the_page(netherby: Netherby, told: Told, who: str | None, client_of: Any) -> None:
    story = told()
    client = client_of(netherby.people[who] if who else None)
    assert client.get(f"/stories/{story.pk}/teller/").status_code == 404
    assert client.post(f"/stories/{story.pk}/teller/", {"why": "x"}).status_code == 404


def test_a_keeper_who_works_for_a_service_does_not_either(
    netherby: Netherby, told: Told, now: datetime, client_of: Any
) -> None:
    story = told()
    Role.objects.create(person=netherby.ben, name=Role.Name.KEEPER, area=netherby.area, since=now)
    assert client_of(netherby.ben).get(f"/stories/{story.pk}/teller/").status_code == 404


def test_three_years_on_nobody_knows_who_told_it(told: Told, now: datetime) -> None:
    story = told(channel="email", address="her@home.example")
    rule, later = forget.RULES[0], now + timedelta(days=3 * 365 + 1)
    assert rule.run(now) == 0
    assert (rule.left(later), rule.run(later), rule.left(later)) == (1, 1, 0)
    assert not Teller.objects.filter(story=story).exists()
