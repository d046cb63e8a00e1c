"""A list as a table: CSV with headers, the separator told by the first line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from habeas.reading.rows.table import BrokenTable, separated
from habeas.watch import NotASnapshot, Snapshot
from habeas.watch.table import columns as held_by
from habeas.watch.table import entry_of

Given = Mapping[str, str] | Callable[[Sequence[str]], Mapping[str, str]] | None
"""What the columns of a table hold beyond what their headers say: a mapping, or one for the headers that are found."""


def read_table(text: str, *, columns: Given = None) -> tuple[str | None, Snapshot]:
    """The entries, one a row. Raises `NotASnapshot` when no column holds names or a row does not fit the headers."""
    try:
        return None, _snapshot(text, columns)
    except BrokenTable as error:
        raise NotASnapshot(error.cause, error.next_step) from None


def headers_in(text: str) -> tuple[str, ...]:
    """The headers of the table in a text."""
    header, _ = next(separated(text), ([], (0, 0)))
    return tuple(h.strip() for h in header)


def _snapshot(text: str, columns: Given) -> Snapshot:
    rows = separated(text)
    header, (_, end) = next(rows, ([], (0, 0)))
    headers = [h.strip() for h in header]
    if len({h for h in headers if h}) < len([h for h in headers if h]):
        raise BrokenTable("Two columns of the table have the same header.", "Give each its own.")
    held = held_by(headers, columns(headers) if callable(columns) else columns)
    found = (entry_of(dict(zip(headers, cells, strict=False)), held, span) for cells, span in rows if any(cells))
    return Snapshot.of("", None, (e for e in found if e), head=(0, end))
