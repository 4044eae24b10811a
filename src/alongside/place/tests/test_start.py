"""`alongside start`: an area, its forum and its co-ordinator, and nobody twice."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from alongside.people.models import Area, Organisation, Person, Role
from alongside.place.key import key

SAID = {
    "area": "Upper Beck",
    "forum": "Upper Beck Forum",
    "name": "Lin",
    "email": "Lin@UpperBeck.example",
    "phone": "01632 960 555",
}


def test_it_opens_an_area(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("start", **SAID)
    area = Area.objects.get()
    assert (area.slug, area.name, area.person_to_ring) == ("upper-beck", "Upper Beck", "Lin")
    assert Organisation.objects.get().kind == Organisation.Kind.FORUM
    assert {role.name for role in Role.objects.filter(area=area, person__screen_name="Lin")} == {
        Role.Name.COORDINATOR,
        Role.Name.KEEPER,
        Role.Name.MODERATOR,
    }
    said = capsys.readouterr().out
    assert "/upper-beck/" in said
    assert "lin@upperbeck.example" in said


def test_its_first_page_is_there_at_once(db: None) -> None:
    call_command("start", **SAID)
    assert Client().get("/", follow=True).status_code == 200
    client = Client()
    client.force_login(Person.objects.get())
    assert client.get("/upper-beck/desk/").status_code == 200


@pytest.mark.parametrize("again", [SAID, {**SAID, "area": "UPPER BECK", "email": "other@x.example"}])
def test_the_same_area_is_refused_kindly(db: None, again: dict[str, str]) -> None:
    call_command("start", **SAID)
    with pytest.raises(CommandError, match="here already"):
        call_command("start", **{**again, "phone": ""})
    assert Area.objects.count() == 1
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"email": "lin"}, "does not look like an e-mail address"),
        ({"phone": "12"}, "does not look like a phone number"),
        ({"area": "Help"}, "taken by one of our own pages"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_made(db: None, wrong: dict[str, str], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        call_command("start", **{**SAID, **wrong})
    assert not Area.objects.exists()
    assert not Person.objects.exists()


def test_without_a_terminal_it_says_which_option(db: None) -> None:
    with pytest.raises(CommandError, match="--area"):
        call_command("start")


def test_more_can_be_said_at_once(db: None) -> None:
    more = {
        "lead_name": "Hal",
        "lead_email": "hal@x.example",
        "languages": "English, Urdu",
        "hours": "Mondays",
    }
    call_command("start", **SAID, **more)
    area = Area.objects.get()
    assert (area.languages, area.hours, area.privacy_contact) == (
        ["English", "Urdu"],
        "Mondays",
        SAID["email"],
    )
    assert Role.objects.get(name=Role.Name.LEAD).person.screen_name == "Hal"


def test_the_key_is_said_while_nothing_is_here(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("start", key=True)
    assert key() in capsys.readouterr().out
    call_command("start", **SAID)
    with pytest.raises(CommandError, match="here already"):
        call_command("start", key=True)
