"""The kinds of file there are: how each ends, begins and is called on the wire. Knows nothing of Django."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of file. ``begins`` is what stands at its very beginning, nothing for plain text."""

    slug: str
    called: str
    endings: tuple[str, ...]
    begins: bytes
    type: str
    is_picture: bool = False

    @property
    def ending(self) -> str:
        """How we end its name."""
        return self.endings[0]


_OFFICE = "application/vnd.openxmlformats-officedocument."
_ALL = (
    Kind("jpeg", "a JPEG picture", (".jpg", ".jpeg"), b"\xff\xd8\xff", "image/jpeg", True),
    Kind("png", "a PNG picture", (".png",), b"\x89PNG\r\n\x1a\n", "image/png", True),
    Kind("webp", "a WebP picture", (".webp",), b"RIFF", "image/webp", True),
    Kind("pdf", "a PDF", (".pdf",), b"%PDF-", "application/pdf"),
    Kind("docx", "a Word file", (".docx",), b"PK\x03\x04", f"{_OFFICE}wordprocessingml.document"),
    Kind("xlsx", "an Excel file", (".xlsx",), b"PK\x03\x04", f"{_OFFICE}spreadsheetml.sheet"),
    Kind("txt", "plain text", (".txt",), b"", "text/plain; charset=utf-8"),
    Kind("csv", "a table as plain text", (".csv",), b"", "text/plain; charset=utf-8"),
)
KINDS = {kind.slug: kind for kind in _ALL}
DRAWING = Kind("svg", "a drawing", (".svg",), b"", "image/svg+xml")
"""We draw these ourselves; nobody can send one, since it could hold a script."""


def kind_named(name: str) -> Kind | None:
    """The kind that the ending of this name stands for."""
    lowered = name.lower().rstrip()
    return next((kind for kind in _ALL if lowered.endswith(kind.endings)), None)
