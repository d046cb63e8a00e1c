"""A file that holds a list of people, as a source keeps it: CSV, JSON or FollowTheMoney, decoded as every text is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from habeas.evidence import Taken, take, take_file
from habeas.reading.rows import Table, table_in

LIMIT = 100 * 1024 * 1024
"""Bytes that a list may have."""
PEOPLE = "; profile=people"
"""Marks the media type of a source that is a list of people, so that the rules for prose do not read it."""


def take_people_file(path: Path, *, title: str | None = None, encoding: str | None = None) -> tuple[Taken, Table]:
    """The file and the table in it. `title` names the list. Raises `BadInput`, `BrokenTable`."""
    return _people(take_file(path, limit=LIMIT, encoding=encoding), title)


def take_people(
    data: bytes, *, file: str, title: str | None = None, encoding: str | None = None
) -> tuple[Taken, Table]:
    """The same for bytes that are there already; `file` names them in messages."""
    return _people(take(data, file=file, encoding=encoding, limit=LIMIT), title)


def _people(taken: Taken, title: str | None) -> tuple[Taken, Table]:
    table = table_in(taken.document.text)
    bare = taken.document.text.lstrip()
    media = "application/json" if bare[:1] in ("{", "[") else "text/csv"
    named = replace(taken.document, title=title or taken.file)
    return replace(taken, document=named, media_type=media + PEOPLE), table
