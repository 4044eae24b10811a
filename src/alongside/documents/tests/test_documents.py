"""Evidence may be read and not run: what starts something, reaches out or holds more is refused."""

from __future__ import annotations

import struct
import zipfile

import pytest

from alongside.documents.examining import examine
from alongside.documents.examining.unsafe import Unsafe
from alongside.documents.purposes import purposes

from . import building
from .building import office, rels, zipped
from .pdfs import PDF_TRICKS, pdf

EVIDENCE = purposes()["evidence"]
BODY = "<w:document xmlns:w='w'>{}</w:document>"
DATA = "word/document.xml"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("report.pdf", pdf()),
        ("Report.PDF", pdf(pages=30)),
        ("a.docx", office("docx")),
        ("a.xlsx", office("xlsx")),
        (
            "a.docx",
            office(
                "docx", {"word/_rels/document.xml.rels": rels("hyperlink", "https://a.example", "External")}
            ),
        ),
        ("a.txt", "Letters went out – all of them.".encode()),
        ("a.jpg", building.jpeg()),
    ],
)
def test_what_can_only_be_read_is_kept(name: str, raw: bytes) -> None:
    assert examine(raw, name, EVIDENCE).content


BAD = {
    **{f"PDF: {trick}": (pdf(trick), "a.pdf") for trick in PDF_TRICKS},
    "PDF with a page before it": (b"<html>" + pdf(), "a.pdf"),
    "PDF with a folder behind it": (pdf() + zipped({"a": "b"}), "a.pdf"),
    "PDF with a page behind it": (pdf() + b"<script>alert(1)</script>", "a.pdf"),
    "half a PDF": (pdf()[:200], "a.pdf"),
    "PDF of nothing": (b"%PDF-1.7\n%%EOF\n", "a.pdf"),
    "a picture called PDF": (building.jpeg(), "a.pdf"),
    "macros": (office("docx", {"word/vbaProject.bin": b"x"}), "a.docx"),
    "the type with macros": (
        office("docx", main_type="application/vnd.ms-word.document.macroEnabled.main+xml"),
        "a.docx",
    ),
    "a template from elsewhere": (
        office(
            "docx",
            {"word/_rels/settings.xml.rels": rels("attachedTemplate", "http://a.example/t.dotm", "External")},
        ),
        "a.docx",
    ),
    "a picture from elsewhere": (
        office("docx", {"word/_rels/document.xml.rels": rels("image", "http://a.example/t.png", "External")}),
        "a.docx",
    ),
    "a link that runs": (
        office("docx", {"word/_rels/document.xml.rels": rels("hyperlink", "javascript:x", "External")}),
        "a.docx",
    ),
    "a page as a part": (
        office("docx", {"word/_rels/document.xml.rels": rels("aFChunk", "a.xml")}),
        "a.docx",
    ),
    "an object within": (office("docx", {"word/embeddings/oleObject1.bin": b"x"}), "a.docx"),
    "a control": (office("docx", {"word/activeX/activeX1.xml": "<a/>"}), "a.docx"),
    "another table": (office("xlsx", {"xl/externalLinks/externalLink1.xml": "<a/>"}), "a.xlsx"),
    "old macros": (office("xlsx", {"xl/macrosheets/sheet1.xml": "<a/>"}), "a.xlsx"),
    "a programme within": (office("xlsx", {"xl/media/a.exe": b"MZ"}), "a.xlsx"),
    "a field that runs": (
        office("docx", {DATA: BODY.format("<w:instrText>DDEAUTO c:\\\\cmd</w:instrText>")}),
        "a.docx",
    ),
    "a field in pieces": (
        office(
            "docx", {DATA: BODY.format("<w:instrText>D&#68;</w:instrText><w:instrText>EAUTO c</w:instrText>")}
        ),
        "a.docx",
    ),
    "a field that is veiled": (
        office("docx", {DATA: BODY.format("<w:instrText><![CDATA[DDE c]]></w:instrText>")}),
        "a.docx",
    ),
    "a box that runs": (office("xlsx", {"xl/worksheets/sheet1.xml": "<f>cmd|'/C calc'!A0</f>"}), "a.xlsx"),
    "a definition": (
        office("docx", {"word/styles.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        "a.docx",
    ),
    "other letters": (office("docx", {"word/styles.xml": "<a/>".encode("utf-16")}), "a.docx"),
    "Word called Excel": (office("docx"), "a.xlsx"),
    "any folder": (zipped({"a.txt": "b"}), "a.docx"),
    "half a folder": (office("docx")[:200], "a.docx"),
    "a folder behind a picture": (building.jpeg() + office("docx"), "a.docx"),
    "a page behind a folder": (office("docx") + b"<script>", "a.docx"),
    "a way out": (office("docx", {"../../a.xml": "<a/>"}), "a.docx"),
    "the same twice": (office("docx", {"WORD/document.xml": "<a/>"}), "a.docx"),
    "many files": (office("docx", {f"a{number}.xml": "" for number in range(1200)}), "a.docx"),
    "a bomb": (office("docx", {"word/media/a.bin": bytes(20_000_000)}), "a.docx"),
    "a large bomb": (office("docx", {f"word/media/{n}.bin": bytes(999_000) for n in range(70)}), "a.docx"),
    "another packing": (zipped({"a": "b" * 90}, zipfile.ZIP_BZIP2), "a.docx"),
    "not letters": (b"\xff\xfe\x00h\x00i", "a.txt"),
    "hidden signs": (b"hello\x00there", "a.txt"),
    "a signal": (b"\x1b[2Jhello", "a.txt"),
    "a PDF called text": (pdf(), "a.txt"),
    "a folder called a table": (zipped({"a": "b"}), "a.csv"),
    "too much text": (b"word " * 220_000, "a.txt"),
    "a script": (b"WScript.Echo 1", "a.vbs"),
    "a page": (b"<html></html>", "a.html"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc"),
    "no ending": (b"hello", "hello"),
}


@pytest.mark.parametrize("trick", BAD)
def test_a_trick_is_refused_with_a_kind_sentence(trick: str) -> None:
    raw, name = BAD[trick]
    with pytest.raises(Unsafe) as no:
        examine(raw, name, EVIDENCE)
    assert str(no.value).endswith(".")
    assert len(str(no.value).split()) > 6


def test_a_list_that_lies_about_sizes_is_counted_in_truth() -> None:
    """The list says one byte; ten million come out."""
    honest = office("docx", {"word/media/a.bin": bytes(10_000_000)})
    lying = honest.replace(struct.pack("<I", 10_000_000), struct.pack("<I", 1))
    assert lying != honest
    with pytest.raises(Unsafe):
        examine(lying, "a.docx", EVIDENCE)


def test_a_folder_that_is_locked_says_so() -> None:
    locked = bytearray(office("docx"))
    at = locked.find(b"PK\x01\x02")
    locked[at + 8] |= 1
    with pytest.raises(Unsafe, match="locked"):
        examine(bytes(locked), "a.docx", EVIDENCE)
