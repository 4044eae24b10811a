"""Whoever is looked at can see who looked, at what, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import get_resolver, reverse

from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Look, Person
from alongside.safety.demo import worry
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.forms import MINE
from alongside.voice.models import Story
from alongside.voice.opening import open_teller
from alongside.website.yours.erasing import erase
from alongside.website.yours.holders import Holder
from alongside.website.yours.lookers import lookers

Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


def seen(holder: Holder) -> list[tuple[str, str, str]]:
    return [(one.who, one.what, one.why) for one in lookers(holder)]


@pytest.fixture
def told(netherby: Netherby, now: datetime) -> Story:
    """Cara said it, as a young person, and let the service read it; Gwen has read it."""
    tale = Tale("centre", 9, "Nobody asked me.", who="cara", channel=MINE, perspective="young-person")
    voices.live(netherby, tale, now)
    return Story.objects.get()


def test_whoever_looks_up_who_told_is_named_with_their_reason(
    told: Story, cara: Person, hal: Person, now: datetime
) -> None:
    open_teller(told, hal, "To ring before the holidays.", now)
    assert seen(Holder(cara)) == [("Hal", "who told us", "To ring before the holidays.")]
    assert seen(Holder(hal)) == []


def test_whoever_reads_what_a_young_person_told_is_named(
    told: Story, cara: Person, kit: Person, priya: Person, client_of: Browser
) -> None:
    page = reverse("voice:story", args=[told.pk])
    for who in (priya, cara, None):
        client_of(who).get(page)
    client_of(priya).get(reverse("website:room", args=[told.organisation_id]))
    assert seen(Holder(cara)) == [("Priya", "what a child or young person told us", "")]
    assert seen(Holder(kit)) == []


def test_whoever_opens_how_to_reach_somebody_is_named(
    netherby: Netherby, jo: Person, hal: Person, now: datetime, client_of: Browser
) -> None:
    concern = worry(netherby, now, acknowledged=True)
    assert concern.way_back is not None
    call = Message.objects.get(way_back=concern.way_back)
    client_of(hal).get(reverse("safety:concerns", args=[netherby.area.slug]))
    client_of(jo).get(reverse("messages:message", args=[call.pk]))
    client_of(jo).get(reverse("website:desk", args=[netherby.area.slug]))
    found = seen(Holder(way_back=concern.way_back, token="x"))
    assert sorted(found) == [("Hal", "what you were worried about", ""), ("Jo", "how to reach you", "")]


def test_it_stands_on_the_page_of_what_we_hold(
    told: Story, cara: Person, hal: Person, now: datetime, client_of: Browser
) -> None:
    open_teller(told, hal, "To ring before the holidays.", now)
    page = client_of(cara).get(reverse("website:my_data")).content.decode()
    assert "looked at who told us" in page
    assert "To ring before the holidays." in page
    assert "Nobody has looked." in client_of(hal).get(reverse("website:my_data")).content.decode()


@pytest.mark.long
def test_no_page_shows_what_a_young_person_told_unnoted(
    netherby: Netherby, told: Story, now: datetime, client_of: Browser
) -> None:
    """Every page of the house that is about a story, a reading, an organisation or an area."""
    tale = Tale("centre", 2, "Nobody asked me.", who="cara", channel=MINE, perspective="young-person")
    waits = voices.live(netherby, replace(tale, waits=True), now)
    things = [{"story": one.pk, "reading": one.reading_id} for one in (told, waits)]
    there = {"organisation": told.organisation_id, "area": netherby.area.slug}
    shown: set[str] = set()
    found = set(addresses([{**there, **thing} for thing in things]))
    for who in netherby.people.values():
        browser = client_of(who)
        for name, path in sorted(found):
            Look.objects.all().delete()
            page = browser.get(path)
            words = b"".join(page).decode(errors="replace") if page.status_code == 200 else ""
            if "Nobody asked me." in words:
                shown.add(name)
                own = who == netherby.cara
                assert own or Look.objects.filter(person=who, what=Look.What.YOUNG).exists(), (name, who)
    assert shown >= {"voice:story", "voice:reading", "voice:change", "voice:teller", "website:room"}


def addresses(things: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Each address of the house that these things fill."""
    for namespace, (_prefix, resolver) in get_resolver().namespace_dict.items():
        for pattern in resolver.url_patterns:
            names = pattern.pattern.converters.keys()
            for thing in things:
                if names and names <= thing.keys():
                    name = f"{namespace}:{pattern.name}"
                    yield name, reverse(name, kwargs={name: thing[name] for name in names})


def test_whoever_was_looked_up_for_two_reasons_can_be_forgotten(
    told: Story, cara: Person, hal: Person, now: datetime
) -> None:
    for hour, why in enumerate(("To ring.", "She rang back.")):
        open_teller(told, hal, why, now + timedelta(hours=hour))
    erase(Holder(cara), now + timedelta(hours=3))
    assert [look.why for look in Look.objects.filter(what_id=told.pk)] == [""]
