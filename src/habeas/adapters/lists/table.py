"""A list as a table: CSV with headers, the separator told by the first line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from habeas.watch import NotASnapshot, Snapshot
from habeas.watch.table import columns as held_by
from habeas.watch.table import entry_of

_SEPARATORS = ",;\t|"


def read_table(text: str, *, columns: Mapping[str, str] | None = None) -> tuple[str | None, Snapshot]:
    """The entries, one a row. Raises `NotASnapshot` when no column holds names or a row does not fit the headers."""
    rows = _rows(text)
    try:
        header, (_, end) = next(rows)
    except StopIteration:
        raise NotASnapshot("The table is empty.", "Check that the download was complete.") from None
    headers = [h.strip() for h in header]
    if len({h for h in headers if h}) < len([h for h in headers if h]):
        raise NotASnapshot("Two columns of the table have the same header.", "Give each its own.")
    held = held_by(headers, columns)
    found = (entry_of(dict(zip(headers, cells, strict=False)), held, span) for cells, span in rows if any(cells))
    return None, Snapshot.of("", None, (e for e in found if e), head=(0, end))


def _rows(text: str) -> Iterator[tuple[list[str], tuple[int, int]]]:
    """Each row with its place in the text."""
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    place = 0

    def lines() -> Iterator[str]:
        nonlocal place
        for line in io.StringIO(text, newline=""):
            place += len(line)
            yield line

    reader, number, start = csv.reader(lines(), delimiter=separator, strict=True), 0, 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise NotASnapshot(f"Row {number + 1} of the table is broken: {error}.", "Save it as CSV again.") from None
        number += 1
        yield cells, (start, start + len(text[start:place].rstrip("\r\n")))
        start = place
