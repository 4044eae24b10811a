"""How long a text is, what is cut, and that a link never is."""

from __future__ import annotations

import pytest

from alongside.messages.texts import MOST, REST, parts, straight, to_send

LINK = "https://alongside.example/way-back/abcdefghjkmnpqrstuvwxyz234/"


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("ł" + "a" * 69, 1),
        ("ł" + "a" * 70, 2),
        ("👍" * 35, 1),
        ("👍" * 36, 2),
    ],
)
def test_parts_are_counted_as_a_network_counts_them(text: str, many: int) -> None:
    assert parts(text) == many


def test_marks_that_cost_much_are_written_straight_and_letters_of_a_language_are_kept() -> None:
    assert straight("“Zoë’s” – it is on…") == '"Zoë\'s" - it is on...'
    assert to_send("Dziękuję, „Marta”") == 'Dziękuję, "Marta"'


def test_what_fits_goes_as_it_is() -> None:
    assert to_send(f"It is done.\n\n{LINK}\n") == f"It is done.\n\n{LINK}"


@pytest.mark.parametrize("letter", ["a", "ł"])
def test_what_is_too_long_is_cut_after_a_whole_word_and_says_so(letter: str) -> None:
    words = " ".join(f"{letter}word{number}" for number in range(400))
    sent = to_send(words)
    kept = sent.removesuffix(REST)
    assert parts(sent) == MOST
    assert sent.endswith(REST)
    assert words.startswith(f"{kept} ")


def test_a_link_behind_the_cut_still_stands_whole() -> None:
    sent = to_send(f"{'word ' * 400}{LINK} and more")
    assert sent.endswith(f"{REST}\n{LINK}")
    assert parts(sent) <= MOST


def test_a_link_is_never_torn() -> None:
    for words in range(150, 200):
        assert LINK in to_send(f"{'word ' * words}{LINK} {'more ' * 200}")


def test_more_links_than_fit_are_all_kept() -> None:
    links = [f"{LINK}{number}" for number in range(30)]
    assert to_send(" ".join(links)).split("\n")[1:] == links
