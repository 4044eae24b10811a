"""A picture is made anew from bare pixels: nothing else of what was sent is kept."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from alongside.documents.examining import examine
from alongside.documents.examining.unsafe import Unsafe
from alongside.documents.purposes import purposes

from . import building
from .building import SECRET

PICTURE = purposes()["picture"]


def kept(raw: bytes, name: str) -> bytes:
    return examine(raw, name, PICTURE).content


def opened(raw: bytes) -> Image.Image:
    return Image.open(io.BytesIO(raw))


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.jpg", building.talkative_jpeg()),
        ("a.png", building.talkative_png()),
        ("a.webp", building.talkative_webp()),
    ],
)
def test_nothing_but_pixels_is_kept(name: str, raw: bytes) -> None:
    """Place, device, comments, thumbnail, XMP, IPTC, colour profile, and what hangs on behind."""
    assert SECRET in raw
    clean = kept(raw, name)
    for mark in (
        SECRET,
        b"Exif",
        b"GPS",
        b"xmpmeta",
        b"Photoshop",
        b"ICC_PROFILE",
        b"iCCP",
        b"tEXt",
        b"JFXX",
    ):
        assert mark not in clean, mark
    found = opened(clean)
    assert not found.getexif()
    assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "background", "loop"}


def test_what_lies_under_a_clear_part_is_gone() -> None:
    seen = opened(kept(building.talkative_png(), "a.png"))
    assert seen.getcolors() == [(2400, (255, 255, 255))]


def test_it_stands_upright_as_the_camera_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it to the right by a quarter
    upright = opened(kept(building.jpeg(exif=exif.tobytes()), "a.jpg"))
    assert upright.size == (40, 60)
    red, _, blue = upright.getpixel((20, 10))
    assert red > 200 > 60 > blue


def test_a_large_picture_becomes_a_smaller_one() -> None:
    large = building.saved(building.drawing(4000, 1000), "JPEG")
    assert opened(kept(large, "a.jpeg")).size == (1600, 400)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_moving_picture_the_first_moment_stays(kind: str) -> None:
    more = [Image.new("RGB", (60, 40), "green")]
    moving = building.saved(building.drawing(), kind, save_all=True, append_images=more, duration=50)
    assert opened(moving).n_frames == 2
    still = opened(kept(moving, f"a.{kind.lower()}"))
    assert getattr(still, "n_frames", 1) == 1
    assert still.convert("RGB").getpixel((5, 5))[0] > 200


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_way_of_writing_colours_is_read(mode: str) -> None:
    made = Image.new(mode, (30, 20)) if mode == "I;16" else building.drawing(30, 20).convert(mode)
    assert opened(kept(building.saved(made, "PNG"), "a.png")).size == (30, 20)


def test_colours_for_printers_are_read() -> None:
    printed = building.saved(building.drawing().convert("CMYK"), "JPEG")
    assert opened(kept(printed, "a.jpg")).mode == "RGB"


BAD = {
    "a packed folder behind it": (building.jpeg() + building.zipped({"a.class": "x"}), "a.jpg"),
    "a page behind it": (building.jpeg() + b"<HTML><script>alert(1)</script>", "a.jpg"),
    "a page in its comment": (building.jpeg(comment=b"<script>alert(1)</script>"), "a.jpg"),
    "a PDF in its comment": (building.jpeg(comment=b"%PDF-1.7 x"), "a.jpg"),
    "another kind of packed folder": (building.jpeg() + b"Rar!\x1a\x07\x00", "a.jpg"),
    "a programme in PHP": (building.saved(building.drawing(), "PNG") + b"<?php system(1);", "a.png"),
    "a PNG called JPEG": (building.saved(building.drawing(), "PNG"), "a.jpg"),
    "a page called a picture": (b"<html><body>hello</body></html>", "a.png"),
    "a programme called a picture": (b"MZ\x90\x00" + bytes(90), "a.jpg"),
    "a drawing that can run": (b"<svg onload=alert(1)>", "a.svg"),
    "an animated kind we do not know": (building.saved(building.drawing(), "GIF"), "a.gif"),
    "a GIF called JPEG": (building.saved(building.drawing(), "GIF"), "a.jpg"),
    "two endings": (b"MZ\x90", "a.jpg.exe"),
    "nothing": (b"", "a.jpg"),
    "half of it": (building.jpeg()[:300], "a.jpg"),
    "a head and no body": (b"\xff\xd8\xff\xe0" + bytes(40), "a.jpg"),
    "too many dots": (building.huge_png(6000, 6000), "a.png"),
    "a bomb of dots": (building.huge_png(50000, 50000), "a.png"),
    "a thread": (building.huge_png(12000, 2), "a.png"),
    "too many bytes": (building.jpeg() + bytes(13_000_000), "a.jpg"),
}


@pytest.mark.parametrize("trick", BAD)
def test_a_trick_is_refused_with_a_kind_sentence(trick: str) -> None:
    raw, name = BAD[trick]
    with pytest.raises(Unsafe) as no:
        kept(raw, name)
    assert str(no.value).endswith(".")
    assert len(str(no.value).split()) > 6


def test_who_has_an_iphone_hears_what_to_do() -> None:
    with pytest.raises(Unsafe, match="screenshot"):
        kept(b"\0\0\0\x18ftypheic", "IMG_1.HEIC")
