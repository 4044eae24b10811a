"""Signing out leaves nothing behind."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.people.models import Person

from ..models import Session
from .conftest import Browser, Inbox


def test_out_is_out(asha: Person, browser: Browser, codes_sent: Inbox) -> None:
    browser.asks("asha@netherby.example")
    browser.types(codes_sent()[0])

    answer = browser.client.post("/sign-out/")

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert answer["Clear-Site-Data"] == '"cache"'
    assert not Session.objects.exists()
    left = {name for name, morsel in browser.client.cookies.items() if morsel.value}
    assert left <= {"csrf"}


def test_opening_the_address_does_not_sign_out(asha: Person) -> None:
    client = Client()
    client.force_login(asha)

    page = client.get("/sign-out/")

    assert page.status_code == 200
    assert 'method="post" action="/sign-out/"' in page.content.decode()
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize("path", ["/netherby/", "/my/", "/sign-in/ways/", "/words/", "/nowhere/at-all/"])
def test_every_page_leads_out(asha: Person, path: str) -> None:
    client = Client()
    assert 'href="/sign-out/"' not in client.get(path).content.decode()
    client.force_login(asha)
    assert 'href="/sign-out/"' in client.get(path).content.decode()


def test_nobody_is_asked_to_sign_out(db: None) -> None:
    assert Client().get("/sign-out/")["Location"] == "/"


def test_who_is_out_may_press_it_too(db: None) -> None:
    assert Client().post("/sign-out/").status_code == 302


def test_pages_of_somebody_are_not_kept_by_the_browser(asha: Person, browser: Browser) -> None:
    browser.asks("asha@netherby.example")

    assert "no-store" in browser.client.get("/sign-in/code/")["Cache-Control"]
