"""Tables out of rows of cells: CSV files, and what sheets and documents share."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from habeas.adapters.parsing.layer import Layer
from habeas.adapters.parsing.unreadable import Unreadable

MOST_ROWS, LONGEST_CELL = 200_000, 100_000
_SEPARATORS = ",;\t|"


def read_csv(text: str) -> Layer:
    """The text layer of CSV with whatever separator its first line tells."""
    first = next((s for s in text.split("\n", 20) if s.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    if "\0" in text:
        raise Unreadable("holds NUL characters", "Save it as CSV again.")
    csv.field_size_limit(LONGEST_CELL)
    layer, rows = Layer(media_type="text/csv"), []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if any(c.strip() for c in cells):
                rows.append([_plain(c) for c in cells])
    except csv.Error as error:
        raise Unreadable(f"is broken CSV near line {len(rows) + 1}: {error}", "Save it as CSV again.") from error
    add_table(layer, rows)
    return layer


def add_table(layer: Layer, rows: Sequence[Sequence[str]]) -> None:
    """Rows as a table under its head; lines of one cell before it are paragraphs."""
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"has more than {MOST_ROWS:,} rows", "Split it.")
    start = 0
    while start < len(rows) and sum(bool(c.strip()) for c in rows[start]) < 2:
        layer.paragraph(" ".join(c for c in rows[start] if c.strip()))
        start += 1
    width = max((len(r) for r in rows[start:]), default=0)
    layer.rows([*r, *[""] * (width - len(r))] for r in rows[start:])


def _plain(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running a cell."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell
