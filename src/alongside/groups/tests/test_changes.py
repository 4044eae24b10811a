from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.groups import changes as module
from alongside.groups.changes import MOST, changes, work


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


def test_words_said_a_thousand_times_are_not_weighed_one_by_one(monkeypatch):
    before, after = "a " * 2000, "b a " * 1000
    assert work(before.split(), after.split()) == 2_000_000 > MOST
    weighed = []

    def weigh(junk, old, new, **said):
        weighed.append(work(old, new))
        return SequenceMatcher(junk, old, new, **said)

    monkeypatch.setattr(module, "SequenceMatcher", weigh)
    assert [[piece.kind for piece in line] for line in changes(before, after)] == [["out", "in"]]
    assert told("a\n\n" * 200 + "b", "c\n\n" + "a\n\n" * 200).startswith("-a-\n\n")
    assert max(weighed) <= MOST


def test_too_many_words_are_compared_by_paragraph():
    many, more = "so " * 150 + "it is.", "and " + "so " * 151 + "it was."
    before, after = f"One.\n\n{many}\n\nTwo.\n\n{many}", f"Uno.\n\n{more}\n\nTwo.\n\n{more}"
    assert told(before, after) == (f"-One.-+Uno.+\n\n-{many}-+{more}+\n\nTwo.\n\n-{many}-+{more}+")


words = st.lists(st.sampled_from(["a", "letter", "comes", "late", "\n\n"]), max_size=12).map(" ".join)


@settings(deadline=None)  # a busy machine is no fault of ours
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
