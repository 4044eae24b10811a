from datetime import date

import pytest

from alongside.figures.counts import Count, Table
from alongside.figures.disclosure import publishable
from alongside.figures.tests.worlds import ROUNDS, published, table


def shown(count: int) -> str:
    return str(published(table((count,)))[0].count())


@pytest.mark.parametrize("count", range(1, 8))
def test_one_to_seven_people_are_hidden(count: int) -> None:
    assert shown(count) == "too few to show"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "none"),
        (8, "around 10"),
        (12, "around 10"),
        (13, "around 15"),
        (17, "around 15"),
        (1203, "around 1,205"),
    ],
)
def test_other_numbers_are_rounded_to_the_nearest_five(count: int, words: str) -> None:
    assert shown(count) == words


def test_a_total_is_what_its_parts_add_up_to() -> None:
    assert str(published(table((12, 12, 0)))[0].count()) == "around 20"


def test_a_total_with_a_hidden_part_is_withheld() -> None:
    assert str(published(table((30, 3)))[0].count()) == "not shown: a part of it is too small"


def test_a_hidden_part_beside_nobody_is_withheld_too() -> None:
    assert published(table((0, 3)))[0].count().hidden


def test_filters_can_be_combined() -> None:
    publication = published(table((10, 20), (3, 40)))[0]
    assert str(publication.count(place="place 0")) == "around 30"
    assert str(publication.count(need="need 1")) == "around 60"
    assert publication.count(need="need 0").hidden
    assert str(publication.count(place="place 1", need="need 1")) == "around 40"


def test_a_filter_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        published(table((10,)))[0].count(need="dragons")


def test_where_one_person_can_stand_in_several_cells_there_is_no_total() -> None:
    stories = Table("stories", {"cornerstone": ("communicate", "trust")}, {("trust",): 20}, apart=False)
    publication = publishable(stories, on=ROUNDS[0], earlier=())
    assert str(publication.count(cornerstone="trust")) == "around 20"
    assert publication.count().hidden
    assert publication.share({"cornerstone": "trust"}).hidden


def test_an_exact_number_cannot_be_dressed_up_as_a_shown_one() -> None:
    with pytest.raises(ValueError, match="Only rounded"):
        Count(13, ROUNDS[0])
    with pytest.raises(ValueError, match="Only rounded"):
        Count(5, ROUNDS[0])


def test_exact_numbers_are_not_in_what_a_table_says_of_itself() -> None:
    assert "13" not in repr(table((13, 13)))


@pytest.mark.parametrize("wrong", [{("beach",): 3}, {("need",): -1}, {("need",): 2.5}, {("need",): True}])
def test_a_table_that_cannot_be_true_is_refused(wrong: dict[tuple[str, ...], int]) -> None:
    with pytest.raises(ValueError, match=r"cell of this table|whole number"):
        Table("people", {"need": ("need",)}, wrong)


def test_a_table_says_whom_it_counts() -> None:
    with pytest.raises(ValueError, match="name for the people"):
        Table("", {"need": ("need",)}, {})
    with pytest.raises(ValueError, match="each one once"):
        Table("people", {"need": ("need", "need")}, {})


def test_a_number_says_when_it_is_from() -> None:
    assert published(table((20,)))[0].count().on == date(2026, 3, 1)
