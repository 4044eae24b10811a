"""House rule: no page over 25 queries, in a town of two years, wherever the links lead each of the cast."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.website.demo import two_years
from alongside.website.demo_town import Town

from .counted import rows_are_counted
from .house.access import WHO
from .house.crawl import crawl, kind_of
from .house.test_queries import MOST

pytestmark = [pytest.mark.xdist_group("two years"), pytest.mark.django_db, pytest.mark.crawl]


@pytest.fixture(scope="module")
def town(for_the_file: None) -> Town:
    """Made once, and only looked at."""
    town = two_years(timezone.now())
    rows_are_counted()
    return town


class Fresh(Client):
    """Counts anew for each page: a file on the way, which the walk does not show, is charged to nobody."""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        reset_queries()
        return super().get(*args, **kwargs)


def busiest(browser: Client) -> dict[str, int]:
    """Route → the most queries that one of its pages took."""
    most: dict[str, int] = {}
    with CaptureQueriesContext(connection):
        for path, _ in crawl(browser, most=3):
            kind = kind_of(path) or path
            most[kind] = max(most.get(kind, 0), len(connection.queries_log))
    return most


@pytest.mark.parametrize("who", WHO)
def test_no_page_of_the_town_asks_too_often(who: str, town: Town, undone_after: None) -> None:
    browser = Fresh()
    if who != "nobody":
        browser.force_login(town.n.people[who])
    counts = busiest(browser)
    assert len(counts) > 10
    assert max(counts.values()) > 5, "nothing was counted"
    assert {kind: count for kind, count in counts.items() if count > MOST} == {}
