"""Whoever sits down at the device next finds nothing of whoever signed out."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from alongside.people.models import Person


def test_signing_out_takes_every_cookie_but_the_light(
    cara: Person, client_of: Callable[[Person], Client]
) -> None:
    browser = client_of(cara)
    browser.cookies.load({"draft": "a key to her words", "theme": "dark", "known": "her mark"})

    answer = browser.post("/sign-out/")

    ended = {name for name, cookie in answer.cookies.items() if cookie["max-age"] == 0}
    assert {"draft", "known"} <= ended
    assert "theme" not in ended
