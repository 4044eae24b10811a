"""On every page that shows what people typed, it stands as words."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from alongside.website.yours.copies import PAGE
from alongside.welcome.typed import KEPT
from checks.house.access import WHO
from checks.house.crawl import crawl
from checks.house.test_canaries import SECRETS
from checks.house.world import World

from .payloads import MARK, payloads
from .planting import plant
from .spotting import made_by_words

OF_A_KIND = 2
"""Pages of one route that are opened for one person."""


def walked(browser: Client, *also: str) -> tuple[list[str], set[str]]:
    """What broke out on the pages within reach, and the marks that were seen on them."""
    wrong, seen = [], set[str]()
    for path, answer in crawl(browser, also, OF_A_KIND):
        html = answer.content.decode()
        seen |= set(MARK.findall(html))
        broke = ["it broke"] if answer.status_code >= 500 else made_by_words(html)
        wrong += [f"{one} on {path}" for one in broke]
    return wrong, seen


@pytest.mark.parametrize("who", WHO)
def test_words_stay_words(who: str, world: World) -> None:
    with transaction.atomic():
        assert len(plant()) > len(payloads())
        wrong, seen = walked(world.browsers[who])
        transaction.set_rollback(True)
    assert wrong == []
    assert len(seen) > 20


@pytest.mark.parametrize("name", SECRETS)
def test_words_stay_words_behind_a_secret(name: str, world: World) -> None:
    token = world.of_route.get((name, "token"), world.args["token"])
    with transaction.atomic():
        plant()
        wrong, seen = walked(Client(), reverse(name, kwargs={"token": token}))
        transaction.set_rollback(True)
    assert wrong == []
    assert seen


def test_words_stay_words_in_a_copy_to_keep(world: World) -> None:
    with transaction.atomic():
        plant()
        packed = world.browsers["cara"].post("/my/data/copy/").content
        transaction.set_rollback(True)
    with zipfile.ZipFile(io.BytesIO(packed)) as copy:
        html = copy.read(PAGE).decode()
    assert len(set(MARK.findall(html))) > 20
    assert made_by_words(html) == []


def test_words_stay_words_while_they_wait_for_a_second_step(world: World) -> None:
    browser = world.browsers["jo"]
    with transaction.atomic():
        session = browser.session
        session[KEPT] = {"path": "/my/", "fields": [[one, one] for one in payloads()]}
        session.save()
        answer = browser.get("/sign-in/carry-on/")
        transaction.set_rollback(True)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert len(set(MARK.findall(html))) == len(payloads())
    # the name of a field comes back too, as the name of a hidden one
    assert [one for one in made_by_words(html) if not one.startswith("<input name=")] == []
