"""No area may be named like one of our own pages."""

from __future__ import annotations

from django.urls import get_resolver

from alongside.people.places import RESERVED
from checks.house.access import routes


def first_parts() -> set[str]:
    """The first part of every address that does not begin with an area."""
    firsts = {route.pattern.split("/")[0] for route in routes()}
    return {first for first in firsts if first and not first.startswith(("<", "^"))}


def test_every_page_of_ours_is_reserved() -> None:
    assert get_resolver().url_patterns
    assert first_parts() - RESERVED == set()
    assert len(first_parts()) > 10
