import pytest

from alongside.words.readability import reading_age, syllables

COUNTED = {
    1: "the asked walked school whole changed years eyes friend tongue league shoes used cared through",
    2: "wanted needed table people language being client diet evening player tables wishes useful safely",
    3: "families agreement promises cornerstone museum serious previous parliament usual objection",
    4: "situation actually society anxiety experience tokenism equality audience-led February commissioner",
    5: "organisation disability experiences educational individual immediately communication evaluation",
}


@pytest.mark.parametrize(("count", "said"), COUNTED.items())
def test_syllables_are_counted_as_people_say_them(count: int, said: str) -> None:
    wrong = {word: syllables(word) for word in said.split() if syllables(word) != count}
    assert len(wrong) <= len(said.split()) // 8, wrong


def test_a_short_text_has_no_reading_age() -> None:
    assert reading_age("We will ring you on Monday.") is None
    assert reading_age("") is None


def test_short_words_in_short_sentences_are_for_the_young() -> None:
    age = reading_age("We went to see the new school. It was warm and light. The head was kind to us. " * 6)
    assert age is not None
    assert age < 8


def test_officialese_is_for_students() -> None:
    age = reading_age(
        "The implementation of multidisciplinary accountability mechanisms necessitates comprehensive "
        "organisational transformation, notwithstanding the considerable difficulties experienced by "
        "participating authorities in establishing collaborative arrangements of sufficient durability. " * 3
    )
    assert age is not None
    assert age > 20


def test_the_measure_is_the_published_one() -> None:
    """10 words of one syllable a sentence: 0.39 × 10 + 11.8 × 1 − 15.59 is grade 0.11; 5 more is the age."""
    text = "We all went to the park and had some lunch. " * 7
    assert reading_age(text) == pytest.approx(5.11)
