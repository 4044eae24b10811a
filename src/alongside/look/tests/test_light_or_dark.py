"""The reader's own light or dark, by a plain form and a cookie that says nothing else."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
PAGE = "/light-or-dark/"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_choice_is_kept(theme: str) -> None:
    client = Client()
    answer = client.post(PAGE, {"theme": theme, "back": "/words/"})
    assert (answer.status_code, answer["Location"]) == (302, "/words/")
    cookie = answer.cookies["theme"]
    assert (cookie.value, cookie["samesite"], cookie["httponly"]) == (theme, "Lax", True)
    assert f'data-theme="{theme}"' in client.get(PAGE).content.decode()


def test_as_my_device_forgets_it() -> None:
    client = Client()
    client.post(PAGE, {"theme": "dark"})
    client.post(PAGE, {"theme": "device"})
    page = client.get(PAGE).content.decode()
    assert "data-theme" not in page
    assert '<meta name="color-scheme" content="light dark">' in page


def test_it_leads_back_to_where_one_came_from() -> None:
    page = Client().get(PAGE, headers={"referer": "http://testserver/words/?q=trust"}).content.decode()
    assert 'name="back" value="/words/"' in page


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http:///x", ""],
)
def test_it_leads_nobody_off_the_site(back: str) -> None:
    assert Client().post(PAGE, {"theme": "dark", "back": back})["Location"] == "/"


def test_no_choice_is_said_kindly() -> None:
    answer = Client().post(PAGE, {"back": "/"})
    assert answer.status_code == 200
    assert "Nothing is lost. Please look at one thing" in answer.content.decode()
    assert "<title>Error: Light or dark" in answer.content.decode()
