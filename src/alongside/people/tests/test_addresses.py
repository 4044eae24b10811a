"""An address is one address, however it is typed."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from alongside.people import addresses, phones
from alongside.people.demo import Netherby
from alongside.people.errors import NotAnAddress
from alongside.people.models import Person


@pytest.mark.parametrize(
    "typed",
    [
        "asha@netherby.example",
        "asha@netherby.example ",
        " Asha@Netherby.Example",
        "asha@netherby.example.",
        "asha @ netherby.example,",
        "<asha@netherby.example>",
        "ａｓｈａ@netherby.example",
        "01632 960101",
        "01632 960 101",
        "(01632) 960-101",
        "+44 1632 960 101",
        "0044 1632 960101",
        "+44 (0) 1632 960101",
    ],
)
def test_asha_is_found_however_she_types_it(asha: Person, typed: str) -> None:
    assert Person.objects.at_address(typed) == asha


@pytest.mark.parametrize(
    "typed", ["", "   ", "asha", "@", "asha@", "123", "asha@netherby.example\x00", "960101", "%", "None"]
)
def test_what_is_no_address_finds_nobody(netherby: Netherby, typed: str) -> None:
    assert Person.objects.at_address(typed) is None


def test_a_blanked_person_is_not_found(asha: Person, now: datetime) -> None:
    asha.blank(now)

    assert Person.objects.at_address("asha@netherby.example") is None
    assert Person.objects.at_address("01632 960 101") is None


def test_a_phone_is_one_phone_however_it_is_typed(netherby: Netherby, now: datetime) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.join("Other", area=netherby.area, at=now, phone="+44 1632 960101")


def test_an_email_is_one_email_whatever_its_letters(netherby: Netherby, now: datetime) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.join("Other", area=netherby.area, at=now, email="ASHA@netherby.example")


def test_nobody_joins_with_an_address_that_is_none(netherby: Netherby, now: datetime) -> None:
    with pytest.raises(NotAnAddress):
        Person.join("Other", area=netherby.area, at=now, phone="ask at the school")


def test_many_people_may_have_no_address(netherby: Netherby, now: datetime) -> None:
    for name in ("One", "Two"):
        person = Person.join(name, area=netherby.area, at=now)
        assert (person.email, person.phone, person.contact.channels) == (None, None, [])


def test_a_number_is_said_as_people_here_say_it() -> None:
    assert phones.spoken("+441632960101") == "01632 960 101"
    assert phones.spoken("+447700900123") == "07700 900 123"
    assert phones.spoken("+442079460123") == "020 7946 0123"
    assert phones.spoken("+12125550100") == "+1 212-555-0100"
    assert phones.spoken("by the phone box") == "by the phone box"


def test_normalising_twice_is_normalising_once() -> None:
    for typed in ("Asha@Netherby.example.", "01632 960 101"):
        once = addresses.normalise(typed)
        assert once is not None
        assert addresses.normalise(once) == once
