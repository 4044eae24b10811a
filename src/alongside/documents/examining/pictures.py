"""Pictures are made anew from bare pixels: nothing else of what was sent is kept.

No place, time, device, thumbnail, comment or colour profile goes along, nor what is hidden under transparent
parts. Of a moving picture the first moment stays.
"""

from __future__ import annotations

import io
import warnings
import zipfile

from PIL import Image

from ..purposes import MEGA, Purpose
from .unsafe import MORE_INSIDE, SPOILED, Unsafe

FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
HOW: dict[str, dict[str, int]] = {
    "jpeg": {"quality": 86},
    "png": {"compress_level": 6},
    "webp": {"quality": 84, "method": 3},
}
ALSO = (b"%pdf-", b"<script", b"<html", b"<!doctype", b"<?php", b"rar!\x1a\x07", b"mz\x90\x00\x03\x00")
"""Long enough that they do not stand in a picture by chance."""


def rebuilt(raw: bytes, kind: str, purpose: Purpose) -> bytes:
    """The same picture, as a new file. Raises ``Unsafe``."""
    if is_two_things(raw):
        raise Unsafe(MORE_INSIDE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            bare = _pixels(raw, kind, purpose)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as bomb:
        raise Unsafe(_too_large(kind, purpose)) from bomb
    except (Unsafe, MemoryError):
        raise
    except Exception as spoiled:  # whatever the library meets that it does not know
        raise Unsafe(SPOILED) from spoiled
    made = io.BytesIO()
    bare.save(made, FORMATS[kind], **HOW[kind])
    return made.getvalue()


def is_two_things(raw: bytes) -> bool:
    """Whether a picture is a packed folder, a page or a programme as well."""
    lowered = raw.lower()
    return any(mark in lowered for mark in ALSO) or zipfile.is_zipfile(io.BytesIO(raw))


def _pixels(raw: bytes, kind: str, purpose: Purpose) -> Image.Image:
    with Image.open(io.BytesIO(raw), formats=[FORMATS[kind]]) as opened:
        _fits(opened, kind, purpose)
        scale = min(1.0, purpose.kept_at / max(opened.size))
        most = max(1, round(opened.width * scale)), max(1, round(opened.height * scale))
        opened.draft(None, most)  # a JPEG is read at a half, a quarter or an eighth of its size
        seen = opened.convert("RGBA") if opened.mode == "P" and "transparency" in opened.info else opened
        seen.load()
        seen.thumbnail(most, reducing_gap=2.0)
        upright = _flat(seen)
        if turned := _turn(opened):
            upright = upright.transpose(turned)
        return Image.frombytes(upright.mode, upright.size, upright.tobytes())


def _fits(opened: Image.Image, kind: str, purpose: Purpose) -> None:
    width, height = opened.size
    if width * height > purpose.megapixels[kind] * MEGA:
        raise Unsafe(_too_large(kind, purpose))
    if max(width, height) > purpose.sides * min(width, height):
        raise Unsafe("This picture is very long and very thin. Please cut it into shorter ones.")


def _too_large(kind: str, purpose: Purpose) -> str:
    most = int(purpose.megapixels[kind])
    return f"This picture has more than {most} million dots. A screenshot of it has fewer, and will do."


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _turn(opened: Image.Image) -> Image.Transpose | None:
    """How the camera was held; a picture whose notes are spoiled stays as it lies."""
    try:
        return _TURNS.get(opened.getexif().get(0x0112, 1))
    except Exception:  # whatever a spoiled note breaks, the picture itself was read
        return None


def _flat(seen: Image.Image) -> Image.Image:
    """On white, without anything that lies hidden under transparent parts."""
    if seen.mode in ("L", "RGB") and "transparency" not in seen.info:
        return seen
    if "A" not in seen.getbands() and "transparency" not in seen.info:
        return seen.convert("RGB")
    clear = seen.convert("RGBA")
    ground = Image.new("RGB", clear.size, "white")
    ground.paste(clear, mask=clear.getchannel("A"))
    return ground
