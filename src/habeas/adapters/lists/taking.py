"""A file that holds a list: what format it is in, its text as a source keeps it, and the snapshot read out of it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from habeas.adapters.lists.afm import read_afm
from habeas.adapters.lists.interpol import read_interpol
from habeas.adapters.lists.table import Given, headers_in, read_table
from habeas.evidence import Document, EmptyFile, FileMissing, NotAFile, NotText, Taken, TooLarge, take
from habeas.evidence.formats import binary_format
from habeas.watch import NotASnapshot, Snapshot

LIMIT = 100 * 1024 * 1024
"""Bytes that a list may have. The largest of today's has about two million."""
PROFILE = "; profile=list"
"""Marks the media type of a source that is a list, so that the rules for prose do not read it."""
_DECLARED = re.compile(r"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""", re.ASCII)


@dataclass(frozen=True, slots=True)
class ListTaken:
    """The file as a source keeps it, and the snapshot read out of it. Spans of entries are places in the text."""

    taken: Taken
    snapshot: Snapshot


class Reader(Protocol):
    """Reads a list out of a text: its name when the text itself tells, its head and its entries."""

    def __call__(self, text: str, *, columns: Given) -> tuple[str | None, Snapshot]: ...


def take_list_file(
    path: Path,
    *,
    name: str | None = None,
    on: date | None = None,
    encoding: str | None = None,
    columns: Given = None,
) -> ListTaken:
    """Reads the list in a file. Raises `BadInput`, `NotASnapshot`."""
    try:
        if not path.is_file():
            if path.exists():
                raise NotAFile(f"{path} is no regular file.", "Name one file that holds a list.")
            raise FileMissing(f"There is no file {path}.", "Check the name and the folder.")
        if path.stat().st_size > LIMIT:
            raise TooLarge(f"{path} is larger than {LIMIT // 1024 // 1024} MB.", "Check that it is the list.")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise FileMissing(f"{path} cannot be read: {error}.", "Check the name and the rights.") from error
    return take_list(data, file=path.name, name=name, on=on, encoding=encoding, columns=columns)


def take_list(
    data: bytes,
    *,
    file: str,
    name: str | None = None,
    on: date | None = None,
    encoding: str | None = None,
    columns: Given = None,
) -> ListTaken:
    """The same for bytes that are there already; `file` names them in messages.

    The format is told by the bytes: XML of Kazakhstan's financial monitor, JSON of INTERPOL's notices, else a table
    (CSV with headers). `name` overrides the name of the list, `columns` what the headers of a table are taken to mean.
    """
    media, text, used = _decoded(data, file, encoding)
    try:
        known, read = _reader(media)(text, columns=columns)
    except NotASnapshot as error:
        raise NotASnapshot(f"{file}: {error.cause}", error.next_step) from None
    sha256 = hashlib.sha256(data).hexdigest()
    listed = name or known or file
    snapshot = Snapshot(listed, on, read.entries, sha256, read.head)
    if not snapshot.entries:
        raise NotASnapshot(f"{file} holds no entries.", "Check that the download was complete.")
    document = Document.from_text(text, sha256=sha256, title=listed)
    return ListTaken(Taken(data, document, media + PROFILE, file, used), snapshot)


def list_in(
    text: str, media: str, *, source: str, name: str, on: date | None, columns: Given = None
) -> Snapshot:
    """The snapshot in the text of a source that was taken as a list; `media` is its media type."""
    _, read = _reader(media.removesuffix(PROFILE))(text, columns=columns)
    return Snapshot(name, on, read.entries, source, read.head)


def headers_of(taken: ListTaken) -> tuple[str, ...]:
    """The headers of a list that is a table; nothing for one of another format."""
    table = _reader(taken.taken.media_type.removesuffix(PROFILE)) is read_table
    return headers_in(taken.taken.document.text) if table else ()


def _reader(media: str) -> Reader:
    return {"application/xml": read_afm, "application/json": read_interpol}.get(media, read_table)


def _decoded(data: bytes, file: str, encoding: str | None) -> tuple[str, str, str]:
    """Media type, text and encoding. XML may declare its encoding; everything else is UTF-8 unless `encoding` says."""
    if not data.strip():
        raise EmptyFile(f"{file} is empty.", "Check that the download or copy was complete.")
    bare = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not bare.startswith(b"<"):
        taken = take(data, file=file, encoding=encoding)
        return _media(taken.document.text), taken.document.text, taken.encoding
    if binary_format(bare) not in (None, "an XML file"):
        raise NotText(f"{file} is a web page, not a list.", "Save the list itself, as XML, JSON or CSV.")
    declared = _DECLARED.match(bare[:200].decode("latin-1"))
    used = (encoding or (declared[1] if declared else "utf-8")).lower()
    try:
        return "application/xml", data.decode("utf-8-sig" if used == "utf-8" else used), used
    except (LookupError, UnicodeDecodeError):
        raise NotASnapshot(f"{file} is not in the encoding {used!r} that it names.", "Get the file again.") from None


def _media(text: str) -> str:
    return {"<": "application/xml", "{": "application/json", "[": "application/json"}.get(text.lstrip()[:1], "text/csv")
