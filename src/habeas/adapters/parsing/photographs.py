"""Photographs taken in: what is shown of one is a copy, drawn anew in a child process behind walls.

The file itself is kept as it came. Its copies are held here against what they may be: a bare JPEG of the size that was
asked for, without a single segment in which a place, a time or a name could stand.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.adapters.parsing.kinds import NotWhatItSays
from habeas.adapters.parsing.process import MEGABYTE, Limits
from habeas.adapters.parsing.taking import NotReadable, answered
from habeas.evidence import BadInput, EmptyFile, TooLarge, file_bytes
from habeas.evidence.formats import binary_format

LARGEST = 20 * MEGABYTE
"""Bytes that a photograph may have."""
DRAWING = Limits(memory=1024 * MEGABYTE, answer=8 * MEGABYTE)
LONGEST_SIDE = 800
"""Pixels of the larger copy; the child process draws it so, and here that is checked."""
MEDIA = {"a JPEG image": "image/jpeg", "a PNG image": "image/png", "a WebP image": "image/webp"}
_ENDINGS = {"image/jpeg": ("jpg", "jpeg", "jpe", "jfif"), "image/png": ("png",), "image/webp": ("webp",)}
_FORMATS = "Photographs are taken as JPEG, PNG or WebP files."
_SMALLER = "Make it smaller in the program that made it, then add that."
_SVG = re.compile(rb"<\s*svg[\s>]", re.I)


class NotAPhotograph(BadInput):
    """The bytes are no JPEG, PNG or WebP picture."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A JPEG that holds a picture and nothing else. Width and height are in pixels."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Photograph:
    """The file as it came, and its copies: at most 800 and 320 pixels to a side."""

    data: bytes
    media_type: str
    file: str
    shown: Copy
    small: Copy


def take_photograph_file(path: Path) -> Photograph:
    """Takes in the file that a user names. Raises a `BadInput` saying what is wrong and what to do."""
    return take_photograph(file_bytes(path, limit_of=lambda head: LARGEST), file=path.name)


def take_photograph(data: bytes, *, file: str) -> Photograph:
    """The same for bytes that are there already; `file` names them."""
    media = _media_type(data, file)
    answer = answered("photo", data, file, limits=DRAWING, smaller=_SMALLER)
    try:
        shown, small = (_copy(said) for said in answer["copies"])
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise NotReadable(
            f"The program that draws {file} anew answered nonsense.",
            "Do not open the file elsewhere before you know where it is from.",
        ) from None
    return Photograph(data, media, file, shown, small)


def _media_type(data: bytes, file: str) -> str:
    if not data:
        raise EmptyFile(f"{file} is empty.", "Check that the download or copy was complete.")
    if len(data) > LARGEST:
        cause = f"{file} has {len(data) / MEGABYTE:.1f} MB; the limit is {LARGEST / MEGABYTE:.1f} MB."
        raise TooLarge(cause, _SMALLER)
    what = binary_format(data)
    media = MEDIA.get(what or "")
    if media is None:
        raise NotAPhotograph(*_no_photograph(data, file, what))
    _check_name_and_end(data, file, str(what), media)
    return media


def _no_photograph(data: bytes, file: str, what: str | None) -> tuple[str, str]:
    if what == "an XML file" and _SVG.search(data[:8192]):
        return f"{file} is an SVG drawing, which may hold programs.", f"{_FORMATS} Save it as PNG."
    if what and "image" in what:
        return f"{file} is {what}.", f"{_FORMATS} Save it as JPEG."
    return f"{file} is {what or 'no picture at all'}, whatever its name says.", f"{_FORMATS} Check the file."


def _check_name_and_end(data: bytes, file: str, what: str, media: str) -> None:
    """Refuses a name that says another kind, and a picture with an archive or a document in it."""
    ending = file.lower().rpartition(".")[2] if "." in file else ""
    others = {e for kind, ends in _ENDINGS.items() if kind != media for e in ends} | {"pdf", "svg", "gif", "html"}
    if ending in others:
        raise NotWhatItSays(
            f"{file} is {what}, though its name ends in .{ending}.",
            "Check where it is from; rename it if it is what you meant.",
        )
    if (b"PK\x05\x06" in data[-70_000:] and b"PK\x01\x02" in data) or b"%PDF-" in data[:1024]:
        raise NotWhatItSays(
            f"{file} is {what} and something else at once.", "No camera writes such a file: check where it is from."
        )


def _copy(said: dict[str, Any]) -> Copy:
    """The copy that the child answered. Raises ValueError for anything but a bare JPEG of a size that was asked for."""
    data = base64.b64decode(said["jpeg"], validate=True)
    wide, high = bare_jpeg(data)
    if (wide, high) != (said["width"], said["height"]) or not 0 < max(wide, high) <= LONGEST_SIDE:
        raise ValueError("a copy of another size")
    return Copy(data, wide, high)


_TABLES = frozenset((0xDB, 0xC4))
_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_JFIF = b"JFIF\0\x01"


def bare_jpeg(data: bytes) -> tuple[int, int]:
    """Width and height of a JPEG that holds one picture and nothing beside it: no segment of an application but the
    18 bytes of JFIF, no comment, nothing behind its end. Raises ValueError otherwise. Source: ITU T.81, annex B."""
    if data[:2] != b"\xff\xd8" or data[-2:] != b"\xff\xd9":
        raise ValueError("no JPEG from its first byte to its last")
    at, size = 2, (0, 0)
    while data[at : at + 2] != b"\xff\xda":  # the scan: from here on there are dots
        mark, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at] != 0xFF or length < 2 or at + length > len(data):
            raise ValueError("a segment that is none")
        if mark in _FRAMES:
            size = int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        elif not (mark in _TABLES or (mark == 0xE0 and length == 16 and data[at + 4 : at + 10] == _JFIF)):
            raise ValueError(f"a segment {mark:#x} that no copy has")
        at += 2 + length
    if data.find(b"\xff\xd9") != len(data) - 2 or re.search(rb"\xff[^\x00\xd0-\xd7\xd9]", data[at + 2 :]):
        raise ValueError("more than one picture")
    return size
