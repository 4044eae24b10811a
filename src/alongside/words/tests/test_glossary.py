from pathlib import Path

import pytest

from alongside.words.checking import check
from alongside.words.glossary import HERE, glossary, load
from alongside.words.profiles import INTERFACE
from alongside.words.readability import reading_age
from alongside.words.toml import Unreadable

SAID = [(word.word, f"{word.means} {word.more}") for word in glossary().words]


@pytest.mark.parametrize(("word", "text"), SAID)
def test_every_word_is_explained_in_plain_words(word: str, text: str) -> None:
    assert check(text, INTERFACE) == []


def test_the_whole_can_be_read_at_nine_to_eleven() -> None:
    age = reading_age("\n\n".join(text for _, text in SAID))
    assert age is not None
    assert age < 11


def test_words_stand_in_the_order_of_the_alphabet() -> None:
    names = [word.word.lower() for word in glossary().words]
    assert names == sorted(names)


@pytest.mark.parametrize(
    "word",
    [
        "Co-production",
        "Parent carer forum",
        "EHC plan",
        "Partner",
        "Speaker",
        "Wording",
        "Objection",
        "Cornerstone",
    ],
)
def test_the_words_newcomers_meet_first_are_there(word: str) -> None:
    assert word in {known.word for known in glossary().words}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('see = ["Wording", "Speaker"]', 'see = ["Nonsense"]', "word Agreement: we do not explain Nonsense."),
        ('word = "Area"', 'word = "Ask"', "a word is explained twice"),
        ('means = "A yes', 'mean = "A yes', "glossary.toml, word Agreement: we do not know mean."),
    ],
)
def test_a_mistake_is_said_with_its_word(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(HERE.read_text().replace(old, new, 1))
    with pytest.raises(Unreadable) as error:
        load(path)
    assert said in str(error.value)
