"""The thread of a promise that was offered out of a review; the wall, and what was answered with a no."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from alongside.charter import demo as rounds
from alongside.charter.models import PlanItem, Review
from alongside.groups.demo import groups
from alongside.people.demo import Netherby
from alongside.people.demo import netherby as make_netherby
from alongside.people.models import Person
from alongside.promises.models import Promise
from alongside.website.wall import wall

Browser = Callable[[Person | None], Client]
DAY = timedelta(days=1)
BEGAN = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
STEPS = ("Shown by a review", "Offered", "Both sides said yes", "Promised", "Done", "Told", "Did it help?")


@pytest.fixture(scope="module")
def founded(for_the_file: None) -> tuple[Netherby, Review]:
    """A group of families and services, and a round at Beck Lane that is over."""
    n = make_netherby(BEGAN - 90 * DAY)
    groups(n, BEGAN - 80 * DAY)
    return n, rounds.closed(n, BEGAN - 30 * DAY)


@pytest.fixture
def db(founded: tuple[Netherby, Review], undone_after: None) -> None:
    """Whatever a test changes is undone after it."""


@pytest.fixture
def netherby(founded: tuple[Netherby, Review], db: None) -> Netherby:
    return Netherby(**copy.deepcopy(vars(founded[0])))


@pytest.fixture
def review(founded: tuple[Netherby, Review], db: None) -> Review:
    return copy.deepcopy(founded[1])


def read(client: Client, promise: Promise) -> str:
    page = client.get(reverse("website:thread", args=[promise.pk]))
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_it_begins_with_what_the_review_showed_and_leads_there(
    netherby: Netherby, review: Review, client_of: Browser
) -> None:
    promise = rounds.promised(netherby, review, BEGAN)
    shown = read(client_of(None), promise)
    places = [shown.index(f">{step}</h3>") for step in STEPS]
    assert places == sorted(places)
    assert "It follows from what the review showed about this: “We are told all that we need to know" in shown
    assert reverse("charter:review", args=[review.pk]) in shown
    assert "Cara, who speaks from lived experience, and Beck Lane Primary both said yes." in shown
    assert "Nobody stands behind an answer in a review" in shown
    assert "The next review shows if it helped." in shown
    assert "The words are not shown to everyone." not in shown


def test_before_the_yes_it_says_whose_is_missing(
    netherby: Netherby, review: Review, client_of: Browser
) -> None:
    by_farah, by_asha = rounds.offered(netherby, review, BEGAN), rounds.asked_for(netherby, review, BEGAN)
    assert "Cara has not said yes yet." in read(client_of(netherby.farah), by_farah)
    assert "Nobody at Beck Lane Primary has taken it on yet." in read(client_of(netherby.asha), by_asha)
    assert client_of(None).get(reverse("website:thread", args=[by_farah.pk])).status_code == 404


def test_a_no_ends_the_thread_and_names_nobody(
    netherby: Netherby, review: Review, client_of: Browser
) -> None:
    promise = rounds.asked_for(netherby, review, BEGAN)
    promise.refuse(netherby.farah, "Two pages are fine, if they are clear.", BEGAN + DAY)
    shown = read(client_of(None), promise)
    assert "Two pages are fine, if they are clear." in shown
    assert "This is the answer of Beck Lane Primary." in shown
    assert "Farah" not in shown
    assert ">Done</h3>" not in shown


def test_a_parents_no_stays_between_those_who_work_on_it(
    netherby: Netherby, review: Review, client_of: Browser
) -> None:
    promise = rounds.offered(netherby, review, BEGAN)
    promise.refuse(netherby.cara, "Two pages are fine, if they are clear.", BEGAN + DAY)
    assert client_of(None).get(reverse("website:thread", args=[promise.pk])).status_code == 404
    assert "This is the answer of those who were asked" in read(client_of(netherby.farah), promise)


def test_in_the_public_list_it_says_what_the_review_asked(
    netherby: Netherby, review: Review, client_of: Browser
) -> None:
    rounds.promised(netherby, review, BEGAN)
    shown = client_of(None).get(reverse("website:together", args=["netherby"])).content.decode()
    assert "A review asked" in shown
    assert "We are told all that we need to know" in shown


def test_no_stone_is_drawn_for_a_no_or_for_what_waits_for_the_next_review(
    netherby: Netherby, review: Review
) -> None:
    rounds.taken_on(netherby, review, BEGAN)
    before = [row.todo for row in wall(netherby.area, BEGAN + 90 * DAY).rows]
    rounds.promised(netherby, review, BEGAN)
    rounds.asked_for(netherby, review, BEGAN).refuse(netherby.farah, "The printer is old.", BEGAN + DAY)
    assert [row.todo for row in wall(netherby.area, BEGAN + 90 * DAY).rows] == before
    assert sum(before) == 1


def test_an_offer_without_its_statement_still_has_a_thread(
    netherby: Netherby, review: Review, client_of: Browser
) -> None:
    promise = rounds.promised(netherby, review, BEGAN)
    PlanItem.objects.all().delete()
    assert promise.title in read(client_of(None), promise)
