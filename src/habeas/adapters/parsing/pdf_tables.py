"""Tables of a PDF page that are drawn with lines: the lines make a grid, and segments fall into its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from habeas.adapters.parsing.pdf_glyphs import Segment

Box = tuple[float, float, float, float]
_THIN, _NEAR, _MOST = 3.0, 3.0, 6_000


@dataclass
class Grid:
    """A table: its box and its rows of cells. Rows stand top down."""

    box: Box
    rows: list[list[str]]


def rules_of(page: Any) -> list[Box]:
    """The straight lines of a page as thin boxes; a drawn rectangle gives its four sides."""
    found: list[Box] = []
    for number, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if number >= _MOST:
            return []
        left, bottom, right, top = item.get_bounds()
        wide, high = right - left, top - bottom
        if (wide > 12 and high < _THIN) or (high > 5 and wide < _THIN):
            found.append((left, bottom, right, top))
        elif wide > 20 and high > 8:
            found += [
                (left, top, right, top),
                (left, bottom, right, bottom),
                (left, bottom, left, top),
                (right, bottom, right, top),
            ]
    return found


def take_tables(segments: list[Segment], rules: Sequence[Box]) -> tuple[list[Grid], list[Segment]]:
    """The tables that the lines draw, and the segments outside them."""
    grids, left = [], segments
    for box, across, down in _frames(rules):
        inside = [
            s for s in left if box[0] - 2 <= _middle(s)[0] <= box[2] + 2 and box[1] - 2 <= _middle(s)[1] <= box[3] + 2
        ]
        rows = _filled(inside, across, down)
        if len(rows) > 1 and sum(len([c for c in r if c]) > 1 for r in rows) > 1:
            taken = {id(s) for s in inside}
            grids.append(Grid(box, rows))
            left = [s for s in left if id(s) not in taken]
    return grids, left


def _middle(s: Segment) -> tuple[float, float]:
    return (s.left + s.right) / 2, (s.bottom + s.top) / 2


def _frames(rules: Sequence[Box]) -> Iterable[tuple[Box, list[float], list[float]]]:
    """Groups of lines that touch, as (box, x of the uprights, y of the level ones): two columns and rows at least."""
    for group in _touching(rules):
        across = _distinct([b[0] for b in group if b[3] - b[1] > b[2] - b[0]])
        down = _distinct([b[1] for b in group if b[2] - b[0] >= b[3] - b[1]])[::-1]
        if len(across) > 2 and len(down) > 2:
            box = min(b[0] for b in group), min(b[1] for b in group), max(b[2] for b in group), max(b[3] for b in group)
            yield box, across, down


def _touching(rules: Sequence[Box]) -> list[list[Box]]:
    groups: list[tuple[Box, list[Box]]] = []
    for rule in sorted(rules, key=lambda b: (-b[3], b[0])):
        box, members, rest = rule, [rule], []
        for other, inside in groups:
            if _meet(box, other):
                box = min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])
                members += inside
            else:
                rest.append((other, inside))
        groups = [*rest, (box, members)]
    return [inside for _, inside in groups]


def _meet(a: Box, b: Box) -> bool:
    return a[0] <= b[2] + _NEAR and b[0] <= a[2] + _NEAR and a[1] <= b[3] + _NEAR and b[1] <= a[3] + _NEAR


def _distinct(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > 4:
            found.append(value)
    return found


def _filled(inside: list[Segment], across: list[float], down: list[float]) -> list[list[str]]:
    """Rows of cells; a segment belongs to the column in which it begins and the row of its middle."""
    cells: dict[tuple[int, int], list[Segment]] = {}
    for s in inside:
        row = sum(edge > _middle(s)[1] for edge in down) - 1
        column = sum(edge < s.left + 2 for edge in across) - 1
        cells.setdefault((max(0, row), min(max(0, column), len(across) - 2)), []).append(s)
    rows = []
    for row in range(len(down) - 1):
        said = [
            " ".join(s.text for s in sorted(cells.get((row, c), []), key=lambda s: (-round(s.bottom), s.left)))
            for c in range(len(across) - 1)
        ]
        if any(said):
            rows.append(said)
    return rows
