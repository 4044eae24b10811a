"""Reads a PDF as a screen reader would: its tags in their order, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


class Paper:
    """One PDF."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(BytesIO(content))
        self.root = self.reader.trailer["/Root"]

    @property
    def text(self) -> str:
        """Everything it says, with one space between words."""
        return " ".join(" ".join(page.extract_text() for page in self.reader.pages).split())

    @property
    def says_of_itself(self) -> str:
        """The XMP packet."""
        return self.root["/Metadata"].get_data().decode()

    def tags(self) -> list[tuple[str, DictionaryObject]]:
        """Each tag, in reading order."""
        return list(_walk(self.root["/StructTreeRoot"]))

    def headings(self, *levels: str) -> list[tuple[str, str]]:
        """Level and words of each heading, in reading order."""
        wanted = levels or ("/H1", "/H2", "/H3")
        return [(name, str(one["/T"])) for name, one in self.tags() if name in wanted]

    def lacks(self) -> list[str]:
        """What a screen reader needs and does not find."""
        there = {
            "tags": self.root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in self.root,
            "language": self.root["/Lang"] == "en-GB",
            "title": bool(self.reader.metadata.title) and self.root["/ViewerPreferences"]["/DisplayDocTitle"],
            "standard": "<pdfuaid:part>1</pdfuaid:part>" in self.says_of_itself,
            "order of tabs": all(page["/Tabs"] == "/S" for page in self.reader.pages if "/Annots" in page),
            "heads of tables": all(
                "/Column" in str(one.get("/A")) for name, one in self.tags() if name == "/TH"
            ),
            "one first heading": [name for name, _ in self.headings()].count("/H1") == 1,
            "headings step by step": _step_by_step([int(name[2:]) for name, _ in self.headings()]),
            "fonts inside": all(_is_inside(font) for font in self.fonts()),
        }
        return [name for name, found in there.items() if not found]

    def fonts(self) -> Iterator[DictionaryObject]:
        """Each font of each page."""
        for page in self.reader.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                yield font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()


def _walk(one: Any) -> Iterator[tuple[str, DictionaryObject]]:
    one = one.get_object() if hasattr(one, "get_object") else one
    if isinstance(one, ArrayObject):
        for each in one:
            yield from _walk(each)
    elif isinstance(one, DictionaryObject):
        if "/S" in one:
            yield str(one["/S"]), one
        yield from _walk(one.get("/K"))


def _is_inside(font: DictionaryObject) -> bool:
    return any(name in font for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def _step_by_step(levels: list[int]) -> bool:
    return all(now <= before + 1 for before, now in zip([0, *levels], levels, strict=False))
