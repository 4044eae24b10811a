from datetime import date

import pytest

from alongside.figures.counts import Publication, Table
from alongside.figures.disclosure import AnotherCut, Refused, publishable
from alongside.figures.surveys import Findings
from alongside.figures.tests.worlds import ROUNDS, all_findings, published, survey, table


def series(*numbers: int) -> list[str]:
    return [str(one.count()) for one in published(*[table((number,)) for number in numbers])]


def test_one_more_person_does_not_show() -> None:
    assert series(12, 13) == ["around 10", "around 10"]


def test_a_number_is_renewed_when_the_least_change_is_eight() -> None:
    assert series(12, 22) == ["around 10", "around 10"]
    assert series(12, 23) == ["around 10", "around 25"]


def test_a_hidden_number_stays_hidden_until_it_is_far_from_small() -> None:
    assert series(7, 8, 18) == ["too few to show", "too few to show", "around 20"]


def test_a_number_that_stands_keeps_its_date() -> None:
    _, second = published(table((12, 40)), table((14, 60)))
    assert second.on == ROUNDS[1]
    assert second.count(need="need 0").on == ROUNDS[0]
    assert second.count(need="need 1").on == ROUNDS[1]
    assert second.count().on == ROUNDS[0]


def test_the_same_people_cannot_be_cut_another_way() -> None:
    first = publishable(table((20, 30)), on=ROUNDS[0], earlier=())
    by_school = Table("people", {"school": ("Beck Lane", "Moor End")}, {("Beck Lane",): 50})
    with pytest.raises(AnotherCut):
        publishable(by_school, on=ROUNDS[1], earlier=(first,))


def test_a_category_may_be_added_but_none_merged() -> None:
    two = publishable(table((20, 30)), on=ROUNDS[0], earlier=())
    three = publishable(table((20, 30, 40)), on=ROUNDS[1], earlier=(two,))
    assert str(three.count(need="need 2")) == "around 40"
    with pytest.raises(AnotherCut):
        publishable(table((50, 40)), on=ROUNDS[2], earlier=(two, three))


def test_the_same_people_cannot_be_shown_as_counts_and_as_shares() -> None:
    [findings] = all_findings(survey(30, (15, 15)))
    counts = Table("families", {"answer": ("yes", "no")}, {("yes",): 15, ("no",): 15})
    with pytest.raises(AnotherCut):
        publishable(counts, on=ROUNDS[1], earlier=(findings,))  # type: ignore[call-overload]


def test_what_came_earlier_must_be_about_the_same_people_and_earlier() -> None:
    first = publishable(table((20,)), on=ROUNDS[1], earlier=())
    others = Table("others", {"need": ("need 0",)}, {})
    with pytest.raises(Refused, match="not about"):
        publishable(others, on=ROUNDS[2], earlier=(first,))
    with pytest.raises(Refused, match="snapshot after"):
        publishable(table((20,)), on=ROUNDS[0], earlier=(first,))


def test_a_survey_is_published_once() -> None:
    first, second = all_findings(survey(30, (15, 15)), survey(90, (80, 10)))
    assert second == first


def test_a_survey_too_few_answered_may_come_again_when_many_more_have() -> None:
    few, still_few, many = all_findings(survey(5, (5, 0)), survey(12, (8, 4)), survey(20, (12, 8)))
    assert still_few == few
    assert few.shares["question 0"].hidden
    assert str(many.shares["question 0"]) == "6 in 10"


def test_a_snapshot_can_be_stored_and_read_back() -> None:
    [publication] = published(table((20, 3), (0, 12)))
    assert Publication.from_kept(publication.kept()) == publication
    [findings] = all_findings(survey(30, (15, 15), (29, 1), (1, 5)))
    assert Findings.from_kept(findings.kept()) == findings


def test_a_stored_snapshot_cannot_smuggle_an_exact_number_in() -> None:
    [publication] = published(table((20,)))
    kept = publication.kept()
    kept["cells"] = [[["need 0"], 21, date(2026, 3, 1).isoformat()]]
    with pytest.raises(ValueError, match="Only rounded"):
        Publication.from_kept(kept)
