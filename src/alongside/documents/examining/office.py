"""The parts of a Word or Excel file: none of them runs, reaches out, or hides what it says."""

from __future__ import annotations

import re
from html import unescape
from xml.parsers import expat

from .unsafe import MORE_INSIDE, Unsafe

RUNS = (
    "This file can do more than be read: it holds macros, links to other places or files within. Save it "
    "as a PDF, and send that."
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": ("/word/document.xml", f"{_OFFICE}wordprocessingml.document.main+xml"),
    "xlsx": ("/xl/workbook.xml", f"{_OFFICE}spreadsheetml.sheet.main+xml"),
}
REACHES = ("oleobject", "package", "attachedtemplate", "control", "vbaproject", "externallink", "frame",
           "subdocument", "afchunk", "externallinkpath", "xlexternallinkpath", "customdata")  # fmt: skip
LEADS = re.compile(r"(https?://|mailto:|tel:|#)", re.IGNORECASE)
DDE = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON)\b", re.IGNORECASE)
FIELD = re.compile(
    rb"""<(?:[^\s<>/]+:)?(?:instrText|delInstrText)[^>]*>([^<]*)<|"""
    rb"""<(?:[^\s<>/]+:)?fldSimple[^>]*\binstr\s*=\s*["']([^"']*)""",
    re.IGNORECASE,
)
FORMULA = re.compile(rb"<(?:[^\s<>/]+:)?f\b[^>]*>[^<]*(?:\|[^<]*!|WEBSERVICE\()", re.IGNORECASE)
VEILED = re.compile(
    rb"""<!DOCTYPE|<!ENTITY|<!\[CDATA\[|<!--|\0|<\?xml[^>]*encoding=["'](?!utf-8["'])""", re.IGNORECASE
)
"""Ways of writing that neither Word nor Excel uses, and that would hide something from us."""


def is_what_it_says(parts: dict[str, bytes], kind: str) -> None:
    """The main part must be there and be of the one type that has no macros."""
    path, wanted = MAIN[kind]
    listed = _elements(parts.get("[Content_Types].xml", b""))
    types = {said.get("PartName", ""): said.get("ContentType", "") for _, said in listed}
    every = [said.get("ContentType", "").lower() for _, said in listed]
    if any("macroenabled" in one or "vba" in one or "activex" in one for one in every):
        raise Unsafe(RUNS)
    if types.get(path) != wanted or path.lstrip("/") not in parts:
        raise Unsafe(
            "Its name says one thing, and inside it is another. Please open it, save it as a PDF, and send "
            "that."
        )


def is_calm(name: str, part: bytes) -> None:
    """Raises ``Unsafe`` if this part leads the programme somewhere, or hides what it says."""
    if VEILED.search(part):
        raise Unsafe(MORE_INSIDE)
    if name.lower().endswith(".rels"):
        for _, said in _elements(part):
            _stays_here(said)
    found = [first or second for first, second in FIELD.findall(part)]
    fields = [unescape(one.decode("utf-8", "replace")) for one in found]
    # one command may be cut into pieces
    if DDE.search("".join(fields)) or DDE.search(" ".join(fields)) or FORMULA.search(part):
        raise Unsafe(RUNS)


def _stays_here(link: dict[str, str]) -> None:
    """A link to another place is one that a reader presses, never one that is followed by itself."""
    kind = link.get("Type", "").rpartition("/")[2].lower()
    if kind in REACHES:
        raise Unsafe(RUNS)
    if link.get("TargetMode", "").lower() == "external" and not (
        kind == "hyperlink" and LEADS.match(link.get("Target", ""))
    ):
        raise Unsafe(RUNS)


def _elements(xml: bytes) -> list[tuple[str, dict[str, str]]]:
    """Each element's name with what it says of itself. Refuses definitions, by which small grows large."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate("UTF-8")

    def refuse(*_: object) -> None:
        raise Unsafe(MORE_INSIDE)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, said: found.append((name, said))
    parser.Parse(xml, True)
    return found
