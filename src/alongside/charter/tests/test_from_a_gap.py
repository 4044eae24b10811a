"""Out of a gap that a review showed, one side offers a promise, and the other takes it on."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from alongside.charter import demo
from alongside.charter.errors import NotOverYet
from alongside.charter.framework import Audience
from alongside.charter.models import PlanItem, Review
from alongside.charter.planning import promise_about
from alongside.groups.demo import groups
from alongside.groups.models import Seat
from alongside.journal.models import Event
from alongside.people.demo import Netherby
from alongside.people.errors import PageUsed
from alongside.people.models import Person
from alongside.promises.errors import NotOnASide, NotOnThatSide
from alongside.promises.models import Promise

from .conftest import HandIn

Browser = Callable[[Person | None], Client]
DAY = timedelta(days=1)
STAFF, FAMILIES = Audience.STAFF, Audience.FAMILIES
FORM = {
    "title": "Letters home on one page",
    "body": "Each letter fits on one page.",
    "due_on-day": "1",
    "due_on-month": "12",
    "due_on-year": "2199",
}


@pytest.fixture
def seated(netherby: Netherby, now: datetime) -> None:
    """Asha, Owen, Cara and Ellis sit for families in a group of Netherby."""
    groups(netherby, now - 90 * DAY)


@pytest.fixture
def shown(review: Review, netherby: Netherby, answer: HandIn, now: datetime, seated: None) -> Review:
    """A round that is over: what is clear to staff is not to families."""
    answer(27, FAMILIES, safe="always", clear="not-yet")
    answer(9, FAMILIES, safe="mostly", clear="mostly")
    answer(20, STAFF, safe="always", clear="always")
    review.close(netherby.farah, now)
    return review


def test_farah_offers_one_and_it_stands_behind_the_statement(
    shown: Review, netherby: Netherby, now: datetime
) -> None:
    promise = demo.offered(netherby, shown, now)
    assert (promise.organisation, promise.area) == (netherby.school, netherby.area)
    assert promise.cornerstone == "communicate"
    item = PlanItem.objects.get(promise=promise)
    assert (item.review, item.statement) == (shown, "clear")
    assert item.words == "We are told all that we need to know, in time, in words we understand."
    assert not promise.reasons.exists()
    assert Event.objects.filter(what="review.promised", about_id=shown.pk).count() == 1


def test_asha_offers_one_and_the_school_takes_it_on(shown: Review, netherby: Netherby, now: datetime) -> None:
    promise = demo.asked_for(netherby, shown, now)
    promise.accept(netherby.farah, now + DAY)
    assert promise.owners == (netherby.asha, netherby.farah)


def test_a_statement_may_have_several_over_time(shown: Review, netherby: Netherby, now: datetime) -> None:
    first = demo.offered(netherby, shown, now)
    first.refuse(netherby.cara, "Two pages are fine, if they are clear.", now + DAY)
    demo.offered(netherby, shown, now + 2 * DAY, title="A first line that says what it is")
    assert PlanItem.objects.filter(review=shown, statement="clear").count() == 2


def test_nothing_is_promised_about_a_round_that_is_open(
    review: Review, netherby: Netherby, now: datetime, seated: None
) -> None:
    with pytest.raises(NotOverYet):
        demo.offered(netherby, review, now)
    assert not Promise.objects.exists()


def test_a_statement_that_was_not_asked_is_no_ground(
    shown: Review, netherby: Netherby, now: datetime
) -> None:
    with pytest.raises(ValueError, match="no such statement"):
        demo.offered(netherby, shown, now, statement="parking")
    assert not Promise.objects.exists()


@pytest.mark.parametrize("who", ["dev", "priya", "ben", "jo", "ines"])
def test_nobody_else_can(shown: Review, netherby: Netherby, now: datetime, who: str) -> None:
    with pytest.raises(NotOnASide):
        demo.asked_for(netherby, shown, now, by=netherby.people[who])
    assert not PlanItem.objects.exists()


@pytest.mark.parametrize("who", ["ben", "farah", "dev"])
def test_no_one_of_a_service_sees_to_it_for_families(
    shown: Review, netherby: Netherby, now: datetime, who: str
) -> None:
    with pytest.raises(NotOnThatSide):
        demo.offered(netherby, shown, now, lived=netherby.people[who])
    assert not PlanItem.objects.exists()


def test_a_form_sent_twice_offers_once_and_leads_to_one_statement(
    shown: Review, netherby: Netherby, now: datetime
) -> None:
    key = uuid.uuid4()
    first = demo.offered(netherby, shown, now, key=key)
    assert demo.offered(netherby, shown, now, key=key) == first
    with pytest.raises(PageUsed):
        demo.offered(netherby, shown, now, statement="safe", key=key)
    assert PlanItem.objects.count() == 1


def test_the_organisation_is_always_that_of_the_review(
    shown: Review, netherby: Netherby, now: datetime
) -> None:
    with pytest.raises(TypeError):
        demo.offered(netherby, shown, now, organisation=netherby.centre)
    assert promise_about.__kwdefaults__ == {"key": None}


# the page -------------------------------------------------------------------------------------------
def page(review: Review, statement: str = "clear") -> str:
    return reverse("charter:plan", args=[review.pk, statement])


def test_farah_offers_it_on_its_page(shown: Review, netherby: Netherby, client_of: Browser) -> None:
    farah, typed = client_of(netherby.farah), {**FORM, "lived_owner": str(netherby.cara.pk)}
    before = farah.get(page(shown)).content.decode()
    assert "Families: 3 in 10. Staff: nearly all." in before
    assert "Jo</option>" not in before
    typed |= {"key": str(uuid.uuid4()), "service_owner": str(netherby.farah.pk)}
    for _ in range(2):
        sent = farah.post(page(shown), typed)
        assert sent.url == reverse("website:thread", args=[Promise.objects.get().pk])
    thread = client_of(netherby.cara).get(sent.url).content.decode()
    assert "It follows from what the review showed" in thread
    assert "Yes, I will see to it" in thread


def test_asha_is_not_asked_who_sees_to_it_for_families(
    shown: Review, netherby: Netherby, client_of: Browser
) -> None:
    asha = client_of(netherby.asha)
    assert "lived_owner" not in asha.get(page(shown)).content.decode()
    sent = asha.post(page(shown), {**FORM, "key": str(uuid.uuid4()), "service_owner": str(netherby.farah.pk)})
    assert sent.status_code == 302
    assert Promise.objects.get().lived_owner == netherby.asha


def test_who_sits_in_no_group_learns_no_names(shown: Review, netherby: Netherby, client_of: Browser) -> None:
    Seat.objects.filter(person=netherby.farah).update(until=shown.closed.at)
    page_now = client_of(netherby.farah).get(page(shown)).content.decode()
    assert "Cara" not in page_now
    assert "You sit in no group with anybody who could give it." in page_now


def test_what_is_wrong_is_said_and_what_was_typed_stays(
    shown: Review, netherby: Netherby, client_of: Browser
) -> None:
    typed = {**FORM, "due_on-year": "2020", "key": str(uuid.uuid4()), "lived_owner": str(netherby.cara.pk)}
    sent = client_of(netherby.farah).post(page(shown), typed | {"service_owner": str(netherby.farah.pk)})
    assert sent.status_code == 422
    assert "Choose a day that is still to come." in sent.content.decode()
    assert "Each letter fits on one page." in sent.content.decode()
    assert not PlanItem.objects.exists()


@pytest.mark.parametrize("who", ["", "dev", "ben", "priya", "jo", "ines"])
def test_for_others_the_page_is_not_there(
    shown: Review, netherby: Netherby, client_of: Browser, who: str
) -> None:
    assert client_of(netherby.people.get(who)).get(page(shown)).status_code == 404


def test_no_page_for_another_statement_or_an_open_round(
    shown: Review, netherby: Netherby, now: datetime, client_of: Browser
) -> None:
    farah = client_of(netherby.farah)
    assert farah.get(page(shown, "parking")).status_code == 404
    second = Review.open(netherby.school, shown.edition, netherby.farah, now + 90 * DAY)
    assert farah.get(page(second)).status_code == 404
