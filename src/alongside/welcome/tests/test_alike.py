"""Two lines that may be one person: suggested, joined by somebody who knows them, never by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from alongside.journal.models import Event
from alongside.people.demo import Netherby
from alongside.people.models import Member, Person, Role
from alongside.people.roles import give_role
from alongside.welcome.members.alike import TwoPeople, is_only_listed, join_into_one, pairs
from alongside.welcome.members.errors import ChangedMeanwhile, NotTheirs


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


Lists = Callable[..., Member]


@pytest.fixture
def listed(netherby: Netherby, now: datetime) -> Lists:
    """A line on the list."""

    def made(name: str, days: int = 0, postcode: str = "S60", **person: str) -> Member:
        at = now - timedelta(days=days)
        who = Person.join(name, area=netherby.area, at=at, **person)
        member = Member.join(who, netherby.forum, at, may_contact=True)
        Member.objects.filter(pk=member.pk).update(postcode_area=postcode)
        member.refresh_from_db()
        return member

    return made


def named(netherby: Netherby) -> list[tuple[str, str]]:
    return [(str(pair.first.person), str(pair.second.person)) for pair in pairs(netherby.forum)]


@pytest.mark.parametrize(
    ("one", "other"), [("Zoë Bell", "zoe  bell"), ("Bell, Anna", "Anna Bell"), ("A. Bell", "Anna Bell")]
)
def test_alike_names_are_suggested(listed: Lists, netherby: Netherby, one: str, other: str) -> None:
    listed(one, 9)
    listed(other)
    listed("Bea Hill")
    assert named(netherby) == [(one, other)]


def test_a_first_name_alone_is_no_likeness(listed: Lists, netherby: Netherby) -> None:
    listed("Anna")
    listed("Anna")
    assert named(netherby) == []


def test_jo_says_that_they_are_one(
    client_of: Callable[..., Client], listed: Lists, netherby: Netherby, now: datetime
) -> None:
    old, new = listed("Anna Bell", 400, email="anna@home.example"), listed("anna bell", phone="01632 960 400")
    path = f"/netherby/members/{old.pk}/same-as/{new.pk}/"
    assert client_of(netherby.jo).post(path).status_code == 302
    old.refresh_from_db()
    old.person.refresh_from_db()
    assert (old.person.email, old.person.phone) == ("anna@home.example", "+441632960400")
    assert old.person.contact.channels == ["email", "text"]
    assert Person.objects.get(pk=new.person_id).blanked_at == now
    assert Event.objects.filter(what="members.joined_into_one").count() == 1
    assert named(netherby) == []


def test_nothing_happens_by_looking(
    client_of: Callable[..., Client], listed: Lists, netherby: Netherby
) -> None:
    listed("Anna Bell")
    listed("anna bell")
    assert "Perhaps here twice" in client_of(netherby.jo).get("/netherby/members/alike/").content.decode()
    assert Member.objects.filter(left_at=None, person__screen_name__iexact="anna bell").count() == 2


def test_they_are_two_and_nobody_asks_again(
    client_of: Callable[..., Client], listed: Lists, netherby: Netherby
) -> None:
    one, other = listed("Anna Bell"), listed("anna bell")
    for first, second in ((one, other), (other, one)):
        client_of(netherby.jo).post(f"/netherby/members/{first.pk}/not/{second.pk}/")
    assert TwoPeople.objects.count() == 1
    assert named(netherby) == []


def test_whoever_has_more_than_a_line_is_never_forgotten(
    listed: Lists, netherby: Netherby, now: datetime
) -> None:
    old, new = listed("Anna Bell", 9), listed("anna bell", email="anna@home.example")
    give_role(new.person, Role.Name.STAFF, now, netherby.jo, organisation=netherby.school)
    assert not is_only_listed(new.person)
    assert join_into_one(old, new, netherby.jo, now) is False
    new.refresh_from_db()
    assert new.left_at == now
    assert new.person.blanked_at is None
    assert new.person.email == "anna@home.example"
    assert old.person.email is None


def test_an_account_gets_no_other_address(listed: Lists, netherby: Netherby, now: datetime) -> None:
    keep, go = Member.objects.get(person=netherby.gwen), listed("gwen", phone="01632 960 400")
    Person.objects.filter(pk=netherby.gwen.pk).update(phone=None)
    assert join_into_one(keep, go, netherby.jo, now) is True
    netherby.gwen.refresh_from_db()
    assert netherby.gwen.phone is None


@pytest.mark.parametrize(
    ("stays", "goes", "may"),
    [
        ((True, date(2025, 1, 1)), (False, date(2025, 6, 1)), False),
        ((False, date(2025, 1, 1)), (True, date(2025, 6, 1)), True),
        ((True, None), (False, date(2025, 6, 1)), False),
        ((True, None), (False, None), False),
    ],
)
def test_what_they_said_last_counts_and_else_no(
    listed: Lists,
    netherby: Netherby,
    now: datetime,
    stays: tuple[bool, date | None],
    goes: tuple[bool, date | None],
    may: bool,
) -> None:
    members = []
    for name, (yes, on) in (("Anna Bell", stays), ("anna bell", goes)):
        member = listed(name)
        Member.objects.filter(pk=member.pk).update(may_contact=yes, said_on=on)
        members.append(member)
    join_into_one(*members, netherby.jo, now)
    members[0].refresh_from_db()
    assert members[0].may_contact is may


def test_only_the_co_ordinator_and_only_once(listed: Lists, netherby: Netherby, now: datetime) -> None:
    old, new = listed("Anna Bell", 9), listed("anna bell")
    with pytest.raises(NotTheirs):
        join_into_one(old, new, netherby.gwen, now)
    join_into_one(old, new, netherby.jo, now)
    with pytest.raises(ChangedMeanwhile):
        join_into_one(old, new, netherby.jo, now)
