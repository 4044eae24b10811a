"""In a demo, and only there, anybody may look around as one of the cast."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import Client

from alongside.people.demo import CAST, Netherby
from alongside.people.models import Person

Browser = Callable[..., Client]


def test_it_is_not_there_otherwise(netherby: Netherby, client_of: Browser) -> None:
    for who in (None, netherby.asha, netherby.jo):
        assert client_of(who).get("/cast/").status_code == 404
        assert client_of(who).post("/cast/", {"who": "Asha"}).status_code == 404


@pytest.fixture
def demo(settings: Any) -> None:
    """This is a demo."""
    settings.DEMO = True


def test_everyone_is_there_with_a_button(netherby: Netherby, demo: None) -> None:
    page = Client().get("/cast/").content.decode()

    for name, does in CAST.items():
        assert f"Look around as {name}" in page
        assert f"{name} {does}." in page


def test_one_press_and_one_is_asha(asha: Person, demo: None) -> None:
    client = Client()

    answer = client.post("/cast/", {"who": "Asha"})

    assert (answer.status_code, answer["Location"]) == (302, "/my/")
    assert client.get("/cast/").wsgi_request.user == asha


def test_from_one_to_another(netherby: Netherby, demo: None) -> None:
    client = Client()
    client.post("/cast/", {"who": "Asha"})
    session = client.session.session_key

    client.post("/cast/", {"who": "Ben"})

    assert client.get("/cast/").wsgi_request.user == netherby.ben
    assert client.session.session_key != session


@pytest.mark.parametrize("who", ["", "Meena", "asha@netherby.example", "\x00"])
def test_nobody_else_can_be_looked_through(netherby: Netherby, demo: None, now: datetime, who: str) -> None:
    Person.join("Meena", area=netherby.area, at=now)

    assert Client().post("/cast/", {"who": who}).status_code == 404


def test_the_sign_in_page_leads_there(db: None, demo: None) -> None:
    assert 'href="/cast/"' in Client().get("/sign-in/").content.decode()


def test_the_sign_in_page_of_a_real_area_does_not(db: None) -> None:
    assert "/cast/" not in Client().get("/sign-in/").content.decode()


def test_before_the_demo_is_there_the_page_says_so(db: None, demo: None) -> None:
    assert "Nobody is here yet." in Client().get("/cast/").content.decode()


def test_a_demo_is_refused_where_real_people_are(demo: None) -> None:
    assert "welcome.E001" in {message.id for message in run_checks(include_deployment_checks=True)}


def test_without_it_the_check_is_quiet() -> None:
    assert "welcome.E001" not in {message.id for message in run_checks(include_deployment_checks=True)}
