"""A PDF cannot hide what it does behind other letters, or behind very many parts."""

from __future__ import annotations

import dataclasses

import pytest

from alongside.documents.examining import examine
from alongside.documents.examining.unsafe import Unsafe
from alongside.documents.purposes import purposes

from .pdfs import pdf

EVIDENCE = purposes()["evidence"]


def test_a_name_in_other_letters_is_the_same_name() -> None:
    spelled = (
        pdf("form with a script").replace(b"/JavaScript", b"/J#61v#61Script").replace(b"/JS", b"/#4a#53")
    )
    with pytest.raises(Unsafe, match="more than be read"):
        examine(spelled, "a.pdf", EVIDENCE)


def test_a_pdf_of_very_many_parts_is_not_looked_through() -> None:
    few = dataclasses.replace(EVIDENCE, objects=20)
    assert examine(pdf(), "a.pdf", few)
    with pytest.raises(Unsafe, match="too much"):
        examine(pdf(pages=30), "a.pdf", few)
