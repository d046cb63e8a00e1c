"""What a file is, told by its bytes; its name only has to agree."""

from __future__ import annotations

import re

from habeas.evidence import BadInput
from habeas.evidence.formats import binary_format

_ENDINGS = {
    "pdf": ("pdf",), "zip": ("docx", "xlsx", "docm", "xlsm", "dotx", "xltx"),
    "html": ("html", "htm", "xhtml", "mht", "mhtml"),
    "mhtml": ("mht", "mhtml", "eml"), "warc": ("warc",), "gzip": ("gz", "warc"), "csv": ("csv", "tsv"),
}  # fmt: skip
_OTHERS = "txt md markdown doc xls rtf odt png jpg jpeg tif tiff zip exe xml json"
_KNOWN = frozenset((*_OTHERS.split(), *(e for ends in _ENDINGS.values() for e in ends)))
_MHTML = re.compile(rb"\A(?:[\w-]{1,60}:[^\n]{0,900}\n(?:[ \t][^\n]{0,900}\n)*){1,40}", re.A)
NAMES = {
    "pdf": "a PDF file", "zip": "a ZIP archive, as Office writes", "html": "a web page",
    "mhtml": "a saved web page (MHTML)", "warc": "a WARC file", "gzip": "a gzip archive", "csv": "CSV",
}  # fmt: skip


class NotWhatItSays(BadInput):
    """The bytes are of another kind than the name says, or of two kinds at once."""


def kind_of(data: bytes, file: str) -> str | None:
    """`pdf`, `zip`, `html`, `mhtml`, `warc`, `gzip` or `csv`; None for what `habeas.evidence` takes or refuses itself.

    Raises `NotWhatItSays` for a name that says otherwise, and for bytes that are two things at once.
    """
    kind, ending = _by_bytes(data, file), _ending(file)
    if kind is None:
        if ending in ("pdf", "docx", "xlsx", "warc") and data and binary_format(data) is None:
            raise NotWhatItSays(f"{file} is no {ending.upper()} file, whatever its name says.", "Get the file again.")
        return None
    _check_single(data, kind, file)
    if ending in ("txt", "md", "markdown") and kind != "csv":
        return None  # refused there in its own words
    if ending in _KNOWN and ending not in _ENDINGS[kind]:
        cause = f"{file} is {NAMES[kind]}, though its name ends in .{ending}."
        raise NotWhatItSays(cause, "Check where it is from; rename it if it is what you meant.")
    return kind


def _by_bytes(data: bytes, file: str) -> str | None:
    bare = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(b"WARC/1."):
        return "warc"
    if data.startswith(b"\x1f\x8b"):
        return "gzip"
    if (head := _MHTML.match(bare[:20_000])) and b"multipart/related" in head[0].lower():
        return "mhtml"
    said = binary_format(data)
    ending = _ending(file)
    if said == "a web page (HTML)":
        return "html"
    if (
        ending in ("html", "htm", "xhtml")
        and said in (None, "an XML file")
        and re.search(rb"<[a-z]", bare[:4096], re.I)
    ):
        return "html"
    return "csv" if ending in ("csv", "tsv") and said is None else None


def _check_single(data: bytes, kind: str, file: str) -> None:
    """Refuses a PDF with an archive behind it, an archive or a page that holds the head of a PDF, and the like."""
    tail, head = data[-70_000:], data[:1024]
    both = kind == "pdf" and b"PK\x05\x06" in tail and b"PK\x01\x02" in data
    both = both or (kind in ("html", "mhtml", "csv") and (b"%PDF-" in head or b"PK\x05\x06" in tail))
    both = both or (kind == "zip" and b"%PDF-" in head)
    if both:
        raise NotWhatItSays(
            f"{file} is {NAMES[kind]} and something else at once.",
            "No program writes such a file: check where it is from.",
        )


def _ending(file: str) -> str:
    return file.lower().rpartition(".")[2] if "." in file else ""
