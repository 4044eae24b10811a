from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alongside.groups.changes import changes


def told(before, after):
    signs = {"in": "+{}+", "out": "-{}-", "": "{}"}
    return "\n\n".join(
        "".join(signs[piece.kind].format(piece.text) for piece in line) for line in changes(before, after)
    )


def test_it_says_which_words_changed():
    assert told("Letters come ten days before.", "Letters come two weeks before.") == (
        "Letters come -ten days-+two weeks+ before."
    )


def test_paragraphs_stay_paragraphs():
    assert told("One.\n\nTwo.", "One.\n\nTwo.\n\nThree.") == "One.\n\nTwo.\n\n+Three.+"


def test_the_same_words_have_no_changes():
    assert told("Letters come.", "Letters come.") == "Letters come."


words = st.lists(st.sampled_from(["a", "letter", "comes", "late", "\n\n"]), max_size=12).map(" ".join)


@given(words, words)
def test_without_what_was_taken_out_it_reads_as_after(before, after):
    def read(kind):
        return [
            word
            for line in changes(before, after)
            for piece in line
            if piece.kind in ("", kind)
            for word in piece.text.split()
        ]

    assert read("in") == after.split()
    assert read("out") == before.split()
