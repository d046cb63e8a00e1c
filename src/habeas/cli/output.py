"""What a command prints: a table for people, JSON or CSV for machines. Nothing else writes to standard output."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def say(line: str = "", *, style: str | None = None) -> None:
    """One line for a person; square brackets in names and passages are kept as they stand."""
    out.print(line, style=style, markup=False)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A plain table. Wide cells wrap, nothing is cut."""
    made = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(_plain(cell) for cell in row))
    out.print(made, markup=False, soft_wrap=False)


def as_json(value: Mapping[str, Any]) -> None:
    """One JSON object, UTF-8, indented."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV with a header line. A cell that a spreadsheet would run as a formula gets an apostrophe before it.

    Source: OWASP ASVS 5.0, 1.2.10.
    """
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)


def _plain(cell: object) -> str:
    from rich.markup import escape

    return escape("" if cell is None else str(cell))


def _harmless(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
