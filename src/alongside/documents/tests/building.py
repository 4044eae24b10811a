"""Files for the tests, built on the spot: good ones, and the tricks that people play with them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

SECRET = b"zqhiddenzq"
WORD = "http://schemas.openxmlformats.org"
TYPES = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": ("word/document.xml", f"{TYPES}wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", f"{TYPES}spreadsheetml.sheet.main+xml"),
}


def drawing(width: int = 60, height: int = 40) -> Image.Image:
    """A red half on the left, a blue one on the right."""
    picture = Image.new("RGB", (width, height), "blue")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 2, height), fill="red")
    return picture


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    """It as a file of this kind."""
    made = io.BytesIO()
    picture.save(made, kind, **how)
    return made.getvalue()


def jpeg(**how: object) -> bytes:
    return saved(drawing(), "JPEG", quality=95, **how)


def talkative_jpeg() -> bytes:
    """With place, device, comment, thumbnail, XMP, IPTC and a colour profile, with secrets; and a tail."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0131], exif[0x9286] = "zqhiddenzq phone", "zqhiddenzq app", SECRET
    exif.get_ifd(0x8825).update(
        {1: "N", 2: (53.4, 30.0, 12.0), 3: "W", 4: (1.0, 21.0, 7.0), 29: "zqhiddenzq"}
    )
    bare = jpeg(exif=exif.tobytes(), comment=SECRET, icc_profile=SECRET * 20)
    xmp = _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + b"</x:xmpmeta>")
    iptc = _segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c" + SECRET)
    thumbnail = _segment(0xE0, b"JFXX\0\x10" + jpeg() + SECRET)
    return bare[:2] + xmp + iptc + thumbnail + bare[2:] + SECRET


def _segment(mark: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(body) + 2) + body


def talkative_png() -> bytes:
    """With words in each way that a PNG can carry them; something under a clear part; and a tail."""
    said = PngInfo()
    said.add_text("Comment", "zqhiddenzq")
    said.add_text("Place", "zqhiddenzq", zip=True)
    said.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>zqhiddenzq</x:xmpmeta>")
    exif = Image.Exif()
    exif[0x010F] = "zqhiddenzq"
    clear = drawing().convert("RGBA")
    clear.putalpha(Image.new("L", clear.size, 0))
    return saved(clear, "PNG", pnginfo=said, exif=exif.tobytes(), icc_profile=SECRET) + SECRET


def talkative_webp() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "zqhiddenzq"
    return saved(drawing(), "WEBP", exif=exif.tobytes(), xmp=SECRET, icc_profile=SECRET)


def huge_png(width: int, height: int) -> bytes:
    """A picture that is small as a file and huge when opened: one colour, packed tight."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    row = bytes(1 + (width + 7) // 8)
    packing, packed = zlib.compressobj(9), []
    for _ in range(0, height, 1000):
        packed.append(packing.compress(row * min(1000, height)))
    packed.append(packing.flush())
    chunks = [(b"IHDR", head), (b"IDAT", b"".join(packed)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def office(kind: str, more: Mapping[str, str | bytes] | None = None, main_type: str = "") -> bytes:
    """A Word or Excel file as small as can be, with more files in it if wished."""
    main, of_type = MAIN[kind]
    override = f'<Override PartName="/{main}" ContentType="{main_type or of_type}"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{WORD}">{override}</Types>',
        "_rels/.rels": rels("officeDocument", main),
        main: "<w:document xmlns:w='w'><w:t>The letters went out.</w:t></w:document>",
    }
    return zipped({**parts, **(more or {})})


def rels(kind: str, target: str, mode: str = "") -> str:
    """One relationship, as Office writes it."""
    outside = f' TargetMode="{mode}"' if mode else ""
    one = f'<Relationship Id="r1" Type="{WORD}/officeDocument/2006/relationships/{kind}" Target="{target}"'
    return f'<?xml version="1.0"?><Relationships xmlns="{WORD}">{one}{outside}/></Relationships>'


def zipped(parts: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as folder:
        for name, body in parts.items():
            folder.writestr(name, body)
    return made.getvalue()
