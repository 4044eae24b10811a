"""The attacker again: two statements of which some skip one, three sides, and the hint while a round runs.

Each list of worlds is whole for what the attacker sees: about how many took part is on every page, so that
groups of 13 to 17 are never mixed up with others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product

import pytest

from alongside.charter.framework import Audience
from alongside.charter.rows import Row
from alongside.figures.counts import LEAST
from alongside.figures.disclosure import publishable
from alongside.figures.surveys import Answered, Findings, Survey
from alongside.figures.tests.attacker import Found, attack

from .test_who_said_what import ON, ROUND

pytestmark = pytest.mark.long

HEARD, SAFE = list(ROUND.framework.statements())[:2]
FAMILIES, YOUNG, STAFF = Audience
FEW, FIFTEEN = range(1, 8), range(13, 18)

Side = tuple[int, tuple[int, int], tuple[int, int]]
"""How many took part, and of each statement how many said *met*, and how many *not met*."""
World = tuple[tuple[Audience, Side], ...]


def skipping(sizes: Iterable[int]) -> list[Side]:
    """Some skip the first statement; all answer the second."""
    return [
        (people, (met, not_met), (other, people - other))
        for people in sizes
        for met in range(people + 1)
        for not_met in range(people + 1 - met)
        for other in range(people + 1)
    ]


def of_one_mind(sizes: Iterable[int]) -> list[Side]:
    """Nobody skips anything, and whoever says *met* of one statement says so of both."""
    return [
        (people, (met, people - met), (met, people - met)) for people in sizes for met in range(people + 1)
    ]


def gate(side: Audience, of: Side) -> Findings:
    people, heard, safe = of
    answers = {HEARD[1].slug: Answered(*heard), SAFE[1].slug: Answered(*safe)}
    return publishable(Survey(f"round 1, {side}", people, answers), on=ON, earlier=())


def pages(world: World) -> str:
    """All that is said of both statements, and before that the hint on the page of the round that runs."""
    hints = [people >= LEAST for _, (people, _, _) in world]
    sides = {side: gate(side, of) for side, of in world}
    rows = [
        Row(section, one, {side: said.shares[one.slug] for side, said in sides.items()}, {})
        for section, one in (HEARD, SAFE)
    ]
    said = [(row.said, row.gap, row.apart, row.spread, row.is_strong, row.in_a_line) for row in rows]
    return str((hints, [str(found.people) for found in sides.values()], said))


def secrets(world: World) -> Mapping[str, int]:
    return {
        f"{side} {name}, statement {number}": count
        for side, (_, *statements) in world
        for number, answered in enumerate(statements, start=1)
        for name, count in zip(("met", "not met"), answered, strict=True)
    } | {f"{side} in all": people for side, (people, _, _) in world}


def found_out(worlds: list[World], of: Callable[[World], Mapping[str, int]] = secrets) -> list[Found[World]]:
    return attack(worlds, pages, lambda world: dict(of(world)))


def test_two_statements_of_which_some_skip_one() -> None:
    worlds: list[World] = [((FAMILIES, side),) for side in skipping(FIFTEEN)]
    assert len(worlds) > 11_000
    assert found_out(worlds) == []


@pytest.mark.parametrize("few", range(3), ids=["families", "young people", "staff"])
def test_three_sides_of_which_one_is_too_few(few: int) -> None:
    sizes = [FEW if place == few else FIFTEEN for place in range(3)]
    theirs = [of_one_mind(size) for size in sizes]
    theirs[(few + 1) % 3] = [(16, (8, 8), (8, 8))]  # the attacker is one of these, and they have all talked
    worlds: list[World] = [tuple(zip(Audience, sides, strict=True)) for sides in product(*theirs)]
    assert len(worlds) > 2_000
    known = [side for place, side in enumerate(Audience) if place != (few + 1) % 3]
    assert [one for one in found_out(worlds) if one.secret.split(" ")[0] in known] == []


def test_the_hint_tells_nothing_that_the_result_does_not() -> None:
    worlds: list[World] = [((STAFF, side),) for side in of_one_mind(range(23))]
    by_page: dict[str, set[bool]] = {}
    for world in worlds:
        without_hint = pages(world).split("], ", 1)[1]
        by_page.setdefault(without_hint, set()).add(world[0][1][0] >= LEAST)
    assert all(len(hints) == 1 for hints in by_page.values())


def test_how_many_left_one_out_can_be_told_in_one_case_and_says_what_nobody_answered() -> None:
    """Of around 15 people 8 or more said *met*, and 8 or more *not met*: so one at most left it out.

    This is the only thing that is found. It stands here so that a wider one is noticed.
    """
    worlds: list[World] = [((FAMILIES, side),) for side in skipping(FIFTEEN)]
    found = found_out(worlds, lambda world: {"left out": world[0][1][0] - sum(world[0][1][1])})
    assert {one.values for one in found} == {frozenset({0, 1})}
    assert {(one.world[0][1][0], one.world[0][1][1]) for one in found} == {(17, (8, 8))}


def test_the_attacker_bites_where_a_number_is_said_for_each_statement(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Somebody shows how many answered a statement: then those who left it out give themselves away."""
    plain = pages
    monkeypatch.setitem(globals(), "pages", lambda world: f"{plain(world)} {sum(world[0][1][1])}")
    worlds: list[World] = [((FAMILIES, side),) for side in skipping(FIFTEEN)]
    assert found_out(worlds)
