"""A Word file with the look of the house: real headings, tables whose first row is repeated, a language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from alongside.people.days import midnight

from .letters import printable

FACE = "Atkinson Hyperlegible Next"
LANGUAGE = "en-GB"
INK, SOFT, BRAND = RGBColor(0x21, 0x1C, 0x18), RGBColor(0x4A, 0x41, 0x39), RGBColor(0x0F, 0x4C, 0x47)
SIZES = {
    "Normal": 11.5,
    "Title": 26.0,
    "Heading 1": 26.0,
    "Heading 2": 18.0,
    "Heading 3": 15.0,
    "Quiet": 10.0,
}
EDGE = {"val": "single", "sz": "4", "color": "7D6F60"}


class Word:
    """A Word file that is being written, from top to bottom. What people typed goes in as text alone."""

    def __init__(self, title: str, *, on: date) -> None:
        self.file = docx.Document()
        about, page = self.file.core_properties, self.file.sections[0]
        about.title, about.author, about.language = printable(title)[:255], "Alongside", LANGUAGE
        about.created = about.modified = midnight(on)
        about.comments = ""
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)
        self.file.styles.add_style("Quiet", WD_STYLE_TYPE.PARAGRAPH)
        for name, size in SIZES.items():
            _dress(self.file.styles[name], size)

    def heading(self, text: str, level: int) -> None:
        """A heading that Word and screen readers know as one."""
        self.file.add_heading(printable(text), level)

    def says(self, text: str, *, style: str = "Normal", strong: bool = False) -> Any:
        """A paragraph."""
        paragraph = self.file.add_paragraph(style=style)
        paragraph.add_run(printable(text)).bold = strong or None
        return paragraph

    def leads(self, text: str, *, style: str = "Normal", strong: bool = False) -> None:
        """A paragraph that stays on one page with what follows it."""
        self.says(text, style=style, strong=strong).paragraph_format.keep_with_next = True

    def points(self, texts: Sequence[str]) -> None:
        """A list with a point before each."""
        for text in texts:
            self.says(text, style="List Bullet")

    def link(self, before: str, address: str, shown: str) -> None:
        """A paragraph that ends in an address to follow."""
        paragraph = self.says(before, style="Quiet")
        to = self.file.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        around = OxmlElement("w:hyperlink")
        around.set(qn("r:id"), to)
        run = paragraph.add_run(printable(shown))
        run.font.underline, run.font.color.rgb = True, BRAND
        around.append(run._r)
        paragraph._p.append(around)

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table. Its first row is repeated on each page, and no row is torn apart."""
        made = self.file.add_table(rows=0, cols=len(head), style="Table Grid")
        made.autofit = False
        for number, texts in enumerate([head, *rows]):
            row = made.add_row()
            _mark(row, "w:cantSplit")
            if number == 0:
                _mark(row, "w:tblHeader")
            for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = Mm(170 - 32 * (len(head) - 1)) if place == 0 else Mm(32)
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(3)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if place else WD_ALIGN_PARAGRAPH.LEFT
                paragraph.add_run(printable(text)).bold = number == 0 or None
        self.file.add_paragraph().paragraph_format.space_after = Pt(0)

    def room(self, lines: int) -> None:
        """Room to write in: empty lines with a rule under each."""
        for _ in range(lines):
            paragraph = self.file.add_paragraph()
            rules = OxmlElement("w:pBdr")
            for between in ("w:bottom", "w:between"):
                rule = OxmlElement(between)
                for name, value in {**EDGE, "space": "1"}.items():
                    rule.set(qn(f"w:{name}"), value)
                rules.append(rule)
            paragraph._p.get_or_add_pPr().append(rules)
            paragraph.paragraph_format.space_after = Pt(14)  # stands after the rules, as Word wants it

    def new_page(self) -> None:
        """What follows begins on a page of its own."""
        self.file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def content(self) -> bytes:
        """The file."""
        held = BytesIO()
        self.file.save(held)
        return held.getvalue()


def _dress(style: Any, size: float) -> None:
    """Our face and colours; a reader without the face gets a plain one."""
    heading = style.name not in ("Normal", "Quiet")
    style.font.name, style.font.size, style.font.bold = FACE, Pt(size), heading
    style.font.color.rgb = SOFT if style.name == "Quiet" else INK
    style.paragraph_format.space_before = Pt(size if heading else 0)
    style.paragraph_format.space_after = Pt(6)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [one for one in fonts.attrib if one.endswith("Theme")]:
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FACE)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    style.element.get_or_add_rPr().append(language)


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
