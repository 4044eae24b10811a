"""Paper and phone calls are typed in by the forum's co-ordinator, so that nobody at the place reads them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from alongside.charter.models import Answer, Comment, Review, Sheet
from alongside.people.demo import Netherby
from alongside.people.models import Person, Role

Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


def page(review: Review, side: str = "families") -> str:
    return reverse("charter:sheets", args=[review.pk, side])


def sheet(**more: str) -> dict[str, str]:
    return {"key": str(uuid.uuid4()), "how": "paper", **more}


def test_jo_types_in_one_sheet_after_another(review: Review, netherby: Netherby, client_of: Browser) -> None:
    jo = client_of(netherby.jo)
    typed = sheet(level_heard="mostly", words_welcome_good="The tea.")
    saved = jo.post(page(review), typed)
    assert saved.url == f"{page(review)}?how=paper&saved=yes"
    assert "So far 1 sheet is typed in" in " ".join(jo.get(saved.url).content.decode().split())
    assert (Sheet.objects.get().how, Answer.objects.get().level) == ("paper", "mostly")
    assert Comment.objects.get().text.body == "The tea."
    jo.post(page(review), typed)  # pressed twice
    assert Sheet.objects.count() == 1


def test_an_empty_sheet_is_not_one(review: Review, netherby: Netherby, client_of: Browser) -> None:
    empty = client_of(netherby.jo).post(page(review), sheet())
    assert empty.status_code == 422
    assert "Nothing is answered yet" in empty.content.decode()


def test_what_was_typed_stays_when_the_round_is_closed_meanwhile(
    review: Review, netherby: Netherby, client_of: Browser, now: datetime
) -> None:
    jo = client_of(netherby.jo)
    review.close(netherby.farah, now)
    late = jo.post(page(review), sheet(level_heard="always", words_welcome_good="The tea."))
    assert late.status_code == 422
    assert "This round is over" in late.content.decode()
    assert "The tea." in late.content.decode()
    assert not Sheet.objects.exists()


@pytest.mark.parametrize("who", ["farah", "ines", "gwen", "dev", "asha", ""])
def test_nobody_else_can(review: Review, netherby: Netherby, client_of: Browser, who: str) -> None:
    browser = client_of(netherby.people.get(who))
    assert browser.get(page(review)).status_code == 404
    assert browser.post(page(review), sheet(level_heard="always")).status_code == 404


def test_nor_a_co_ordinator_who_works_there(
    review: Review, netherby: Netherby, client_of: Browser, now: datetime
) -> None:
    Role.objects.create(person=netherby.jo, name=Role.Name.STAFF, organisation=netherby.school, since=now)
    assert client_of(netherby.jo).get(page(review)).status_code == 404


def test_a_side_that_is_not_asked_has_no_page(review: Review, netherby: Netherby, client_of: Browser) -> None:
    assert client_of(netherby.jo).get(page(review, "governors")).status_code == 404


def test_a_table_counts_for_everybody_who_sat_there(
    review: Review, netherby: Netherby, client_of: Browser, now: datetime
) -> None:
    jo = client_of(netherby.jo)
    for _ in range(4):
        assert (
            jo.post(page(review), sheet(how="workshop", people="6", level_heard="mostly")).status_code == 302
        )
    review.close(netherby.farah, now)
    shown = " ".join(jo.get(reverse("charter:review", args=[review.pk])).content.decode().split())
    assert "<strong>Around 25</strong> families answered" in shown
    assert "nearly all" in shown


@pytest.mark.parametrize(
    ("how", "people", "says"),
    [
        ("paper", "6", "only at a table"),
        ("workshop", "0", "Type a number from 1 to 40."),
        ("workshop", "41", "Type a number from 1 to 40."),
        ("workshop", "six", "Type a number from 1 to 40."),
    ],
)
def test_how_many_sat_there_is_looked_at(
    review: Review, netherby: Netherby, client_of: Browser, how: str, people: str, says: str
) -> None:
    wrong = client_of(netherby.jo).post(page(review), sheet(how=how, people=people, level_heard="mostly"))
    assert wrong.status_code == 422
    assert says in wrong.content.decode()
    assert not Sheet.objects.exists()
