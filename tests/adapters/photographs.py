"""Invented photographs: plainly drawn figures, made here, with whatever a test wants hidden in their files."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw
from PIL.TiffImagePlugin import IFDRational

HIDDEN = "Zq-hidden-in-the-file"
"""Stands in every place of a file where words can stand."""
LATITUDE = (IFDRational(51), IFDRational(9), IFDRational(3733, 100))


def drawing(wide: int = 900, high: int = 1200, *, coat: str = "#1f4e79") -> Image.Image:
    """A head and shoulders as a child would draw them: nobody's face. The upper left corner is red."""
    made = Image.new("RGB", (wide, high), "#e8edf3")
    pen, w, h = ImageDraw.Draw(made), wide, high
    pen.ellipse((w * 0.08, h * 0.72, w * 0.92, h * 1.5), fill=coat)
    pen.rectangle((w * 0.43, h * 0.55, w * 0.57, h * 0.75), fill="#d9b38c")
    pen.ellipse((w * 0.28, h * 0.16, w * 0.72, h * 0.64), fill="#e6c29c", outline="#8a6a4a", width=max(2, w // 150))
    for x in (0.41, 0.59):
        pen.ellipse((w * (x - 0.03), h * 0.35, w * (x + 0.03), h * 0.385), fill="#2b2b2b")
    pen.arc((w * 0.4, h * 0.44, w * 0.6, h * 0.54), 20, 160, fill="#8a3b12", width=max(3, w // 90))
    pen.rectangle((0, 0, w * 0.12, h * 0.08), fill="#c0392b")
    return made


def exif(*, orientation: int = 1, word: str = HIDDEN) -> Image.Exif:
    """What a telephone writes: where, when, with what, whose."""
    made = Image.Exif()
    made[0x0112], made[0x010F], made[0x0110], made[0x0132] = orientation, word, word, "2021:01:31 10:00:00"
    made[0x013B], made[0x8298], made[0x010E] = word, word, word
    place = made.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", LATITUDE, "E", LATITUDE
    place[0x1D] = word[:10]
    made.get_ifd(0x8769)[0xA431] = word
    return made


def jpeg(*, orientation: int = 1, word: str = HIDDEN, **size: int) -> bytes:
    """A JPEG with a place, a time, an owner, XMP, IPTC, a comment and a thumbnail in it."""
    out = io.BytesIO()
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>{word}</rdf></x:xmpmeta>'.encode()
    drawing(**size).save(
        out, "JPEG", quality=90, exif=exif(orientation=orientation, word=word).tobytes(), comment=word.encode(), xmp=xmp
    )
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(word) + 5) + b"\x1c\x02\x50"
    iptc += struct.pack(">H", len(word)) + word.encode()
    thumbnail = b"JFXX\0\x10" + word.encode()
    made = out.getvalue()
    return made[:2] + _segment(0xED, iptc) + _segment(0xE7, thumbnail) + made[2:] + word.encode()


def _segment(mark: int, data: bytes) -> bytes:
    return bytes((0xFF, mark)) + struct.pack(">H", len(data) + 2) + data


def png(mode: str = "RGBA", **size: int) -> bytes:
    """A PNG with words and EXIF in it; with an alpha channel everything around the head is transparent."""
    from PIL.PngImagePlugin import PngInfo

    words, out = PngInfo(), io.BytesIO()
    words.add_text("Comment", HIDDEN)
    words.add_itxt("XML:com.adobe.xmp", HIDDEN, zip=True)
    made = drawing(**size)
    if mode == "RGBA":
        made.putalpha(Image.new("L", made.size, 0))
    made = made if made.mode == mode else made.convert(mode)
    made.save(out, "PNG", pnginfo=words, exif=exif())
    return out.getvalue()


def webp(**size: int) -> bytes:
    """A WebP with EXIF and XMP in it."""
    out = io.BytesIO()
    drawing(**size).save(out, "WEBP", quality=80, exif=exif().tobytes(), xmp=HIDDEN.encode())
    return out.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_bomb(wide: int = 60_000, high: int = 60_000, *, rows: int = 200) -> bytes:
    """A small PNG whose head promises so many pixels, of which `rows` rows really are there, each packed to nothing."""
    packed, packer = b"", zlib.compressobj(9)
    for _ in range(rows):
        packed += packer.compress(bytes(1 + 3 * wide))
    packed += packer.flush()
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def webp_head(wide: int, high: int) -> bytes:
    """The head of a WebP file that promises so many pixels, and hardly anything behind it."""
    head = bytes(4) + (wide - 1).to_bytes(3, "little") + (high - 1).to_bytes(3, "little")
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + head + b"VP8 " + struct.pack("<I", 20) + bytes(20)
    return b"RIFF" + struct.pack("<I", len(body)) + body


SVG = b"""<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script>
<image href="http://127.0.0.1:9/pixel.png"/></svg>"""
