"""Looking into a file that somebody sent: what comes out is safe to keep, or a sentence says why not.

Knows nothing of Django, so that it can run in a process of its own (see ``apart``).
"""

from __future__ import annotations

from dataclasses import dataclass

from ..kinds import KINDS, Kind, kind_named
from ..purposes import Purpose
from . import packed, plain
from .office import MAIN
from .unsafe import Unsafe

_IPHONE = (
    "We cannot read this kind of picture yet. Take a screenshot of it and send that. Or choose “Most "
    "Compatible” in your phone’s camera settings, and take it once more."
)


@dataclass(frozen=True)
class Safe:
    """A file as we keep it."""

    kind: str
    content: bytes


def examine(raw: bytes, name: str, purpose: Purpose) -> Safe:
    """The file made safe for this purpose. Raises ``Unsafe`` with a sentence for whoever sent it."""
    kind = kind_named(name)
    if kind is None or kind.slug not in purpose.kinds:
        is_heic = name.lower().endswith((".heic", ".heif"))
        raise Unsafe(_IPHONE if is_heic else f"We cannot take this kind of file. Please send {purpose.says}.")
    if not raw:
        raise Unsafe("There is nothing in this file. Please choose another one.")
    if len(raw) > purpose.size:
        raise Unsafe(f"This is too large. The most we can take is {purpose.megabytes} megabytes.")
    _no_liar(raw, kind)
    if kind.is_picture:
        from . import pictures  # each kind brings its own library, which takes time to start

        return Safe(kind.slug, pictures.rebuilt(raw, kind.slug, purpose))
    if kind.slug == "pdf":
        from . import pdfs

        pdfs.look(raw, purpose)
        return Safe(kind.slug, raw)
    if kind.slug in MAIN:
        packed.look(raw, kind.slug, purpose)
        return Safe(kind.slug, raw)
    return Safe(kind.slug, plain.written_anew(raw, kind.slug, purpose))


def _no_liar(raw: bytes, kind: Kind) -> None:
    """What a file is called must be what it is."""
    fits = raw.startswith(kind.begins) and (kind.slug != "webp" or raw[8:12] == b"WEBP")
    pretends = not kind.begins and any(raw.startswith(one.begins) for one in KINDS.values() if one.begins)
    if not fits or pretends:
        raise Unsafe(
            f"Its name says that it is {kind.called}, but inside it is something else. Please open it, save "
            f"it as {kind.called}, and send that."
        )
