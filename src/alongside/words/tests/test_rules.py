import pytest

from alongside.words.checking import check
from alongside.words.profiles import EASY_READ, INTERFACE, LETTER, PLAIN, Profile

LONG = "We went to the school and then we went to the park and then we all went home to eat."


def rules(text: str, profile: Profile) -> list[str]:
    return [finding.rule for finding in check(text, profile)]


def test_each_profile_has_its_own_longest_sentence() -> None:
    assert rules(LONG, EASY_READ) == ["easy-read/doh-15-words"]
    assert rules(LONG, LETTER) == []
    assert rules(LONG[:-1] + " and have a rest.", PLAIN) == []
    assert rules(LONG[:-1] + " and have a rest.", LETTER) == ["letter/sentence-20"]


def test_it_says_how_long_a_sentence_is_and_where() -> None:
    [finding] = check("Hello. " + LONG, EASY_READ)
    assert finding.found == "a sentence of 20 words"
    assert finding.start == len("Hello. ")


def test_easy_read_is_only_ever_failed() -> None:
    for rule in EASY_READ.rules:
        assert "is Easy Read" not in rule.say
    assert "fails a rule" in check(LONG, EASY_READ)[0].say[0]


def test_a_letter_is_one_page() -> None:
    text = "We will ring you.\n" * 101
    [finding] = check(text, LETTER)
    assert finding.found == "404 words in all"
    assert text[finding.start :].startswith("We")


def test_letters_are_explained_once() -> None:
    assert rules("The SLT came. The SLT left.", PLAIN) == ["plain/letters"]
    assert rules("A speech and language therapist (SLT) came. The SLT left.", PLAIN) == []
    assert rules("The NHS sent two GPs.", PLAIN) == []


def test_shouting_is_noticed() -> None:
    assert rules("Well done!", INTERFACE) == ["interface/exclamation"]
    assert rules("PLEASE READ THIS NOW", LETTER) == ["letter/capitals"]
    assert rules("I am Ann, and A is for Ann.", INTERFACE) == []


def test_nine_in_ten_and_no_percent_signs() -> None:
    assert rules("90 % said yes, and 9.5% said no.", INTERFACE) == ["interface/percent"] * 2


@pytest.mark.parametrize("profile", [PLAIN, LETTER, EASY_READ, INTERFACE])
def test_hard_reading_is_noticed_in_every_profile(profile: Profile) -> None:
    hard = (
        "Considerable organisational difficulties characterise collaborative educational arrangements. " * 12
    )
    assert any("reading-age" in rule for rule in rules(hard, profile))


def test_part_of_a_profile_can_be_asked_for() -> None:
    assert rules("Utilise it! " + LONG, INTERFACE.only("exclamation")) == ["interface/exclamation"]
    assert "interface/exclamation" not in rules("Utilise it!", INTERFACE.without("exclamation"))
