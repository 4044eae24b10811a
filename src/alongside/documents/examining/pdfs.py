"""A PDF may be read, not run: no scripts, no actions that open or start something, no files within, no lock.

Each object of the file is looked at, whether a page leads to it or not; then the bytes themselves, for what
a reader that mends broken files might find.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from ..purposes import Purpose
from .unsafe import MORE_INSIDE, SPOILED, TOO_MUCH, Unsafe

RUNS = (
    "This PDF can do more than be read: it may start something, or bring another file along. Print it to a "
    "new PDF, and send that."
)
LOCKED = "This PDF is locked with a password. Please send one that is not."
KEYS = {"/AA", "/JS", "/JavaScript", "/XFA", "/EF", "/EmbeddedFiles", "/RichMediaContent", "/Collection"}
ACTIONS = {
    "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR", "/Rendition", "/Movie",
    "/Sound", "/RichMediaExecute", "/GoTo3DView", "/Trans", "/Hide", "/ResetForm",
}  # fmt: skip
SUBTYPES = {"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/FileAttachment"}
TYPES = {"/EmbeddedFile"}
NAMES = re.compile(rb"/(?:JavaScript|EmbeddedFiles?|RichMedia\w*|Launch|SubmitForm|ImportData)\b")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
ALSO = (b"<script", b"<html", b"<?php")
DEEP = 30


def look(raw: bytes, purpose: Purpose) -> None:
    """Raises ``Unsafe`` unless this PDF can only be read."""
    lowered, end = raw.lower(), raw.rfind(b"%%EOF")
    if end < 0 or raw[end + 5 :].strip(b"\r\n\t \0"):
        raise Unsafe(SPOILED if end < 0 else MORE_INSIDE)
    if any(mark in lowered for mark in ALSO) or zipfile.is_zipfile(io.BytesIO(raw)):
        raise Unsafe(MORE_INSIDE)
    if NAMES.search(ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), raw)):
        raise Unsafe(RUNS)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        _look_at_all(raw, purpose)
    except (Unsafe, MemoryError):
        raise
    except RecursionError as deep:
        raise Unsafe(TOO_MUCH) from deep
    except Exception as spoiled:  # whatever the library meets that it does not know
        raise Unsafe(SPOILED) from spoiled


def _look_at_all(raw: bytes, purpose: Purpose) -> None:
    reader = PdfReader(io.BytesIO(raw), strict=False)
    if reader.is_encrypted:
        raise Unsafe(LOCKED)
    there = list(_ids(reader))
    if len(there) > purpose.objects:
        raise Unsafe(TOO_MUCH)
    if not len(reader.pages):
        raise Unsafe(SPOILED)
    for number, generation in there:
        _calm(reader.get_object(IndirectObject(number, generation, reader)))


def _ids(reader: PdfReader) -> Iterator[tuple[int, int]]:
    """Every object that the file's own lists name."""
    for generation, numbers in reader.xref.items():
        for number in numbers:
            yield number, generation
    for number in reader.xref_objStm:
        yield number, 0


def _calm(thing: Any, depth: int = 0) -> None:
    """Nothing in this object, down to the references it holds, does anything by itself."""
    if depth > DEEP:
        raise Unsafe(TOO_MUCH)
    if isinstance(thing, DictionaryObject):
        if KEYS & thing.keys() or _acts(thing):
            raise Unsafe(RUNS)
        for held in thing.values():
            _calm(held, depth + 1)
    elif isinstance(thing, ArrayObject):
        for held in thing:
            _calm(held, depth + 1)


def _acts(thing: DictionaryObject) -> bool:
    """Whether this is an action, a thing that plays, or a page that is left as soon as it is opened.

    A link that somebody presses may lead to an address, and there it ends: nothing comes next.
    """
    says = {name: str(thing.get(name, "")) for name in ("/S", "/Subtype", "/Type")}
    if says["/S"] in ACTIONS or says["/Subtype"] in SUBTYPES or says["/Type"] in TYPES:
        return True
    if "/Next" in thing and says["/S"] in ("/GoTo", "/URI", "/Named", "/Thread", "/SetOCGState"):
        return True
    opens = thing.get("/OpenAction")
    opens = opens.get_object() if isinstance(opens, IndirectObject) else opens
    return isinstance(opens, DictionaryObject) and str(opens.get("/S")) != "/GoTo"
