"""Tables inside a text: lines of cells between bars or tabs, under a line of headers that are known words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.reading.proposals import Span
from habeas.reading.rows.columns import Columns, NoNames, columns

_RULE = re.compile(r"[\s|:+=–-]*$")
_MARKS = re.compile(r"\*\*|__|<br\s*/?>|\\(?=\|)")
_LEAST = 2
"""Columns beside the name that must be known: fewer make no table of people."""
_NAMED = frozenset(("name", "surname", "given", "patronymic"))


@dataclass(frozen=True, slots=True)
class GridRow:
    """A line of the table: header -> cell without marks, header -> its place, and the place of the line."""

    cells: dict[str, str]
    places: dict[str, Span]
    span: Span


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of people in a text: what its columns hold, and its rows."""

    held: Columns
    rows: tuple[GridRow, ...]
    span: Span


def grids(text: str) -> Iterator[Grid]:
    """The tables of people in a text, in order. A line of headers without a name among them heads none."""
    if "|" not in text and "\t" not in text:
        return
    block: list[tuple[Span, list[tuple[str, Span]]]] = []
    for span in _lines(text):
        cells = _cells(text, span)
        if block and not 2 * len(cells) >= len(block[0][1]) >= len(cells) - 1:
            yield from _grid(block)
            block = []
        if cells and not _RULE.fullmatch(text, *span):
            block.append((span, cells))
    yield from _grid(block)


def labelled(text: str) -> Iterator[Grid]:
    """Lines that name each of their parts: `Prisoner: Una Veil | Arrest: 12 May 2018 | Sentence: 12 years`."""
    if ":" not in text:
        return
    for span in _lines(text):
        line = text[slice(*span)]
        mark = next((m for m in "|;\t" if line.count(m) >= _LEAST and line.count(":") > _LEAST), None)
        if mark is None:
            continue
        cells: dict[str, str] = {}
        places: dict[str, Span] = {}
        start = span[0]
        for part in line.split(mark):
            header, colon, said = part.partition(":")
            header = " ".join(_MARKS.sub(" ", header).split()).lstrip("0123456789.)-*• ")
            if colon and said.strip() and header not in cells:
                cells[header] = " ".join(_MARKS.sub(" ", said).split())
                places[header] = (start + len(part) - len(said), start + len(part))
            start += len(part) + 1
        held = _held(list(cells))
        if held is not None:
            yield Grid(held, (GridRow(cells, places, span),), span)


def _held(headers: list[str]) -> Columns | None:
    """What columns of these headers hold; None when they head no table of people."""
    named = [h for h in headers if h]
    try:
        held = columns(named)
    except NoNames:
        return None
    return held if len(set(named)) == len(named) and len(held.keys() - _NAMED) >= _LEAST else None


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line.rstrip("\r\n"))
        start += len(line)


def _cells(text: str, span: Span) -> list[tuple[str, Span]]:
    """The cells of a line with their places; none for a line that has no bars and no tabs."""
    line = text[slice(*span)]
    mark = "|" if line.count("|") >= 2 else "\t" if line.count("\t") >= 2 else None
    if mark is None:
        return []
    found, start = [], span[0]
    for part in line.split(mark):
        found.append((" ".join(_MARKS.sub(" ", part).split()), (start, start + len(part))))
        start += len(part) + 1
    if mark == "|":
        found = found[1:] if line.lstrip().startswith("|") else found
        found = found[:-1] if line.rstrip().endswith("|") else found
    return found


def _grid(block: Sequence[tuple[Span, list[tuple[str, Span]]]]) -> Iterator[Grid]:
    if len(block) < 2:
        return
    headers = [said for said, _ in block[0][1]]
    held = _held(headers)
    if held is None:
        return
    rows = tuple(_row(headers, span, cells) for span, cells in block[1:])
    yield Grid(held, rows, (block[0][0][0], block[-1][0][1]))


def _row(headers: Sequence[str], span: Span, cells: Sequence[tuple[str, Span]]) -> GridRow:
    pairs = [(h, said, place) for h, (said, place) in zip(headers, cells, strict=False) if h and said]
    return GridRow({h: said for h, said, _ in pairs}, {h: place for h, _, place in pairs}, span)
