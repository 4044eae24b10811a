"""Gates that look safe and are not. The attacker must break each, or the other tests prove nothing."""

from itertools import product

from alongside.figures.tests.attacker import Found, attack
from alongside.figures.tests.worlds import everything_said, published, table


def rounded(count: int) -> str:
    return "too few" if 0 < count < 8 else str((count + 2) // 5 * 5)


def test_showing_everything_gives_each_small_number_away() -> None:
    found = attack([(1,), (9,)], str, lambda world: {"a": world[0]})
    assert found == [Found((1,), "a", frozenset({1}))]


def test_hiding_small_cells_beside_their_total_is_broken_by_subtraction() -> None:
    def pages(world: tuple[int, ...]) -> str:
        return f"{[rounded(count) for count in world]}, together {sum(world)}"

    assert attack(product(range(14), repeat=2), pages, lambda world: {"a": world[0]})


def test_rounding_the_total_does_not_mend_it() -> None:
    def pages(world: tuple[int, ...]) -> str:
        return f"{[rounded(count) for count in world]}, together {rounded(sum(world))}"

    found = attack(product(range(14), repeat=2), pages, lambda world: {"a": world[0]})
    assert any(one.values <= {1, 2, 3, 4} for one in found)


def test_rounding_each_total_anew_gives_exact_numbers_away_even_with_nothing_hidden() -> None:
    """Four times around 10, together around 50: it can only be four times 12."""

    def pages(world: tuple[int, ...]) -> str:
        return f"{[rounded(count) for count in world]}, together {rounded(sum(world))}"

    worlds = list(product(range(8, 13), repeat=4))
    assert [world for world in worlds if pages(world) == pages((12, 12, 12, 12))] == [(12, 12, 12, 12)]


def test_a_gate_without_a_memory_shows_who_came_in_between() -> None:
    """Everything is rounded, nothing is hidden, and still each round beside the last gives a move away."""

    def pages(world: tuple[int, ...]) -> str:
        before, after = world[:2], world[2:]
        return " then ".join(
            f"{[rounded(count) for count in now]}, together {rounded(sum(now))}" for now in (before, after)
        )

    worlds = product(range(8, 18), repeat=4)
    assert attack(worlds, pages, lambda world: {"came to a": world[2] - world[0]})


def test_tenths_of_every_group_give_the_rest_away() -> None:
    worlds = [(yes, no) for yes in range(40) for no in range(40) if yes + no > 7]
    found = attack(
        worlds,
        lambda world: f"{rounded(sum(world))}: {round(10 * world[0] / sum(world))} in 10",
        lambda world: {"no": world[1]},
    )
    assert found


def test_cutting_the_same_people_twice_is_broken_which_is_why_the_gate_refuses_it() -> None:
    """Places in one table, needs in another, each through our own gate as if they were other people."""

    def pages(world: tuple[int, ...]) -> str:
        by_place = table((world[0] + world[1], world[2] + world[3]))
        by_need = table((world[0] + world[2], world[1] + world[3]))
        return everything_said(published(by_place)[0]) + everything_said(published(by_need)[0])

    worlds = product((0, 1, 2, 3, 4, 5, 6, 7, 8, 9), repeat=4)
    assert attack(worlds, pages, lambda world: {"place 0": world[0] + world[1]})
