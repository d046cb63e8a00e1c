"""What a command prints: lines and tables for people, JSON or CSV for machines. Nothing else writes to standard output.

Words from sources reach a terminal without the characters that would steer it.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

_STEERING = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{REPLACEMENT CHARACTER}"
)
"""Control characters and those that turn the direction of writing: a source could hide or repaint lines with them."""
_NARROWEST = 12
_GAP = "  "


def say(line: str = "", *, bold: bool = False, indent: int = 0) -> None:
    """One line for a person. `indent` sets it in, and folds it at the width of the terminal."""
    text = shown(line)
    room = width()
    if indent:
        pad = " " * indent
        fold = room > indent + 20
        text = textwrap.fill(text, room, initial_indent=pad, subsequent_indent=pad) if fold else pad + text
    print(f"\x1b[1m{text}\x1b[0m" if bold and _styled() else text)


def table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, shrink: str | None = None, indent: int = 0
) -> None:
    """A plain table. The column `shrink` gives way, with `…`, when a terminal is too narrow; no other is ever cut."""
    cells = [[shown("" if cell is None else str(cell)) for cell in row] for row in rows]
    widths = [max(_cells(row[n]) for row in (columns, *cells)) for n in range(len(columns))]
    if shrink is not None and width():
        place = columns.index(shrink)
        over = indent + sum(widths) + len(_GAP) * (len(widths) - 1) - width()
        widths[place] = max(min(_NARROWEST, widths[place]), widths[place] - max(over, 0))
    for number, row in enumerate((columns, *cells)):
        line = _GAP.join(_fitted(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip()
        print(" " * indent + (f"\x1b[1m{line}\x1b[0m" if number == 0 and _styled() else line))


def as_json(value: Mapping[str, Any]) -> None:
    """One JSON object, UTF-8, indented."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV with a header line. A cell that a spreadsheet would run as a formula gets an apostrophe before it.

    Source: OWASP ASVS 5.0, 1.2.10.
    """
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)


def harmless(cell: object) -> str:
    """The cell as text that no spreadsheet runs."""
    text = "" if cell is None else str(cell)
    return "'" + text if text.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text


def shown(text: str) -> str:
    """The text on one line, for a terminal: square brackets stay, what would steer the terminal does not."""
    return " ".join(text.split("\n")).replace("\t", " ").translate(_STEERING)


def width() -> int:
    """Columns of the terminal; 0 (fold and cut nothing) when a file or another program reads."""
    return shutil.get_terminal_size((0, 0)).columns if "COLUMNS" in os.environ or sys.stdout.isatty() else 0


def _styled() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


@cache
def _cells(text: str) -> int:
    """Columns that a terminal gives the text."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def _fitted(text: str, size: int) -> str:
    if _cells(text) <= size:
        return text + " " * (size - _cells(text))
    cut = text
    while _cells(cut) > size - 1:
        cut = cut[:-1]
    return cut.rstrip() + "…" + " " * (size - 1 - _cells(cut.rstrip()))
