"""Tables inside a text: lines of cells between bars or tabs, under a line of headers that are known words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.reading.proposals import Span
from habeas.reading.rows.columns import Columns, NoNames, columns
from habeas.reading.rows.table import MARKS, RULE, bars_or_tabs, lines_of

_CHUNK = re.compile(r"\S+(?: \S+)*")
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
    for span in lines_of(text):
        cells = bars_or_tabs(text, span)
        if block and not 2 * len(cells) >= len(block[0][1]) >= len(cells) - 1:
            yield from _grid(block)
            block = []
        if cells and not RULE.fullmatch(text, *span):
            block.append((span, cells))
    yield from _grid(block)


def aligned(text: str) -> Iterator[Grid]:
    """Tables whose columns are told by spaces alone, as a page printed them: a chunk belongs to the header over it.

    A line without a chunk under the first header goes on with the cells of the line before.
    """
    lines = [(span, _chunks(text, span)) for span in lines_of(text)]
    at = 0
    while at < len(lines):
        span, chunks = lines[at]
        held = _held([said for said, _ in chunks]) if len(chunks) > _LEAST else None
        at += 1
        if held is None:
            continue
        rows: list[GridRow] = []
        blank = 0
        while at < len(lines) and blank < 2:
            below, cells = lines[at]
            blank = 0 if cells else blank + 1
            if cells and not RULE.fullmatch(text, *below):
                if len(cells) == 1 and cells[0][1][1] - cells[0][1][0] > 60:
                    break  # prose again
                _place(rows, chunks, span, below, cells)
            at += 1
        if rows:
            yield Grid(held, tuple(rows), (span[0], rows[-1].span[1]))


def _chunks(text: str, span: Span) -> list[tuple[str, Span]]:
    """The words of a line that stand together, parted by two spaces or more."""
    line = text[slice(*span)]
    if "  " not in line.strip() and len(line.strip()) > 60:
        return [(line.strip(), span)] if line.strip() else []
    return [(m[0], (span[0] + m.start(), span[0] + m.end())) for m in _CHUNK.finditer(line)]


def _place(
    rows: list[GridRow], headers: Sequence[tuple[str, Span]], head: Span, span: Span, cells: Sequence[tuple[str, Span]]
) -> None:
    """Puts the chunks of a line under their headers, into a new row or, without a first cell, into the last."""
    starts = [place[0] - head[0] for _, place in headers]
    placed: dict[str, tuple[str, Span]] = {}
    for said, place in cells:
        at = place[0] - span[0]
        column = max((n for n, start in enumerate(starts) if start <= at + 2), default=0)
        name = headers[column][0]
        before = placed.get(name)
        placed[name] = (f"{before[0]} {said}", (before[1][0], place[1])) if before else (said, place)
    first = next((h for h, _ in headers if h in placed), None)
    wrapped = rows and first is not None and first not in (headers[0][0], headers[min(1, len(headers) - 1)][0])
    if wrapped:
        last = rows.pop()
        more = {h: f"{last.cells.get(h, '')} {said}".strip() for h, (said, _) in placed.items()}
        rows.append(GridRow({**last.cells, **more}, last.places, (last.span[0], span[1])))
    else:
        rows.append(GridRow({h: s for h, (s, _) in placed.items()}, {h: p for h, (_, p) in placed.items()}, span))


def labelled(text: str) -> Iterator[Grid]:
    """Lines that name each of their parts: `Prisoner: Una Veil | Arrest: 12 May 2018 | Sentence: 12 years`."""
    if ":" not in text:
        return
    for span in lines_of(text):
        line = text[slice(*span)]
        mark = next((m for m in "|;\t" if line.count(m) >= _LEAST and line.count(":") > _LEAST), None)
        if mark is None:
            continue
        cells: dict[str, str] = {}
        places: dict[str, Span] = {}
        start = span[0]
        for part in line.split(mark):
            header, colon, said = part.partition(":")
            header = " ".join(MARKS.sub(" ", header).split()).lstrip("0123456789.)-*• ")
            if colon and said.strip() and header not in cells:
                cells[header] = " ".join(MARKS.sub(" ", said).split())
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
