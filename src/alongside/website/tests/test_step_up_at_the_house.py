"""What cannot be undone, or tells everything, asks for a second step of the last half hour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from alongside.groups import demo as at_work
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.website.yours.holders import Holder
from alongside.website.yours.wishes import Wish
from alongside.welcome.models import Passkey

Browser = Callable[[Person], Client]
LATER = timedelta(minutes=31)


def asks(browser: Client, page: str, at: datetime) -> bool:
    """Whether this page leads to the second step before it answers."""
    with time_machine.travel(at, tick=False):
        return browser.get(page).headers.get("Location", "").startswith(reverse("welcome:second"))


def test_passing_on_a_seat(
    netherby: Netherby, jo: Person, owen: Person, now: datetime, client_of: Browser
) -> None:
    group = at_work.groups(netherby, now)
    page = reverse("groups:handovers", args=[group.pk])
    with time_machine.travel(now, tick=False):
        browser, without_a_task = client_of(jo), client_of(owen)
    assert not asks(browser, page, now)
    assert asks(browser, page, now + LATER)
    assert not asks(without_a_task, page, now + LATER)


def test_answering_a_wish(
    netherby: Netherby, jo: Person, cara: Person, now: datetime, client_of: Browser
) -> None:
    wish = Wish.make(Holder(cara), Wish.Kind.WRONG, "My name is Kara.", now)
    page = reverse("website:wish", args=[wish.pk])
    with time_machine.travel(now, tick=False):
        browser = client_of(jo)
    assert not asks(browser, page, now)
    assert asks(browser, page, now + LATER)


@pytest.mark.parametrize("has_a_way", [True, False])
def test_being_forgotten(has_a_way: bool, cara: Person, now: datetime, client_of: Browser) -> None:
    if has_a_way:
        Passkey.objects.create(person=cara, called="phone", known_by="1", credential=b"", counter=0, at=now)
    with time_machine.travel(now, tick=False):
        browser = client_of(cara)
    assert asks(browser, reverse("website:my_erasure"), now + LATER) == has_a_way
