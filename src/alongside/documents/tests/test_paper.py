"""Whatever people type stands on paper as letters, and a screen reader can read it."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest
import typst

from alongside.documents import paper
from alongside.documents.paper import HOUSE, pdf
from alongside.documents.paper.letters import SQUARE, all_drawn, printable
from alongside.documents.paper.word import Word
from alongside.look.assets import BUILT

from .papers import Paper

ON = date(2026, 3, 12)
PAGE = """
#import "/documents/paper/house.typ": *
#show: paper
#head("")
= #data.words
"""
ODD = {
    "a heading": "= Not a heading",
    "code": '#eval("1+1") #import "x": * #read("/settings.py") #sys.inputs',
    "sums": "$x^2$ and `raw` and *strong* and _this_",
    "quotes": 'O\'Brien said "no" \\ \\n \\u{41} {"title": 1}',
    "braces": "]#panic()[ ) } // gone? /* gone? */",
    "a label": "<here> @here https://example.org ~ -- --- ...",
}


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A PDF that says nothing but these words."""
    for name in ("documents", "look"):
        (tmp_path / name).symlink_to(HOUSE / name)
    (tmp_path / "page.typ").write_text(PAGE)
    monkeypatch.setattr(paper, "HOUSE", tmp_path)
    return lambda words: Paper(pdf("page.typ", {"title": words, "words": words, "foot": "."}, on=ON))


@pytest.mark.parametrize("odd", ODD)
def test_what_people_type_is_never_code(odd: str, written) -> None:
    read = written(ODD[odd])
    assert "".join(ODD[odd].split()) in "".join(read.text.split())
    assert read.headings() == [("/H1", ODD[odd])]
    assert read.reader.metadata.title == ODD[odd]
    assert read.lacks() == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\x00b\x07c", "abc"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("half \ud83d a letter", "half  a letter"),
        ("not \ufffe one", "not  one"),
        ("a\tb\r\nc", "a b\nc"),
        ("Zoe\u0308", "Zoë"),
    ],
)
def test_what_cannot_be_seen_goes(words: str, shown: str, written) -> None:
    assert printable(words) == shown
    assert " ".join(shown.split()) in written(words).text


@pytest.mark.parametrize("words", ["שלום", "مدرسة", "Школа", "Trường", "Łódź – “Ω”", "اً"])
def test_names_from_further_away_are_drawn(words: str, written) -> None:
    read = written(f"Hello {words}")
    assert read.lacks() == []
    assert read.headings() == [("/H1", f"Hello {printable(words)}")]


def test_a_letter_that_no_font_has_becomes_a_square(written) -> None:
    read = written("Hello 😀 中 Anna")
    assert read.text == f"Alongside Hello {SQUARE} {SQUARE} Anna ."
    assert read.lacks() == []


def test_each_letter_is_asked_for_once() -> None:
    asked: list[str] = []

    def can_draw(letters: str) -> bool:
        asked.append(letters)
        return "\u3042" not in letters

    assert all_drawn(["\u3041\u3042", {"a": "\u3041b"}, 1, None], can_draw) == [
        f"\u3041{SQUARE}",
        {"a": "\u3041b"},
        1,
        None,
    ]
    assert asked == ["\u3041 \u3042", "\u3041", "\u3042"]
    all_drawn("\u3042\u3041", can_draw)
    assert len(asked) == 3


def test_letters_that_only_fail_together_become_squares(written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "_can_draw", lambda _letters: True)
    assert written("Hello \u4e2e Anna").text == f"Alongside Hello {SQUARE} Anna ."


def test_a_mistake_of_ours_is_not_hidden(written) -> None:
    with pytest.raises(typst.TypstError):
        pdf("page.typ", {"title": "No foot", "words": "."}, on=ON)


@pytest.mark.parametrize(
    "wrong",
    [
        '#image("/look/static/look/icon.svg")',
        "=== A step is skipped",
        "#set document(title: none)",
        '#text(font: "Atkinson Hyperlegible Next", fallback: false)[\u4e2d]',
    ],
)
def test_what_a_screen_reader_cannot_read_is_not_written(wrong: str, written, tmp_path: Path) -> None:
    (tmp_path / "page.typ").write_text(f"{PAGE}\n{wrong}\n")
    with pytest.raises(typst.TypstError, match="PDF/UA-1"):
        written("x")


def test_the_same_is_written_to_the_same_bytes(written) -> None:
    one, other = (pdf("page.typ", {"title": "A", "words": "B", "foot": "."}, on=ON) for _ in range(2))
    assert one == other


def test_a_template_reads_nothing_outside_the_house(written, tmp_path: Path) -> None:
    (tmp_path / "page.typ").write_text('#read("/../../../../../../etc/hostname")')
    with pytest.raises(typst.TypstError):
        written("x")


def test_our_own_face_comes_first_and_nothing_of_the_machine() -> None:
    faces = {(one.family, one.weight) for one in paper.fonts().fonts() if one.path}
    assert faces == {("Atkinson Hyperlegible Next", 400), ("Atkinson Hyperlegible Next", 700)}
    assert "Open Font License" in (BUILT / "font-licence.txt").read_text()


def test_a_word_file_says_what_it_is_and_takes_everything_as_text() -> None:
    file = Word("O'Brien\x00 \ud83d", on=ON)
    file.heading("One\x0b", 1)
    file.says("=1+1 <w:p/> & \x00 مدرسة 😀")
    file.table(["Statement", "Families"], [["A\x00", "6 in 10"]])
    file.room(2)
    file.link("Here: ", "https://alongside.example/?a=1&b=2", "here")
    read = docx.Document(io.BytesIO(file.content()))
    assert (read.core_properties.title, read.core_properties.language) == ("O'Brien ", "en-GB")
    assert [one.text for one in read.paragraphs if one.style.name == "Heading 1"] == ["One"]
    assert "=1+1 <w:p/> &  مدرسة 😀" in [one.text for one in read.paragraphs]
    head, row = read.tables[0].rows
    assert head._tr.trPr.xpath("w:tblHeader")
    assert not row._tr.trPr.xpath("w:tblHeader")
    assert row._tr.trPr.xpath("w:cantSplit")
    ruled = [one for one in read.paragraphs if one._p.xpath("w:pPr/w:pBdr")]
    assert [[part.tag.rpartition("}")[2] for part in one._p.pPr] for one in ruled] == [
        ["pBdr", "spacing"]
    ] * 2
    assert read.styles["Normal"].element.xpath("w:rPr/w:lang/@w:val") == ["en-GB"]
