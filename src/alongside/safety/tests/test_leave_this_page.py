"""*Leave this page* ends what somebody was writing on this device, and on no other."""

from __future__ import annotations

from django.conf import settings
from django.test import Client

from alongside.people.demo import Netherby
from alongside.safety.models import Draft

START = "/netherby/tell/"


def writing(words: str) -> Client:
    client = Client()
    client.post(f"{START}about/", {})
    client.post(f"{START}happened/", {"happened": words})
    return client


def test_it_ends_the_draft_and_goes_somewhere_harmless(netherby: Netherby) -> None:
    client = writing("He was not safe.")
    answer = client.get("/leave/")
    assert answer.status_code == 303
    assert answer.url == settings.LEAVE_TO
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not Draft.objects.exists()
    assert client.cookies["draft"].value == ""


def test_back_shows_an_empty_first_page(netherby: Netherby) -> None:
    client = writing("He was not safe.")
    client.get("/leave/")
    back = client.get(f"{START}happened/", follow=True)
    assert back.redirect_chain == [(START, 302)]
    assert "He was not safe." not in back.content.decode()


def test_other_devices_keep_theirs(netherby: Netherby) -> None:
    hers, his = writing("Hers."), writing("His.")
    hers.get("/leave/")
    assert "His." in his.get(f"{START}happened/").content.decode()


def test_with_nothing_written_it_works_all_the_same(db: None) -> None:
    assert Client().get("/leave/").status_code == 303
    assert Client().post("/leave/").status_code == 405
