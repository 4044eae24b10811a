"""House rule: no page over 25 queries, whatever the route and whoever asks."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from .access import WHO, Route, routes
from .world import World

MOST = 25


def asked(world: World, route: Route) -> dict[str, int]:
    """Who gets an answer there → how many queries it took."""
    counts = {}
    for who in WHO:
        with CaptureQueriesContext(connection) as seen:
            answer = world.browsers[who].get(world.path(route))
        if answer.status_code == 200:
            counts[who] = len(seen)
    return counts


@pytest.mark.parametrize("route", routes(), ids=lambda route: route.name)
def test_no_page_asks_too_often(route: Route, world: World) -> None:
    assert {who: count for who, count in asked(world, route).items() if count > MOST} == {}


def test_the_count_counts(world: World) -> None:
    counts = asked(world, next(route for route in routes() if route.name == "website:my_page"))
    assert set(counts) == set(WHO) - {"nobody"}
    assert all(count > 3 for count in counts.values())
