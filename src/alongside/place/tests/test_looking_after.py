"""How people reach us, whom we can ask, who does what."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

import pytest

from alongside.journal.models import Event
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.errors import NotAnAddress
from alongside.people.models import Organisation, Person, Role
from alongside.place.errors import HereAlready, NotTheirPlace, OnlyOneLeft, WhichOrganisation
from alongside.place.looking_after import (
    add_organisation,
    ask_to_do,
    describe,
    end_task,
    set_address,
    tasks_in,
)

NAME = Role.Name


def test_an_area_says_how_people_reach_it(netherby: Netherby, now: datetime) -> None:
    said = {"person_to_ring": "Jo", "phone": "01632 960 999", "hours": "", "controller": "The forum"}
    said |= {"privacy_contact": "jo@x.example", "languages": ["English"]}
    describe(netherby.area, netherby.jo, now, said)
    describe(netherby.area, netherby.jo, now, said)
    netherby.area.refresh_from_db()
    assert netherby.area.phone == "01632 960 999"
    assert Event.objects.filter(what="area.described").count() == 1


def test_an_organisation_is_added_once(netherby: Netherby, now: datetime) -> None:
    one = ("Hill Top School", Organisation.Kind.SCHOOL, "office@hill.example", netherby.jo, now)
    key = uuid4()
    made = add_organisation(netherby.area, *one, key)
    assert add_organisation(netherby.area, *one, key) == made
    with pytest.raises(HereAlready):
        add_organisation(netherby.area, "hill top school", *one[1:])
    set_address(made, "head@hill.example", netherby.jo, now)
    made.refresh_from_db()
    assert made.email == "head@hill.example"


def test_somebody_new_is_asked_and_hears_how_to_sign_in(netherby: Netherby, now: datetime) -> None:
    role = ask_to_do(netherby.area, NAME.MODERATOR, "Lou", "Lou@X.example", netherby.jo, now)
    assert role.person.email == "lou@x.example"
    told = Message.objects.get(kind="asked-to-do")
    assert (told.person, "second step" in told.body) == (role.person, True)
    assert role in tasks_in(netherby.area)
    assert ask_to_do(netherby.area, NAME.MODERATOR, "Lou", "lou@x.example", netherby.jo, now) == role
    assert Person.objects.filter(email="lou@x.example").count() == 1


def test_somebody_known_keeps_the_name_they_have(netherby: Netherby, now: datetime) -> None:
    role = ask_to_do(netherby.area, NAME.DEPUTY, "Another name", netherby.cara.email or "", netherby.jo, now)
    assert role.person == netherby.cara
    assert Person.objects.get(pk=netherby.cara.pk).screen_name == "Cara"


def test_the_council_joins_in_year_two(netherby: Netherby, now: datetime) -> None:
    with pytest.raises(WhichOrganisation):
        ask_to_do(netherby.area, NAME.STAFF, "Sam", "sam@x.example", netherby.jo, now)
    role = ask_to_do(netherby.area, NAME.STAFF, "Sam", "sam@x.example", netherby.jo, now, netherby.school)
    assert role.organisation == netherby.school
    assert "Works there" not in Message.objects.get(kind="asked-to-do").subject


def test_what_is_no_address_is_said(netherby: Netherby, now: datetime) -> None:
    with pytest.raises(NotAnAddress):
        ask_to_do(netherby.area, NAME.DEPUTY, "Lou", "lou at home", netherby.jo, now)
    assert not Person.objects.filter(screen_name="Lou").exists()


def test_the_last_co_ordinator_stays_until_there_is_another(netherby: Netherby, now: datetime) -> None:
    mine = Role.objects.live().get(person=netherby.jo, name=NAME.COORDINATOR)
    with pytest.raises(OnlyOneLeft):
        end_task(mine, netherby.jo, now)
    ask_to_do(netherby.area, NAME.COORDINATOR, "Lou", "lou@x.example", netherby.jo, now)
    end_task(mine, netherby.jo, now)
    mine.refresh_from_db()
    assert mine.until


def test_nobody_else_changes_anything(netherby: Netherby, now: datetime) -> None:
    for other in (netherby.dev, netherby.gwen, netherby.ben, netherby.cara):
        with pytest.raises(NotTheirPlace):
            ask_to_do(netherby.area, NAME.MODERATOR, "Lou", "lou@x.example", other, now)
        with pytest.raises(NotTheirPlace):
            add_organisation(netherby.area, "X", "school", "", other, now)
        with pytest.raises(NotTheirPlace):
            describe(netherby.area, other, now, {})
        with pytest.raises(NotTheirPlace):
            set_address(netherby.school, "mine@x.example", other, now)
