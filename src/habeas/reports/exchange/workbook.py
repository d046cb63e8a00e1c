"""Tables as one XLSX workbook, a sheet each: plain text and numbers, never a formula.

A cell that a spreadsheet would run is kept as text and marked as such (`quotePrefix`), so that editing it does not make
it a formula either.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from habeas.errors import HabeasError
from habeas.reports.site.tables import Table, would_run

MOST_ROWS, MOST_CHARACTERS = 1_048_576, 32_767
"""Of a sheet, and of a cell. Source: Excel specifications and limits."""
_NO_XML = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}"
)
_MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""Written into every workbook, so that the same tables are the same bytes."""


class TooManyRows(HabeasError):
    """A table is longer than a sheet can be."""

    exit_code = 2


def workbook(tables: Mapping[str, Table]) -> bytes:
    """The workbook, one sheet for each table under its name: the same bytes for the same tables. Nothing is written to
    the disk on the way. Raises `TooManyRows`.
    """
    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True})
    book.set_properties({"created": _MADE})
    header, marked = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
    for name, (columns, rows) in tables.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns, header)
        _fill(sheet, rows, marked)
    book.close()
    return data.getvalue()


def _fill(sheet: Worksheet, rows: Iterable[Sequence[object]], marked: Format) -> None:
    for number, row in enumerate(rows, start=1):
        if number >= MOST_ROWS:
            raise TooManyRows(f"The table {sheet.name} has more rows than a sheet can hold.", "Export it as CSV.")
        for column, cell in enumerate(row):
            if isinstance(cell, int | float) and not isinstance(cell, bool):
                sheet.write_number(number, column, cell)
            elif text := _text(cell):
                sheet.write_string(number, column, text, marked if would_run(text) else None)


def _text(cell: object) -> str:
    text = "" if cell is None else str(cell).translate(_NO_XML)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
