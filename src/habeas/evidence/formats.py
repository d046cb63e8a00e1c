"""What bytes are, told by their first bytes and never by a file name."""

from __future__ import annotations

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS or PPT)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_INSIDE_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an EPUB book"),
)
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(!doctype\s+html|html|\?xml|svg)\b", re.I | re.S)
_LOOK = 8192
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")


def binary_format(data: bytes) -> str | None:
    """What the bytes are, with its article, when they begin as a known format other than plain text; else None."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        head, tail = data[:_LOOK], data[-_LOOK:]
        return next((name for part, name in _INSIDE_ZIP if part in head or part in tail), "a ZIP archive")
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": "a WebP image", b"WAVE": "a WAV recording", b"AVI ": "a video"}[data[8:12]]
    if data[4:8] == b"ftyp":
        return "a HEIC or AVIF image" if data[8:11] in (b"hei", b"avi", b"mif") else "a video or recording"
    if data[:2] == b"MZ" and b"\0" in data[:_LOOK]:
        return "a program"
    return _markup(data)


def _markup(data: bytes) -> str | None:
    match = _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")[:_LOOK])
    if not match:
        return None
    return "a web page (HTML)" if b"html" in match[1].lower() else "an XML file"


def is_binary(data: bytes) -> bool:
    """True when bytes hold NUL, or more than one in a hundred of a sample are control characters."""
    sample = data[: 8 * _LOOK]
    return b"\0" in data or sum(b in _CONTROL for b in sample) * 100 > len(sample)
