"""A photograph decoded and drawn anew. Only the child process imports this: no bytes of the file itself come out of it.

What a camera, a telephone or a program wrote beside the picture (place, time, device, owner, an older picture in small)
is left behind: of the picture itself nothing is kept but its dots, turned as they are to be seen, and fewer of them.
"""

from __future__ import annotations

import base64
import io
import struct
from contextlib import suppress
from typing import Any

from PIL import Image, ImageCms, ImageOps

from habeas.adapters.parsing.unreadable import Unreadable

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 50_000_000
LONGEST_SIDE, SHORTEST_SIDE = 16_000, 40
NARROWEST = 4
COPIES = (800, 320)
"""The longest side of each copy: one for pages, one for lists."""
QUALITY = 84
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, IndexError, TypeError)
_AGAIN = "Get the file again from where it is from."
_SMALLER = "Make it smaller in the program that made it, then add that."


def read_photo(data: bytes) -> dict[str, Any]:
    """The copies of a JPEG, PNG or WebP file, each a bare JPEG in base64, the larger one first. Raises `Unreadable`."""
    _check_size(*(_webp_size(data) or (1, 1)))  # its decoder takes the memory before it says how much
    picture = _upright(_opened(data))
    copies = [_copy(picture, longest) for longest in COPIES]
    return {"copies": copies}


def _opened(data: bytes) -> Image.Image:
    """The decoded picture, made smaller while it is decoded where the format can do so; the first one of several."""
    Image.MAX_IMAGE_PIXELS = None  # we look ourselves, before anything is decoded
    try:
        picture: Image.Image = Image.open(io.BytesIO(data), formats=FORMATS)
        _check_size(*picture.size)
        picture.draft("RGB", (2 * COPIES[0], 2 * COPIES[0]))
        picture.load()
    except _FAULTS as error:
        raise Unreadable("is cut off or broken: its picture cannot be drawn", _AGAIN) from error
    return picture


def _check_size(wide: int, high: int) -> None:
    if wide * high > MOST_PIXELS or max(wide, high) > LONGEST_SIDE:
        limit = f"{MOST_PIXELS // 1_000_000} million, and {LONGEST_SIDE:,} to a side"
        raise Unreadable(f"has {wide:,} x {high:,} pixels; the limit is {limit}", _SMALLER)
    if (wide, high) != (1, 1) and min(wide, high) < SHORTEST_SIDE:
        step = "Add a picture on which something can be seen."
        raise Unreadable(f"has {wide:,} x {high:,} pixels; {SHORTEST_SIDE} to a side are needed", step)
    if max(wide, high) > NARROWEST * min(wide, high):
        step = "Cut out the part that shows the person, then add that."
        raise Unreadable(f"has {wide:,} x {high:,} pixels: one side is more than {NARROWEST} times the other", step)


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height that the head of a WebP file tells; None for another file. Source: RFC 9649, section 2."""
    kind, head = data[12:16], data[20:30].ljust(10, b"\0")
    if data[8:12] != b"WEBP":
        return None
    if kind == b"VP8X":
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF


def _upright(picture: Image.Image) -> Image.Image:
    """The picture in plain colours on white, no larger than the larger copy, turned as its camera said."""
    if picture.mode.startswith("I;16"):
        picture = picture.convert("I")
    if picture.mode in ("I", "F"):
        picture = picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode == "P":
        picture = picture.convert("RGBA")
    picture.thumbnail((2 * COPIES[0], 2 * COPIES[0]), Image.Resampling.LANCZOS)
    with suppress(*_FAULTS):  # what a camera said of its position may be broken; the picture is not
        picture = ImageOps.exif_transpose(picture)
    return _on_white(_plain_colours(picture))


def _plain_colours(picture: Image.Image) -> Image.Image:
    """In sRGB, if the file says in which colours it is and that can be understood."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        with suppress(ImageCms.PyCMSError, *_FAULTS):
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB") or picture
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    page = Image.new("RGB", picture.size, "white")
    seen = picture.convert("RGBA")
    page.paste(seen, mask=seen.getchannel("A"))
    return page


def _copy(picture: Image.Image, longest: int) -> dict[str, Any]:
    """A new picture out of nothing but dots, so that nothing that hung on the old one can come along."""
    small = picture.copy()
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    bare = Image.frombytes("RGB", small.size, small.tobytes())
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    return {"jpeg": base64.b64encode(out.getvalue()).decode(), "width": bare.width, "height": bare.height}
