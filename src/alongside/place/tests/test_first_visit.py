"""The first visit: whoever has the key opens a place; everybody else finds nothing to take."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from alongside.people.demo import Netherby
from alongside.people.models import Area, Organisation, Person, Role
from alongside.place import key
from alongside.place.errors import TooManyKeys, WrongKey

ANSWERS = {
    "where": {"area": "Upper Beck", "forum": "Upper Beck Forum"},
    "you": {"name": "Lin", "email": "lin@x.example", "phone": "01632 960 555", "hours": "Mondays"},
    "safe": {"lead": "nobody", "lead_email": "left@over.example"},
    "keep": {"privacy_contact": "", "languages": "English, Urdu, English"},
}


def with_key() -> Client:
    client = Client()
    assert client.post("/start/", {"key": key.key().upper().replace("-", " ")}).status_code == 302
    return client


def answers(client: Client, **more: dict[str, str]) -> None:
    for step, said in (ANSWERS | more).items():
        assert client.post(f"/start/{step}/", said).status_code == 302, step


def test_an_empty_house_says_how_to_begin(db: None) -> None:
    assert "/start/" in Client().get("/").content.decode()


def test_from_the_key_to_an_open_place(db: None) -> None:
    client = with_key()
    answers(client)
    assert "Upper Beck Forum" in client.get("/start/check/").content.decode()
    made = client.post("/start/check/")
    assert made["Location"] == "/upper-beck/place/"
    area = Area.objects.get()
    assert (area.phone, area.hours, area.languages) == ("01632 960 555", "Mondays", ["English", "Urdu"])
    assert area.controller == "Upper Beck Forum"
    assert not Role.objects.filter(name=Role.Name.LEAD).exists()
    assert client.session["_auth_user_id"] == str(Person.objects.get().pk)
    assert "beginning" not in client.session


@pytest.mark.parametrize(
    ("lead", "email", "who"), [("me", "", "Lin"), ("another", "hal@x.example", "Safeguarding lead")]
)
def test_somebody_looks_after_worries(db: None, lead: str, email: str, who: str) -> None:
    client = with_key()
    answers(client, safe={"lead": lead, "lead_email": email})
    client.post("/start/check/")
    assert Role.objects.get(name=Role.Name.LEAD).person.screen_name == who


def test_a_lead_without_an_address_is_asked_for_kindly(db: None) -> None:
    page = with_key().post("/start/safe/", {"lead": "another"})
    assert page.status_code == 422
    assert "Please write their e-mail address" in page.content.decode()


def test_without_the_key_nothing_moves(db: None) -> None:
    client = Client()
    assert client.get("/start/you/")["Location"] == "/start/"
    assert client.post("/start/check/")["Location"] == "/start/"
    wrong = client.post("/start/", {"key": "not-the-key"})
    assert wrong.status_code == 422
    assert "This is not the key" in wrong.content.decode()
    assert not Area.objects.exists()


def test_guessing_ends(db: None, now: datetime) -> None:
    for _ in range(key.TRIES.most):
        with pytest.raises(WrongKey):
            key.check("guess", now)
    with pytest.raises(TooManyKeys):
        key.check(key.key(), now)


def test_a_page_left_out_is_asked_first(db: None) -> None:
    client = with_key()
    client.post("/start/where/", ANSWERS["where"])
    assert client.get("/start/check/")["Location"] == "/start/you/"


def test_what_cannot_be_is_said_and_nothing_is_made(db: None) -> None:
    client = with_key()
    answers(client, where={"area": "Help", "forum": "Help Forum"})
    page = client.post("/start/check/")
    assert page.status_code == 422
    assert "taken by one of our own pages" in page.content.decode()
    assert not Organisation.objects.exists()
    answers(client)
    assert client.post("/start/check/").status_code == 302


ODD = ("<script>alert(1)</script>", "O'Brien", "Null", "\u202eright to left", "nul\x00here", "x" * 100_000)


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("step", ["where", "you", "safe", "keep"])
def test_whatever_is_typed_is_kept_or_refused_kindly(db: None, step: str, odd: str) -> None:
    client = with_key()
    for name in set(ANSWERS[step]) - {"lead"}:
        answered = client.post(f"/start/{step}/", ANSWERS[step] | {"lead": "another"} | {name: odd})
        page = answered.content.decode()
        assert answered.status_code in (302, 422)
        assert "<script>alert" not in page
        if answered.status_code == 302:
            assert client.session["beginning"][step][name].strip() == odd.replace("\x00", "").strip()


def test_once_somebody_lives_here_nobody_begins(netherby: Netherby) -> None:
    client = Client()
    for path in ("/start/", "/start/where/"):
        assert client.get(path).status_code == 404
        assert client.post(path, {"key": key.key()}).status_code == 404
    assert "/start/" not in client.get("/", follow=True).content.decode()
