import pytest
from django.test import Client

from alongside.words.forms import LONGEST

pytestmark = pytest.mark.django_db
LETTER = "Dear Mrs Green,\n\nThe service users will commence on Monday <b>9.30</b>."


def looked_at(text: str, profile: str = "plain") -> str:
    return Client().post("/words/check/", {"text": text, "profile": profile}).content.decode()


def test_anybody_can_look_up_a_word() -> None:
    page = Client().get("/words/")
    assert page.status_code == 200
    assert "education, health and care plan" in page.content.decode()


def test_a_word_can_be_linked_to() -> None:
    assert 'id="co-production"' in Client().get("/words/").content.decode()


def test_anybody_can_have_their_words_looked_at() -> None:
    page = looked_at(LETTER)
    assert "2 things to look at" in page
    assert '<strong id="place-1">service users</strong>' in page
    assert "people who use the service" in page
    assert "Nobody is only what they use." in page


def test_what_was_typed_is_still_there() -> None:
    assert "commence on Monday &lt;b&gt;9.30&lt;/b&gt;.</textarea>" in looked_at(LETTER)


def test_what_was_typed_is_shown_as_text() -> None:
    assert "<b>" not in looked_at(LETTER)


def test_nothing_found_is_not_called_good() -> None:
    page = looked_at("We will ring you on Monday.")
    assert "We found nothing to change" in page
    assert "Ask someone it is about." in page


def test_easy_read_is_for_people_with_learning_disabilities_to_say() -> None:
    page = looked_at("We will ring you on Monday.", "easy_read")
    assert "Only people with learning disabilities can say whether it is Easy Read." in page


def test_a_long_sentence_is_quoted() -> None:
    page = looked_at("Short one. " + "And so we went on " * 8 + "home.")
    assert "a sentence of 41 words: “And so we went on And so we …”" in page


def test_no_words_is_said_kindly() -> None:
    page = looked_at("  \n ")
    assert "Write or paste some words first." in page


def test_too_many_words_are_kept_and_said_kindly() -> None:
    page = looked_at("word " * (LONGEST // 5 + 1))
    assert "Take out 5 characters. Everything you wrote is still here." in page
    assert page.count("word word") > 1000


def test_a_profile_that_is_not_offered_is_said_kindly() -> None:
    page = looked_at("We will ring you.", "interface")
    assert "Please choose one of these." in page
    assert "We will ring you." in page


def test_a_great_deal_of_advice_is_cut_short() -> None:
    page = looked_at("Prior to this. " * 100)
    assert "100 things to look at" in page
    assert "There is more, 100 in all." in page
    assert page.count("You could say:") == 60


def test_odd_letters_do_no_harm() -> None:
    assert "We found nothing" in looked_at("\u017fervice u\u017fer, \u0130n \u212aent. \U0001f600 \u202e abc")
