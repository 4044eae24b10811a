"""Somebody joins by a form, and leaves in one press. Opening a link changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.messages.deliver import deliver_due
from alongside.messages.models import Gone, Message, WayBack
from alongside.people.demo import Netherby
from alongside.people.models import Member, Person
from alongside.welcome.forget import RULES
from alongside.welcome.joining.belonging import way_out
from alongside.welcome.models import Joining

LINK = re.compile(r"/netherby/join/[a-z0-9]{26}/")
MO = {"screen_name": "Mo", "address": "Mo@Home.example ", "wants_news": "on"}


@pytest.fixture(autouse=True)
def _today(now: datetime, settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.VAR, settings.OUTBOX = tmp_path, "folder"
    with time_machine.travel(now, tick=False):
        yield


def asks(browser: Client, **other: str) -> str:
    """Fill in the form; the link that came, or nothing."""
    before = set(Message.objects.values_list("pk", flat=True))
    answer = browser.post("/netherby/join/", {**MO, **other})
    assert (answer.status_code, answer["Location"]) == (302, "/netherby/join/sent/")
    new = Message.objects.filter(kind="join").exclude(pk__in=before).first()
    found = LINK.search(new.body) if new else None
    return found[0] if found else ""


def test_a_button_in_their_own_inbox_lets_them_in(netherby: Netherby) -> None:
    browser = Client()
    link = asks(browser)
    assert browser.get(link).status_code == 200
    assert not Person.objects.filter(screen_name="Mo").exists(), "opening it changed something"
    assert "You are in" in browser.post(link, follow=True).content.decode()
    member = Member.objects.get(person__email="mo@home.example")
    assert (member.person.screen_name, member.may_contact, member.forum) == ("Mo", True, netherby.forum)
    assert browser.post(link).status_code == 302, "twice is once"
    assert Member.objects.filter(person=member.person).count() == 1


def test_without_the_tick_nobody_writes(netherby: Netherby) -> None:
    browser = Client()
    browser.post("/netherby/join/", {"screen_name": "Mo", "address": "mo@home.example"})
    browser.post(LINK.search(Message.objects.get(kind="join").body)[0])  # type: ignore[index]
    assert not Member.objects.get(person__email="mo@home.example").may_contact


def test_a_known_address_gets_the_same_answer_and_nothing_of_theirs_changes(netherby: Netherby) -> None:
    strange = Client().post("/netherby/join/", MO)
    known = Client().post("/netherby/join/", {**MO, "address": netherby.cara.email})
    assert (strange.status_code, strange["Location"]) == (known.status_code, known["Location"])
    letters = Message.objects.filter(kind="join")
    bodies = {LINK.sub("", letter.body) for letter in letters}
    assert len(letters) == 2
    assert len(bodies) == 1
    for letter in letters:
        Client().post(LINK.search(letter.body)[0])  # type: ignore[index]
    netherby.cara.refresh_from_db()
    assert netherby.cara.screen_name == "Cara"
    assert Member.objects.filter(person=netherby.cara).count() == 1


def test_the_link_dies_after_a_day(netherby: Netherby, now: datetime) -> None:
    link = asks(Client())
    later = now + timedelta(days=1)
    with time_machine.travel(later, tick=False):
        assert "The day of this link is over" in Client().get(link).content.decode()
        assert Client().post(link).status_code == 422
        rule = next(rule for rule in RULES if rule.name == "asking to join")
        assert rule.run(later) == 1
    assert not Joining.objects.exists()
    assert not WayBack.objects.exists()


def test_nobodys_inbox_is_flooded(netherby: Netherby) -> None:
    assert [bool(asks(Client())) for _ in range(5)] == [True, True, True, False, False]


def test_what_was_typed_is_kept(netherby: Netherby) -> None:
    answer = Client().post("/netherby/join/", {"screen_name": "Mo", "address": "not an address"})
    assert answer.status_code == 422
    assert 'value="not an address"' in answer.content.decode()
    assert not Joining.objects.exists()


def test_the_link_in_a_newsletter_stops_it_with_one_button(netherby: Netherby) -> None:
    member = Member.objects.get(person=netherby.cara)
    path = way_out(member)
    assert "Stop the newsletter?" in Client().get(path).content.decode()
    member.refresh_from_db()
    assert member.may_contact, "opening it changed something"
    careful = Client(enforce_csrf_checks=True)  # a mail program has no page of ours
    assert careful.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 302
    member.refresh_from_db()
    assert (member.may_contact, member.left_at) == (False, None)
    assert "No newsletter comes any more" in Client().get(path).content.decode()
    assert Client().get(path[:-2] + "x/").status_code == 404
    assert Client().get(path.replace("netherby", "overfell")).status_code == 404


def test_my_page_stops_starts_and_leaves(client_of: Callable[..., Client], netherby: Netherby) -> None:
    browser, member = client_of(netherby.cara), Member.objects.get(person=netherby.cara)
    assert "Netherby Parent Carer Forum" in browser.get("/my/forums/").content.decode()
    for news, may in (("no", False), ("yes", True)):
        browser.post(f"/my/forums/{member.pk}/newsletters/", {"news": news})
        member.refresh_from_db()
        assert member.may_contact is may
    browser.post(f"/my/forums/{member.pk}/leaving/")
    member.refresh_from_db()
    assert member.left_at is not None
    assert not member.may_contact
    assert client_of(netherby.asha).post(f"/my/forums/{member.pk}/leaving/").status_code == 404


def test_the_link_is_sent_at_once_and_then_emptied(netherby: Netherby, now: datetime) -> None:
    asks(Client())
    deliver_due(now)
    message = Message.objects.get(kind="join")
    assert message.gone.how == Gone.How.SENT
    assert message.body == ""
