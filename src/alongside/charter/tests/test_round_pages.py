"""Farah opens and closes a round on its pages; everybody reads what came of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from alongside.charter import demo
from alongside.charter.models import Review
from alongside.people.demo import Netherby
from alongside.people.models import Person

Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


def test_farah_opens_a_round_and_sees_its_links(netherby: Netherby, client_of: Browser) -> None:
    farah, page = client_of(netherby.farah), reverse("charter:rounds", args=[netherby.school.pk])
    assert "No reviews yet." in farah.get(page).content.decode()
    asked = {"framework": "cornerstones", "until-day": "1", "until-month": "4", "until-year": "2026"}
    sent = farah.post(page, {"key": str(uuid.uuid4()), **asked})
    review = Review.objects.get()
    assert sent.url == reverse("charter:review", args=[review.pk])
    shown = farah.get(sent.url).content.decode()
    for link in review.links.all():
        assert reverse("charter:begin", args=[link.token]) in shown
    again = farah.post(page, {"key": str(uuid.uuid4()), **asked})
    assert again.status_code == 422
    assert "Close it before you open the next." in again.content.decode()


def test_farah_closes_it_and_everybody_reads_it(
    review: Review, netherby: Netherby, client_of: Browser
) -> None:
    farah, page = client_of(netherby.farah), reverse("charter:review", args=[review.pk])
    assert client_of(None).get(page).status_code == 404
    closing = reverse("charter:closing", args=[review.pk])
    assert farah.post(closing, {}).status_code == 422
    assert farah.post(closing, {"sure": "on"}).url == page
    assert client_of(None).get(page).status_code == 200


def test_who_only_looks_after_the_area_cannot_close_it(
    review: Review, netherby: Netherby, client_of: Browser
) -> None:
    sent = client_of(netherby.jo).post(reverse("charter:closing", args=[review.pk]), {"sure": "on"})
    assert sent.status_code == 422
    assert "Only the charter champion" in sent.content.decode()


def test_the_result_is_the_same_for_everybody(netherby: Netherby, now: datetime, client_of: Browser) -> None:
    page = reverse("charter:review", args=[demo.closed(netherby, now).pk])
    for who in (None, netherby.asha, netherby.dev, netherby.farah):
        shown = " ".join(client_of(who).get(page).content.decode().split())
        assert "What is strong" in shown
        assert "We feel safe and welcome here." in shown
        assert "Families 3 in 10, staff 7 in 10. </span>Staff see it 4 in 10 more than families." in shown
        assert "<strong>Around 40</strong> families answered" in shown
        assert "The office knows every child by name." in shown
        assert "Of children and young people, fewer than eight took part" in shown
