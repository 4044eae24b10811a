"""Phone and paper are gone: another keeper or co-ordinator lets one begin anew, after a day."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client

from alongside.journal.models import Detail
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Person, Role
from alongside.people.roles import give_role

from ..errors import NothingToTake, NotTheirKeeper
from ..lost import take_away
from ..models import App, RecoveryCode, TakenAway
from ..recovery import new_codes
from .conftest import Phone

ClientOf = Callable[[Person], Client]
PhoneOf = Callable[[Person], Phone]
LOST = "/netherby/second-ways/"
WHY = "I rang her and know the voice."


def said(whom: Person, **other: str) -> dict[str, str]:
    """What Jo fills in."""
    return {"key": str(uuid.uuid4()), "person": str(whom.pk), "why": WHY, "rung": "on", **other}


def test_jo_helps_gwen(netherby: Netherby, client_of: ClientOf, phone_of: PhoneOf, now: datetime) -> None:
    phone_of(netherby.gwen)
    new_codes(netherby.gwen, now)
    hers, jos = client_of(netherby.gwen), client_of(netherby.jo)

    answer = jos.post(LOST, said(netherby.gwen))

    assert "Gwen has no second step any more" in jos.get(answer["Location"]).content.decode()
    assert not App.objects.exists()
    assert not RecoveryCode.objects.exists()
    assert hers.get("/my/").status_code == 302, "signed out everywhere"
    told = Message.objects.get(subject="Your second ways to sign in were taken away")
    assert told.person == netherby.gwen
    assert "Jo has taken away" in told.body
    assert "Your tasks open again on Friday 13 March 2026" in told.body
    written = Detail.objects.get(event__what="ways.taken_away")
    assert (written.by, written.body["why"]) == ("Jo", WHY)


def test_her_tasks_wait_for_a_day(
    netherby: Netherby, by_code: ClientOf, phone_of: PhoneOf, clock: time_machine.Coordinates, now: datetime
) -> None:
    phone_of(netherby.gwen)
    take_away(netherby.gwen, netherby.jo, WHY, now)
    phone, browser = phone_of(netherby.gwen), by_code(netherby.gwen)

    browser.post("/sign-in/second/", {"digits": phone.shows})

    waits = browser.get("/netherby/readings/", follow=True).content.decode()
    assert "They open on Friday 13 March 2026 at 10am." in waits
    assert browser.get("/my/").status_code == 200
    clock.shift(timedelta(days=1))
    assert browser.get("/netherby/readings/").status_code == 200


def test_pressed_twice_it_is_done_once(netherby: Netherby, client_of: ClientOf, phone_of: PhoneOf) -> None:
    phone_of(netherby.gwen)
    form, jos = said(netherby.gwen), client_of(netherby.jo)

    first, second = jos.post(LOST, form), jos.post(LOST, form)

    assert first.status_code == 302
    assert second.status_code == 422, "Gwen is no longer in the list"
    assert TakenAway.objects.count() == 1
    assert take_away(netherby.gwen, netherby.jo, WHY, netherby.gwen.joined_at, uuid.UUID(form["key"]))
    assert TakenAway.objects.count() == 1


def test_nobody_does_it_for_themselves(netherby: Netherby, client_of: ClientOf, phone_of: PhoneOf) -> None:
    phone_of(netherby.jo)

    page = client_of(netherby.jo).get(LOST).content.decode()

    assert "Nobody else here has a second step." in page
    with pytest.raises(NotTheirKeeper):
        take_away(netherby.jo, netherby.jo, WHY, netherby.jo.joined_at)


def test_only_a_keeper_or_co_ordinator_of_their_area(netherby: Netherby, phone_of: PhoneOf) -> None:
    phone_of(netherby.gwen)

    for who in ("dev", "gwen", "kit", "hal", "asha", "ben"):
        with pytest.raises(NotTheirKeeper):
            take_away(netherby.gwen, netherby.people[who], WHY, netherby.gwen.joined_at)
    assert App.objects.exists()


def test_by_a_code_alone_nobody_does_it(netherby: Netherby, by_code: ClientOf, phone_of: PhoneOf) -> None:
    phone_of(netherby.gwen)

    assert by_code(netherby.jo).post(LOST, said(netherby.gwen)).status_code == 302
    assert App.objects.exists()


def test_who_has_nothing_has_nothing_to_take(netherby: Netherby) -> None:
    with pytest.raises(NothingToTake):
        take_away(netherby.gwen, netherby.jo, WHY, netherby.gwen.joined_at)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"why": " "}, "Please write how you made sure"),
        ({"rung": ""}, "Please ring first."),
        ({"person": ""}, "Please choose who it is."),
        ({"person": "nobody"}, "Please choose from the list."),
    ],
)
def test_what_is_missing_is_said_kindly(
    netherby: Netherby, client_of: ClientOf, phone_of: PhoneOf, wrong: dict[str, str], says: str
) -> None:
    phone_of(netherby.gwen)

    answer = client_of(netherby.jo).post(LOST, said(netherby.gwen, **wrong))

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert App.objects.exists()


def test_a_new_keeper_can_help_jo(
    netherby: Netherby, client_of: ClientOf, phone_of: PhoneOf, now: datetime
) -> None:
    phone_of(netherby.jo)
    give_role(netherby.owen, Role.Name.KEEPER, now, None, area=netherby.area)

    assert client_of(netherby.owen).post(LOST, said(netherby.jo)).status_code == 302
    assert not App.objects.exists()
