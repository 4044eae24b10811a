"""Farah opens and closes a round on its pages; everybody reads what came of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from alongside.charter import demo
from alongside.charter.models import Review
from alongside.people.demo import Netherby
from alongside.people.models import Person

Browser = Callable[[Person | None], Client]


def test_farah_opens_a_round_and_sees_its_links(netherby: Netherby, client_of: Browser) -> None:
    farah, page = client_of(netherby.farah), reverse("charter:rounds", args=[netherby.school.pk])
    assert "No reviews yet." in farah.get(page).content.decode()
    sent = farah.post(page, {"key": str(uuid.uuid4()), "framework": "cornerstones"})
    review = Review.objects.get()
    assert sent.url == reverse("charter:review", args=[review.pk])
    shown = farah.get(sent.url).content.decode()
    for link in review.links.all():
        assert reverse("charter:begin", args=[link.token]) in shown
    again = farah.post(page, {"key": str(uuid.uuid4()), "framework": "cornerstones"})
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


@pytest.mark.parametrize("who", ["", "asha", "dev", "farah"])
def test_the_result_is_the_same_for_everybody(
    netherby: Netherby, now: datetime, client_of: Browser, who: str
) -> None:
    review = demo.closed(netherby, now)
    page = client_of(netherby.people.get(who)).get(reverse("charter:review", args=[review.pk]))
    shown = " ".join(page.content.decode().split())
    assert "What is strong" in shown
    assert "We feel safe and welcome here." in shown
    assert "around" not in shown  # the table says it in figures
    assert '<td class="govuk-table__cell govuk-table__cell--numeric">10</td>' in shown
    assert "Of children and young people, fewer than eight took part" in shown
