import pytest

from alongside.figures.surveys import Answered
from alongside.figures.tests.worlds import all_findings, published, survey, table


def share(part: int, rest: int) -> str:
    return str(all_findings(survey(part + rest, (part, rest)))[0].shares["question 0"])


@pytest.mark.parametrize(
    ("part", "rest", "words"),
    [
        (8, 8, "5 in 10"),
        (27, 8, "8 in 10"),
        (72, 8, "9 in 10"),
        (19, 1, "nearly all"),
        (20, 0, "nearly all"),
        (1, 19, "hardly any"),
        (0, 20, "hardly any"),
        (12, 7, "too few to show"),
        (18, 1, "too few to show"),
        (7, 8, "too few to show"),
        (3, 2, "too few to show"),
        (0, 0, "too few to show"),
        (500, 8, "nearly all"),
        (8, 500, "hardly any"),
    ],
)
def test_a_share_of_those_who_answered(part: int, rest: int, words: str) -> None:
    assert share(part, rest) == words


def test_everyone_and_nearly_everyone_look_the_same() -> None:
    assert share(40, 0) == share(37, 3)


def test_a_share_of_a_table_follows_from_what_is_shown_of_it() -> None:
    publication = published(table((26, 3), (14, 14)))[0]
    assert str(publication.share({"need": "need 0"}, {"place": "place 0"})) == "nearly all"
    assert str(publication.share({"need": "need 1"}, {"place": "place 0"})) == "hardly any"
    assert str(publication.share({"need": "need 1"}, {"place": "place 1"})) == "5 in 10"
    assert publication.share({"need": "need 1"}).hidden


def test_a_group_that_may_be_smaller_than_twenty_is_not_called_nearly_all() -> None:
    assert published(table((18, 1)))[0].share({"need": "need 0"}).hidden


def test_a_question_cannot_be_answered_by_more_people_than_took_part() -> None:
    with pytest.raises(ValueError, match="More people"):
        survey(10, (8, 3))
    with pytest.raises(ValueError, match="whole number"):
        Answered(-1, 3)


def test_exact_numbers_are_not_in_what_a_survey_says_of_itself() -> None:
    assert "13" not in repr(survey(26, (13, 13)))
