"""What overlaps and what is cut off is found: the measure by which printed pages are tried."""

from __future__ import annotations

import typst
from pypdf import PageObject

from alongside.documents import paper

from .lying import cut_off, overlapping, texts
from .papers import Paper

HEAD = '#set page(width: 100mm, height: 60mm, margin: 20mm)\n#set text(font: "Atkinson Hyperlegible Next")\n'


def page(drawn: str) -> PageObject:
    """One small page on which this is drawn."""
    compiler = typst.Compiler((HEAD + drawn).encode(), font_paths=paper.fonts())
    return Paper(compiler.compile(format="pdf")).reader.pages[0]


def test_lines_that_follow_each_other_do_not_overlap() -> None:
    made = page("#set text(size: 14pt)\nJourney by grid\n\nPaper by jury: a line that goes on and on")
    assert overlapping(made) == []
    assert cut_off(made) == []


def test_a_text_on_a_text_is_found() -> None:
    made = page("#place(dy: 5mm)[One text]#place(dy: 7mm, dx: 3mm)[Another]#place(dy: 5mm, dx: 40mm)[Beside]")
    assert overlapping(made) == [("One text", "Another")]


def test_what_the_edge_cuts_off_is_found() -> None:
    made = page("#place(dy: 36mm)[Low]#place(dx: 72mm)[Right]#place(dx: 10mm)[Inside]")
    assert cut_off(made) == ["Low", "Right"]


def test_a_text_is_as_wide_as_it_is_drawn() -> None:
    compiled = page("#context layout(_ => [#measure[Alongside].width.pt()])\n\nAlongside")
    width, word = list(texts(compiled))
    assert abs(float(width.words) - (word.right - word.left)) < 0.5
