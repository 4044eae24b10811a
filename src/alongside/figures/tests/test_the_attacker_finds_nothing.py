"""Every small world through the gate; nothing that is hidden can be narrowed below seven values."""

from itertools import product

import pytest

from alongside.figures.tests.attacker import attack
from alongside.figures.tests.worlds import (
    all_findings,
    all_said,
    everything_said,
    published,
    survey,
    table,
)

pytestmark = pytest.mark.long


def test_one_table_with_its_total_and_shares() -> None:
    worlds = list(product(range(34), repeat=2))
    assert not attack(
        worlds,
        lambda world: everything_said(published(table(world))[0]),
        lambda world: {"a": world[0], "b": world[1], "together": sum(world)},
    )


def test_three_cells_where_two_are_easily_guessed() -> None:
    worlds = list(product(range(14), repeat=3))
    assert not attack(
        worlds,
        lambda world: everything_said(published(table(world))[0]),
        lambda world: {"a": world[0], "b": world[1], "c": world[2], "a and b": world[0] + world[1]},
    )


def test_two_filters_combined_with_every_margin() -> None:
    numbers = (0, 1, 2, 3, 4, 5, 6, 7, 8, 12)
    worlds = list(product(numbers, repeat=4))
    assert not attack(
        worlds,
        lambda world: everything_said(published(table(world[:2], world[2:]))[0]),
        lambda world: {
            **{f"cell {i}": count for i, count in enumerate(world)},
            "row 0": world[0] + world[1],
            "column 0": world[0] + world[2],
        },
    )


def test_two_rounds_of_one_number() -> None:
    worlds = list(product(range(45), repeat=2))
    assert not attack(
        worlds,
        lambda world: "\n".join(everything_said(one) for one in published(*[table((n,)) for n in world])),
        lambda world: {"before": world[0], "after": world[1], "came between": world[1] - world[0]},
    )


def test_three_rounds_of_one_number() -> None:
    worlds = list(product(range(26), repeat=3))
    assert not attack(
        worlds,
        lambda world: "\n".join(everything_said(one) for one in published(*[table((n,)) for n in world])),
        lambda world: {
            "first": world[0],
            "second": world[1],
            "third": world[2],
            "came first": world[1] - world[0],
            "came last": world[2] - world[1],
        },
    )


def test_two_rounds_of_two_numbers_with_their_total() -> None:
    numbers = (0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 18, 20, 21)
    worlds = list(product(numbers, repeat=4))

    def pages(world: tuple[int, ...]) -> str:
        return "\n".join(everything_said(one) for one in published(table(world[:2]), table(world[2:])))

    # moves need whole ranges of numbers to be judged; the two tests above do that
    assert not attack(worlds, pages, lambda world: {f"cell {i}": count for i, count in enumerate(world)})


def test_two_questions_to_one_group_in_which_nobody_skipped_any() -> None:
    """The attacker knows that both questions were answered by the same number."""
    worlds = [(n, one, two) for n in range(40) for one in range(n + 1) for two in range(n + 1)]

    def pages(world: tuple[int, int, int]) -> str:
        n, one, two = world
        return all_said(all_findings(survey(n, (one, n - one), (two, n - two)))[0])

    assert not attack(
        worlds,
        pages,
        lambda world: {
            "one": world[1],
            "not one": world[0] - world[1],
            "two": world[2],
            "not two": world[0] - world[2],
        },
    )


def test_a_question_that_some_skipped() -> None:
    worlds = [(n, yes, no) for n in range(33) for yes in range(n + 1) for no in range(n - yes + 1)]
    assert not attack(
        worlds,
        lambda world: all_said(all_findings(survey(world[0], world[1:]))[0]),
        lambda world: {"yes": world[1], "no": world[2]},
    )


def test_a_survey_that_is_shown_again_when_more_have_answered() -> None:
    worlds = [
        (n, yes, later, more)
        for n in (*range(10), 20, 21)
        for yes in range(n + 1)
        for later in range(27)
        for more in range(later + 1)
    ]

    def pages(world: tuple[int, ...]) -> str:
        n, yes, later, more = world
        rounds = survey(n, (yes, n - yes)), survey(n + later, (yes + more, n - yes + later - more))
        return " | ".join(all_said(one) for one in all_findings(*rounds))

    assert not attack(
        worlds,
        pages,
        lambda world: {"yes": world[1], "no": world[0] - world[1], "who came": world[2], "new": world[3]},
    )
