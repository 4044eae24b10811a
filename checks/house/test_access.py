"""House rule: one table says who may do what. Every route × method × role; what is absent is refused."""

from __future__ import annotations

import pytest

from .access import METHODS, WHO, Route, expected, faults, routes, table
from .world import World

ROUTES = {route.name: route for route in routes()}
OPEN_METHODS = ("GET", "HEAD", "POST")


def test_every_route_is_in_the_table() -> None:
    assert faults(list(ROUTES.values()), table()) == []


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_everyone_gets_what_the_table_says(name: str, world: World) -> None:
    wrong = []
    for method in METHODS:
        listed = method in OPEN_METHODS and expected(table(), name, method, "nobody") != 405
        for who in WHO if listed else ("nobody", "jo"):
            wanted = expected(table(), name, method, who)
            got = world.ask(ROUTES[name], method, who).status_code
            if got != wanted:
                wrong.append(f"{method} as {who}: {got}, and the table says {wanted}")
    assert wrong == []


def test_the_table_bites() -> None:
    found = [Route("voice:story", "stories/<uuid:story>/", ("story",))]
    assert faults(found, {}) == ["voice:story is not in any access table"]
    assert faults([], {"voice:gone": {"GET": {"*": 200}}}) == ["voice:gone is listed but is no route"]
    gaps = faults(found, {"voice:story": {"GET": {"asha": 200}}})
    assert len(gaps) == 1
    assert "nothing is said of ben" in gaps[0]
    assert faults(found, {"voice:story": {"GET": {"*": 200, "zoe": 200}}})
    assert expected({"a": {"GET": {"*": 200}}}, "a", "DELETE", "jo") == 405
