"""Word and Excel files are packed folders: few files, of modest size, and none runs or reaches out."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import PurePosixPath
from xml.parsers import expat

from ..purposes import MEGA, Purpose
from .office import RUNS, is_calm, is_what_it_says
from .unsafe import MORE_INSIDE, SPOILED, TOO_MUCH, Unsafe

LOCKED = "This file is locked with a password. Please send one that is not."
INSIDE = re.compile(
    r"vba|activex|embeddings/|macrosheets/|dialogsheets/|externallinks/|customui|querytables/|"
    r"(^|/)(connections|attachedtoolbars)\.|"
    r"\.(exe|dll|js|jse|vbs|vbe|wsf|hta|ps1|bat|cmd|com|scr|lnk|jar|swf|html?|mht|xht|php|zip|rar|7z|ole)$",
    re.IGNORECASE,
)
END, END_64 = b"PK\x05\x06", b"PK\x06\x07"
MOST_LISTED = 400_000
FAR_OUT = 1_000_000


def look(raw: bytes, kind: str, purpose: Purpose) -> None:
    """Raises ``Unsafe`` unless this Word or Excel file can only be read."""
    _list_is_modest(raw, purpose)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as folder:
            parts = _unpacked(folder, purpose)
        is_what_it_says(parts, kind)
        for name, part in parts.items():
            is_calm(name, part)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError) as spoiled:
        raise Unsafe(SPOILED) from spoiled
    except (NotImplementedError, ValueError, KeyError, RuntimeError) as strange:
        raise Unsafe(MORE_INSIDE) from strange


def _list_is_modest(raw: bytes, purpose: Purpose) -> None:
    """Before anything is unpacked: how many files the list at the end names, and that the file ends there."""
    end = raw.rfind(END)
    if end < 0 or len(raw) < end + 22:
        raise Unsafe(SPOILED)
    on_disk, in_all, listed, begins, comment = struct.unpack("<HHIIH", raw[end + 8 : end + 22])
    if on_disk > purpose.entries or in_all > purpose.entries or listed > MOST_LISTED:
        raise Unsafe(TOO_MUCH)
    whole = begins + listed == end and len(raw) == end + 22 + comment and not comment
    if on_disk != in_all or not whole or raw[end - 20 : end - 16] == END_64:
        raise Unsafe(MORE_INSIDE)


def _unpacked(folder: zipfile.ZipFile, purpose: Purpose) -> dict[str, bytes]:
    """The parts that are text; the others are unpacked too, to count them, and let go."""
    left, parts, names = purpose.unpacked_megabytes * MEGA, dict[str, bytes](), set[str]()
    for info in folder.infolist():
        _may_stand_here(info, names)
        names.add(info.filename.lower())
        if info.file_size > left or _is_a_bomb(info, purpose):
            raise Unsafe(TOO_MUCH)
        is_text = info.filename.lower().endswith((".xml", ".rels"))
        found = _read(folder, info, left, keep=is_text)
        left -= found[0]
        if is_text:
            parts[info.filename] = found[1]
    return parts


def _may_stand_here(info: zipfile.ZipInfo, names: set[str]) -> None:
    name = info.filename
    if info.flag_bits & 0x1:
        raise Unsafe(LOCKED)
    path = PurePosixPath(name)
    strange = path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or name.lower() in names
    if strange or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unsafe(MORE_INSIDE)
    if INSIDE.search(name):
        raise Unsafe(RUNS)


def _is_a_bomb(info: zipfile.ZipInfo, purpose: Purpose) -> bool:
    return info.file_size > MEGA and info.file_size > purpose.ratio * max(info.compress_size, 1)


def _read(folder: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, *, keep: bool) -> tuple[int, bytes]:
    """How many bytes come out in truth, whatever the list says; and the bytes, if they are kept."""
    many, kept = 0, list[bytes]()
    with folder.open(info) as part:
        while piece := part.read(FAR_OUT):
            many += len(piece)
            if many > most:
                raise Unsafe(TOO_MUCH)
            if keep:
                kept.append(piece)
    return many, b"".join(kept)
