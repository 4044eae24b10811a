"""No area may be named like one of our own pages."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.people.places import RESERVED
from checks.house.access import Route, routes


def first_parts(found: Iterable[Route]) -> set[str]:
    """The first part of every address that does not begin with an area."""
    firsts = {route.pattern.split("/")[0] for route in found}
    return {first for first in firsts if first and not first.startswith(("<", "^"))}


def test_every_page_of_ours_is_reserved() -> None:
    assert first_parts(routes()) - RESERVED == set()
    assert len(first_parts(routes())) > 10


def test_the_look_bites() -> None:
    tea, area = Route("tea:cups", "cups/<uuid:cup>/", ("cup",)), Route("tea:area", "<slug:area>/", ("area",))
    assert first_parts([tea, area]) - RESERVED == {"cups"}
