"""Nobody can work out from a result who said what, the champion least of all: thousands of generated reviews.

The attacker (``figures/tests/attacker.py``) has our code and every page of every round. It writes down each
review that could have been, and keeps those that lead to the very same pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import product

import pytest

from alongside.charter.editions import Edition
from alongside.charter.framework import Audience, Framework
from alongside.charter.frameworks import found
from alongside.charter.result import Result
from alongside.charter.reviews import Review
from alongside.charter.rows import is_mixed
from alongside.figures.counts import Count, Share
from alongside.figures.disclosure import publishable
from alongside.figures.surveys import Answered, Findings, Survey
from alongside.figures.tests.attacker import Found, attack

pytestmark = pytest.mark.long

Sheets = tuple[int, int]
"""How many of one side said *met* of one statement, and how many *not met*."""
Round = dict[Audience, Sheets]

ON = date(2026, 3, 12)


def groups_of(most: int) -> list[Sheets]:
    """All there are of so many people at most: the last number that is said as *around 15*, or *around 20*.

    So nothing is narrowed by where our list of worlds ends.
    """
    return [(met, not_met) for met in range(most + 1) for not_met in range(most + 1 - met)]


ROUND = Review(edition=Edition(slug="one", version="1", source=found()["cornerstones", "2026-11"].text))
ASKED = next(one.slug for _, one in ROUND.framework.statements())


@cache
def gate(number: int, side: Audience, sheets: Sheets) -> Findings:
    """One side of one round, as it is kept."""
    met, not_met = sheets
    survey = Survey(f"round {number}, {side}", met + not_met, {ASKED: Answered(met, not_met)})
    return publishable(survey, on=ON, earlier=())


def no_gate(number: int, side: Audience, sheets: Sheets) -> Findings:
    """The same by somebody who forgot the gate for one small thing: shares of groups of any size."""
    met, not_met = sheets
    share = Share.of(met, not_met) if met + not_met else Share()
    return Findings(f"round {number}, {side}", ON, Count(None, ON), {ASKED: share})


def pages(rounds: Sequence[Round], through: object = gate) -> str:
    """Everything that the pages of these rounds say, one after the other."""
    said, before = [], {}
    for number, sides in enumerate(rounds, start=1):
        now = {side: through(number, side, sheets) for side, sheets in sides.items()}  # type: ignore[operator]
        said.append(everything(Result(ROUND, now, before)))
        before = now
    return "\n".join(said)


def everything(result: Result) -> str:
    row = result.rows[0]
    sides = [
        (side, str(of.people), str(row.shares[side]), is_mixed(row.shares[side]), row.moved(side))
        for side, of in result.sides.items()
    ]
    return str((sides, row.gap, row.is_strong, len(result.strengths), len(result.gaps)))


def secrets(rounds: Sequence[Round]) -> dict[str, int]:
    """Each number of people that must not be found out."""
    return {
        f"{side} {what}, round {number}": count
        for number, sides in enumerate(rounds, start=1)
        for side, sheets in sides.items()
        for what, count in (("met", sheets[0]), ("not met", sheets[1]), ("in all", sum(sheets)))
    }


def found_out(worlds: list[tuple[int, ...]], rounds: object, through: object = gate) -> list[Found]:  # type: ignore[type-arg]
    return attack(
        worlds,
        lambda world: pages(rounds(world), through),  # type: ignore[operator]
        lambda world: secrets(rounds(world)),  # type: ignore[operator]
    )


def two_sides(world: tuple[int, ...]) -> list[Round]:
    return [{Audience.FAMILIES: (world[0], world[1]), Audience.STAFF: (world[2], world[3])}]


def two_rounds(world: tuple[int, ...]) -> list[Round]:
    return [{Audience.FAMILIES: (world[0], world[1])}, {Audience.FAMILIES: (world[2], world[3])}]


def test_one_round_with_both_sides_and_their_gap() -> None:
    worlds = [(*families, *staff) for families, staff in product(groups_of(17), repeat=2)]
    assert len(worlds) > 2_000
    assert found_out(worlds, two_sides) == []


def test_two_rounds_compared() -> None:
    worlds = [(*before, *after) for before, after in product(groups_of(17), repeat=2)]
    assert found_out(worlds, two_rounds) == []


def test_the_champion_who_knows_every_answer_of_the_staff() -> None:
    """Those who work there know what they said themselves: that side is fixed, and no secret."""
    for staff in ((12, 0), (6, 6), (3, 0), (20, 8)):
        worlds = [(*families, *staff) for families in groups_of(22)]
        found = found_out(worlds, two_sides)
        assert [one for one in found if one.secret.startswith(Audience.FAMILIES)] == []


def test_the_attacker_bites_where_the_gate_was_forgotten() -> None:
    worlds = [(*families, 0, 0) for families in groups_of(22)]
    assert found_out(worlds, two_sides, no_gate)


def test_it_is_the_framework_that_reviews_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(ROUND.framework, Framework)
    assert ASKED == "heard"
