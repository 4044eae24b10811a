"""Somebody is forgotten: at once where nobody relies on them, else when a person has seen to it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.test import Client

from alongside.messages.models import Channel, WayBack
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.website.models import Wish
from alongside.website.yours.erasing import erase
from alongside.website.yours.holders import Holder

DAY = timedelta(days=1)
Browsers = Callable[..., Client]


def test_the_holder_of_a_link_is_forgotten_at_once(netherby: Netherby, now: datetime) -> None:
    story, token = voices.tell_story(netherby, Tale("school", 3, good="Kind Mr Bell."), now - 3 * DAY)
    page = Client().get(f"/way-back/{token}/data/erasure/").text
    done = Client().post(f"/way-back/{token}/data/erasure/", {"key": uuid.uuid4()})

    story.refresh_from_db()
    assert "Forget me now" in page
    assert done["Location"] == "/netherby/gone/"
    assert story.is_taken_back
    assert WayBack.objects.get(pk=story.teller.way_back_id).closed_at
    assert Client().get(f"/way-back/{token}/").status_code == 404


def test_ellis_whom_nobody_relies_on_does_it_alone(ellis: Person, client_of: Browsers) -> None:
    browser = client_of(ellis)
    done = browser.post("/my/data/erasure/", {"key": uuid.uuid4()})

    ellis.refresh_from_db()
    assert done["Location"] == "/netherby/gone/"
    assert not ellis.is_active
    assert browser.get("/my/").status_code == 302


def test_gwen_who_moderates_is_shown_what_somebody_takes_over(gwen: Person, client_of: Browsers) -> None:
    page = client_of(gwen).get("/my/data/erasure/").text
    client_of(gwen).post("/my/data/erasure/", {"key": uuid.uuid4()})

    assert "Moderator, Netherby" in page
    assert Wish.objects.get(person=gwen).kind == Wish.Kind.ERASE
    gwen.refresh_from_db()
    assert gwen.is_active


def test_an_address_left_without_signing_in_goes_too(cara: Person, netherby: Netherby, now: datetime) -> None:
    way, _ = WayBack.open_new(area=netherby.area, channel=Channel.EMAIL, address=cara.email or "")
    other, _ = WayBack.open_new(area=netherby.area, channel=Channel.EMAIL, address="else@home.example")
    erase(Holder(cara), now)
    erase(Holder(Person.objects.get(pk=cara.pk)), now)

    way.refresh_from_db()
    other.refresh_from_db()
    assert way.closed_at
    assert way.address == ""
    assert not other.closed_at
