"""PDFs for the tests, and what they must not hold."""

from __future__ import annotations

import io
from collections.abc import Callable

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject


def pdf(*tricks: str, pages: int = 1) -> bytes:
    """One page and, if asked for, what it must not hold: whatever ``PdfWriter`` or we can put in."""
    made = PdfWriter()
    for _ in range(pages):
        made.add_blank_page(200, 200)
    for trick in tricks:
        PDF_TRICKS[trick](made)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


Trick = Callable[[PdfWriter], None]


def _opens(action: str) -> Trick:
    def put(made: PdfWriter) -> None:
        said = {
            NameObject("/S"): NameObject(action),
            NameObject("/URI"): TextStringObject("http://a.example"),
        }
        made._root_object[NameObject("/OpenAction")] = DictionaryObject(said)

    return put


def _address(**more: DictionaryObject) -> DictionaryObject:
    said = {
        NameObject("/S"): NameObject("/URI"),
        NameObject("/URI"): TextStringObject("http://a.example"),
    }
    return DictionaryObject(said | {NameObject(f"/{name}"): held for name, held in more.items()})


def _opens_elsewhere_in_the_file(made: PdfWriter) -> None:
    made._root_object[NameObject("/OpenAction")] = made._add_object(_address())


def _opens_when_the_page_is_turned(made: PdfWriter) -> None:
    made.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): _address()})


def _opens_next(made: PdfWriter) -> None:
    first = DictionaryObject({NameObject("/S"): NameObject("/GoTo"), NameObject("/Next"): _address()})
    made._root_object[NameObject("/OpenAction")] = first


def _names(tree: str, key: str, says: str) -> Trick:
    """Something that the whole file brings along, in its list of names."""

    def put(made: PdfWriter) -> None:
        held = DictionaryObject({NameObject(key): NameObject(says)})
        made._root_object[NameObject("/Names")] = DictionaryObject({NameObject(tree): held})

    return put


def _form_with_script(made: PdfWriter) -> None:
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript")})
    script[NameObject("/JS")] = TextStringObject("app.alert(1)")
    field = DictionaryObject({NameObject("/AA"): DictionaryObject({NameObject("/K"): script})})
    made._root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([field])}
    )


def _xfa(made: PdfWriter) -> None:
    form = DictionaryObject({NameObject("/XFA"): TextStringObject("<xdp/>")})
    made._root_object[NameObject("/AcroForm")] = form


PDF_TRICKS: dict[str, Trick] = {
    "script": _names("/JavaScript", "/S", "/JavaScript"),
    "file within": lambda made: made.add_attachment("a.exe", b"MZ"),
    "launch": _opens("/Launch"),
    "opens a page": _opens("/URI"),
    "opens a page, said elsewhere": _opens_elsewhere_in_the_file,
    "opens a page when one is turned": _opens_when_the_page_is_turned,
    "opens a page next": _opens_next,
    "form with a script": _form_with_script,
    "form of another kind": _xfa,
    "locked": lambda made: made.encrypt("secret", algorithm="RC4-128"),
}
