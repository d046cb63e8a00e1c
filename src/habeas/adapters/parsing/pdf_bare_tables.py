"""Tables of a PDF page without drawn columns: words stand under each other, and white strips part the columns.

A band is a stretch of the page from one white line across it to the next. Three bands and more with three columns and
more make a table, unless every column is filled as those of a newspaper are. Rows are told by lines drawn between them,
or by the wider gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from habeas.adapters.parsing.pdf_glyphs import Segment
from habeas.adapters.parsing.pdf_tables import Box, Grid

_LEAST_COLUMNS, _LEAST_BANDS, _FILLED = 3, 3, 0.8
_STRIP = 0.55
"""Heights of a letter that a white strip between columns is wide at least."""
_MANY_BANDS, _NARROW_STRIP = 6, 0.36
Interval = tuple[float, float]


def take_bare_tables(segments: list[Segment], rules: Sequence[Box]) -> tuple[list[Grid], list[Segment]]:
    """The tables among the segments of a page, and what is left."""
    bands = _bands(segments)
    grids, taken, start = [], set[int](), 0
    while start < len(bands):
        stop, columns = _run(bands, start)
        if stop - start >= _LEAST_BANDS and not _is_newspaper(bands[start:stop], columns):
            inside = [s for band in bands[start:stop] for s in band]
            grids.append(_grid(*_finer(bands[start:stop], columns), rules))
            taken |= {id(s) for s in inside}
            start = stop
        else:
            start += 1
    return grids, [s for s in segments if id(s) not in taken]


def _bands(segments: list[Segment]) -> list[list[Segment]]:
    """Segments from top to bottom in groups that white lines part."""
    bands: list[list[Segment]] = []
    low = float("inf")
    for s in sorted(segments, key=lambda s: -s.top):
        shrunk = 0.2 * s.height
        if bands and s.top - shrunk > low:
            bands[-1].append(s)
        else:
            bands.append([s])
            low = float("inf")
        low = min(low, s.bottom + shrunk)
    return bands


def _merged(intervals: list[Interval], least: float) -> list[Interval]:
    """Intervals with those nearer than `least` as one."""
    found: list[Interval] = []
    for start, end in sorted(intervals):
        if found and start - found[-1][1] < least:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _columns(bands: Sequence[list[Segment]]) -> list[Interval]:
    strip = _STRIP * median(s.height for band in bands for s in band)
    return _merged([(s.left, s.right) for band in bands for s in band], strip)


def _run(bands: list[list[Segment]], start: int) -> tuple[int, list[Interval]]:
    """Where a table that begins at a band ends, and its columns; the last band has several cells."""
    if len(_columns(bands[start : start + 1])) < _LEAST_COLUMNS:
        return start, []
    stop, best = start + 1, _columns(bands[start : start + 1])
    last = stop
    while stop < len(bands):
        columns = _columns(bands[start : stop + 1])
        if len(columns) < _LEAST_COLUMNS or len(columns) < len(best) - 1 or _is_far(bands[stop - 1], bands[stop]):
            break
        stop += 1
        best = columns
        if len(bands[stop - 1]) > 1:
            last = stop
    return last, _columns(bands[start:last])


def _finer(bands: list[list[Segment]], columns: list[Interval]) -> tuple[list[list[Segment]], list[Interval]]:
    """The bands in words, with all columns that white strips part over the whole height of the table.

    Columns may stand so close that a line goes on from one to the next; the blanks of many lines do not stand in one
    strip by chance. Of few lines they may: those stay as they are.
    """
    if len(bands) < _MANY_BANDS:
        return bands, columns
    high = median(s.height for band in bands for s in band)
    words = [[_word(s, w) for s in band for w in s.words] for band in bands]
    finer = _merged([(s.left, s.right) for band in words for s in band], _NARROW_STRIP * high)
    return (words, finer) if len(finer) > len(columns) else (bands, columns)


def _word(s: Segment, word: tuple[str, float, float]) -> Segment:
    return Segment(word[0], word[1], s.bottom, word[2], s.top, s.height)


def _is_far(above: list[Segment], below: list[Segment]) -> bool:
    high = median(s.height for s in above)
    return min(s.bottom for s in above) - max(s.top for s in below) > 3.5 * high


def _is_newspaper(bands: Sequence[list[Segment]], columns: list[Interval]) -> bool:
    """True when lines fill every column, as running text does."""
    for left, right in columns:
        lines = [s.right - s.left for band in bands for s in band if left <= (s.left + s.right) / 2 <= right]
        if right - left < 90 or (lines and median(lines) < _FILLED * (right - left)):
            return False
    return True


def _grid(bands: Sequence[list[Segment]], columns: list[Interval], rules: Sequence[Box]) -> Grid:
    rows = []
    for group in _rows(bands, columns, rules):
        cells: list[list[Segment]] = [[] for _ in columns]
        for s in (s for band in group for s in band):
            cells[_column(s, columns)].append(s)
        rows.append([" ".join(s.text for s in sorted(c, key=lambda s: (-round(s.bottom), s.left))) for c in cells])
    every = [s for band in bands for s in band]
    box = (
        min(s.left for s in every),
        min(s.bottom for s in every),
        max(s.right for s in every),
        max(s.top for s in every),
    )
    return Grid(box, rows)


def _column(s: Segment, columns: list[Interval]) -> int:
    middle = (s.left + s.right) / 2
    return min(range(len(columns)), key=lambda n: max(columns[n][0] - middle, middle - columns[n][1]))


def _rows(bands: Sequence[list[Segment]], columns: list[Interval], rules: Sequence[Box]) -> list[list[list[Segment]]]:
    """Bands put together to rows."""
    starts = _starts(bands, columns, rules)
    rows: list[list[list[Segment]]] = []
    for number, band in enumerate(bands):
        if number == 0 or starts[number]:
            rows.append([band])
        else:
            rows[-1].append(band)
    return rows


def _starts(bands: Sequence[list[Segment]], columns: list[Interval], rules: Sequence[Box]) -> list[bool]:
    """For each band, whether a row begins with it."""
    edges = [(min(s.bottom for s in b), max(s.top for s in b)) for b in bands]
    wide = columns[-1][1] - columns[0][0]
    drawn = [r[1] for r in _joined(rules) if r[2] - r[0] > 0.5 * wide]
    ruled = [any(below[1] - 3 <= y <= above[0] + 3 for y in drawn) for above, below in pairwise(edges)]
    if sum(ruled) >= max(2, len(bands) // 4):
        return [True, *ruled]
    gaps = [above[0] - below[1] for above, below in pairwise(edges)]
    narrow, broad = min(gaps), max(gaps)
    if broad - narrow > 1.5 and any(g < (narrow + broad) / 2 for g in gaps):
        return [True, *(g > (narrow + broad) / 2 for g in gaps)]
    return [any(_column(s, columns) < 2 and s.left < columns[1][1] for s in band) for band in bands]


def _joined(rules: Sequence[Box]) -> list[Box]:
    """Level lines that go on from cell to cell as one line."""
    found: list[Box] = []
    for rule in sorted((r for r in rules if r[3] - r[1] < 3), key=lambda r: (round(r[1]), r[0])):
        last = found[-1] if found else None
        if last and abs(last[1] - rule[1]) < 1.5 and rule[0] - last[2] < 6:
            found[-1] = (last[0], last[1], max(last[2], rule[2]), last[3])
        else:
            found.append(rule)
    return found
