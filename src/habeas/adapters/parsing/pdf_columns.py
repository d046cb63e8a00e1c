"""The order in which a PDF page is read: columns beside each other, and what runs across them."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.adapters.parsing.pdf_glyphs import Segment

_LEAST_LINES, _LEAST_GUTTER, _FILLED = 4, 7.0, 0.5
_WORDS = 3.5
_CROSSED = (0.0, 0.04, 0.1, 0.2, 0.34)
"""Parts of the lines that may cross a gutter: headings and full-width paragraphs. The fewest are tried first."""


def flows(segments: list[Segment], depth: int = 0) -> list[list[Segment]]:
    """The segments as columns in the order of reading, each from top to bottom."""
    gutter = _gutter(segments) if depth < 3 and len(segments) >= 2 * _LEAST_LINES else None
    if gutter is None:
        return [sorted(segments, key=lambda s: (-round(s.bottom / 2), s.left))] if segments else []
    found: list[list[Segment]] = []
    for band in _bands(segments, gutter):
        left = [s for s in band if (s.left + s.right) / 2 < gutter]
        right = [s for s in band if (s.left + s.right) / 2 >= gutter]
        if len(band) == 1 or _crosses(band[0], gutter):
            found += flows(band, depth=3)
        else:
            found += flows(left, depth + 1) + flows(right, depth + 1)
    return found


def has_columns(segments: list[Segment]) -> bool:
    """Whether running text, of several words a line, stands in columns beside each other."""
    words = sum(len(s.words) for s in segments)
    return len(segments) >= 4 * _LEAST_LINES and words >= _WORDS * len(segments) and _gutter(segments) is not None


def _crosses(s: Segment, gutter: float) -> bool:
    return s.left < gutter - 3 and s.right > gutter + 3


def _bands(segments: list[Segment], gutter: float) -> list[list[Segment]]:
    """Stretches of the page from top to bottom: those that cross the gutter apart from those beside it."""
    bands: list[list[Segment]] = []
    for s in sorted(segments, key=lambda s: -s.top):
        if bands and _crosses(bands[-1][0], gutter) == _crosses(s, gutter):
            bands[-1].append(s)
        else:
            bands.append([s])
    return bands


def _gutter(segments: list[Segment], deep: int = 0) -> float | None:
    """The middle of an upright strip that few lines cross, with a column of filled lines on either side."""
    for crossed in _CROSSED:
        strips = sorted(_strips(segments, crossed * len(segments)), key=lambda s: s[0] - s[1])
        for start, end in strips:
            if _are_columns(segments, (start + end) / 2, deep):
                return (start + end) / 2
    return None


def _strips(segments: list[Segment], most: float) -> Iterator[tuple[float, float]]:
    """Upright strips in the middle of the page that at most so many segments cross."""
    low, high = min(s.left for s in segments), max(s.right for s in segments)
    place, end = low + 0.18 * (high - low), low + 0.82 * (high - low)
    start: float | None = None
    while place <= end + 2:
        free = place <= end and sum(s.left < place < s.right for s in segments) <= most
        if free and start is None:
            start = place
        if start is not None and not free:
            if place - start >= _LEAST_GUTTER:
                yield start, place - 2
            start = None
        place += 2


def _are_columns(segments: list[Segment], gutter: float, deep: int) -> bool:
    """Whether there is running text on either side, in one column or again in several."""
    left = [s for s in segments if s.right <= gutter + 3]
    right = [s for s in segments if s.left >= gutter - 3]
    if right and len(right) < _LEAST_LINES and len(left) > 4 * _LEAST_LINES:  # the last page of a text in two columns
        return _is_filled(left, least=150) and max(s.top for s in right) >= max(s.top for s in left) - 2
    if len(left) < _LEAST_LINES or len(right) < _LEAST_LINES:
        return False
    spans = [(max(s.top for s in side), min(s.bottom for s in side)) for side in (left, right)]
    shared = min(t[0] for t in spans) - max(t[1] for t in spans)
    if shared <= 0.3 * min(t[0] - t[1] for t in spans):
        return False
    return all(_is_filled(side) or (deep < 2 and _gutter(side, deep + 1) is not None) for side in (left, right))


def _is_filled(side: list[Segment], least: float = 60) -> bool:
    wide = max(s.right for s in side) - min(s.left for s in side)
    lines = sorted(s.right - s.left for s in side)
    return lines[len(lines) // 2] >= _FILLED * wide and wide > least
