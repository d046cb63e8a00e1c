"""A file that holds a list of people, as a source keeps it: CSV, JSON, FollowTheMoney, or an Excel workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from habeas.adapters.parsing.taking import take_any
from habeas.evidence import Taken, file_bytes, take
from habeas.reading.rows import Table, table_in

LIMIT = 100 * 1024 * 1024
"""Bytes that a list may have."""
PEOPLE = "; profile=people"
"""Marks the media type of a source that is a list of people, so that the rules for prose do not read it."""


def take_people_file(path: Path, *, title: str | None = None, encoding: str | None = None) -> tuple[Taken, Table]:
    """The file and the table in it. `title` names the list. Raises `BadInput`, `BrokenTable`."""
    return take_people(file_bytes(path, limit_of=lambda _: LIMIT), file=path.name, title=title, encoding=encoding)


def take_people(
    data: bytes, *, file: str, title: str | None = None, encoding: str | None = None
) -> tuple[Taken, Table]:
    """The same for bytes that are there already; `file` names them in messages."""
    workbook = data.startswith(b"PK")
    taken = take_any(data, file=file) if workbook else take(data, file=file, encoding=encoding, limit=LIMIT)
    return _people(taken, title, workbook=workbook)


def _people(taken: Taken, title: str | None, *, workbook: bool) -> tuple[Taken, Table]:
    table = table_in(taken.document.text)
    bare = taken.document.text.lstrip()
    media = taken.media_type if workbook else "application/json" if bare[:1] in ("{", "[") else "text/csv"
    named = replace(taken.document, title=title or taken.file)
    return replace(taken, document=named, media_type=media + PEOPLE), table
