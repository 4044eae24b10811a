"""More than fifty people's details in ten minutes: a page that says to wait, and the lead hears of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client

from alongside.journal.models import Event
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.looks import MOST
from alongside.people.models import Person, Role
from alongside.safety.demo import worry
from alongside.safety.slowing import tell_lead


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now):  # which ticks: what was opened first counts first
        yield


def read_all(browser: Client, netherby: Netherby, now: datetime) -> list[int]:
    """As many worries as anybody may read, and some more: what each page of them answered."""
    for number in range(MOST + 5):
        worry(netherby, now - timedelta(days=number + 1))
    said, page = [], f"/{netherby.area.slug}/concerns/"
    after = ""
    while True:
        answer = browser.get(page + after)
        said.append(answer.status_code)
        if answer.status_code != 200 or not (older := answer.context["page"].older()):
            return said
        after = older


def test_it_says_to_wait_and_the_deputy_hears_once(
    netherby: Netherby, hal: Person, ines: Person, now: datetime, client_of: Callable[[Person], Client]
) -> None:
    Role.objects.create(person=ines, name=Role.Name.DEPUTY, area=netherby.area, since=now)
    browser = client_of(hal)

    assert read_all(browser, netherby, now)[-1] == 429

    again = browser.get(f"/{netherby.area.slug}/concerns/?after=")
    assert again.status_code == 200, "what was opened may be read on"
    told = Message.objects.filter(kind="many-looks")
    assert [message.person for message in told] == [ines]
    assert "Hal opened the details" in told.get().body
    assert Event.objects.filter(what="looks.slowed").exists()


def test_the_page_says_how_long(
    netherby: Netherby, hal: Person, now: datetime, client_of: Callable[[Person], Client]
) -> None:
    browser = client_of(hal)
    read_all(browser, netherby, now)
    answer = browser.get(f"/{netherby.area.slug}/concerns/", {"after": ""})
    while answer.status_code == 200:
        answer = browser.get(f"/{netherby.area.slug}/concerns/{answer.context['page'].older()}")
    assert answer.headers["Retry-After"] == "600"
    assert "Please wait a little" in answer.content.decode()


def test_where_nobody_else_leads_a_co_ordinator_hears(netherby: Netherby, hal: Person, now: datetime) -> None:
    tell_lead(hal, netherby.area, now)
    tell_lead(hal, netherby.area, now)
    assert [str(message.person) for message in Message.objects.filter(kind="many-looks")] == ["Jo"]
