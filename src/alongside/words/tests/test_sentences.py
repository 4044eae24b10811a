import pytest

from alongside.words.sentences import sentences, words


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Bring something to drink, e.g. water or juice.",
        "We open at 9.30 and close at 2.30 on most days.",
        "Mrs. Green spoke to Dr. Shah about the bus.",
        "It is for children, i.e. everyone under 18.",
        "Ask J. Smith about the papers.",
        "“Why was it late?” she asked us again.",
        "It costs £1.50 and takes approx. 20 minutes.",
        "See www.example.org for more.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was late. We waited.", ["It was late.", "We waited."]),
        ("Was it late? Yes! Very.", ["Was it late?", "Yes!", "Very."]),
        ("She said “It was late.” We waited.", ["She said “It was late.”", "We waited."]),
        ("It was late (very late.) We waited.", ["It was late (very late.)", "We waited."]),
        ("We waited… Then it came.", ["We waited…", "Then it came."]),
    ],
)
def test_a_sentence_ends_at_its_mark(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_each_thing_in_a_list_stands_alone() -> None:
    assert split("Please bring:\n- a drink\n- your book\n1. First\n2. Second") == [
        "Please bring:",
        "- a drink",
        "- your book",
        "1. First",
        "2. Second",
    ]


def test_a_heading_is_not_part_of_what_comes_after() -> None:
    assert split("What we heard\nThe letter came late.") == ["What we heard", "The letter came late."]


def test_a_line_wrapped_by_a_mail_program_goes_on() -> None:
    text = "We would like to tell you about the meeting that was held\nlast week in Netherby."
    assert split(text) == [text]


def test_a_sentence_knows_where_it_stands() -> None:
    text = "  It was late.\n\n We waited. "
    assert [text[s.start : s.end] for s in sentences(text)] == ["It was late.", "We waited."]


def test_no_words_are_no_sentences() -> None:
    assert split("") == []
    assert split(" … !\n\n--- ") == []


def test_words_with_hyphens_and_numbers_are_one_word() -> None:
    assert words("Co-production isn’t 9.30 or 1,000 things") == [
        "Co-production",
        "isn’t",
        "9.30",
        "or",
        "1,000",
        "things",
    ]
