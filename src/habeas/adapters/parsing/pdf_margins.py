"""What repeats at the head or the foot of a PDF's pages: running titles and page numbers, no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from habeas.adapters.parsing.pdf_glyphs import Segment

_ZONE = 0.11
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_NUMBER = re.compile(r"\W*(?:(?:page|p\.|стр\.?|страница|бет)\s*)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?\W*", re.I)


def without_margins(pages: Sequence[list[Segment]], heights: Sequence[float]) -> tuple[list[list[Segment]], list[str]]:
    """The pages without them, and what was left out (each once, without bare numbers)."""
    seen = Counter(
        key for page, high in zip(pages, heights, strict=True) for key in {k for _, k in _marginal(page, high)}
    )
    enough = max(2, round(0.3 * len(pages)))
    left, told = [], dict[str, None]()
    for page, high in zip(pages, heights, strict=True):
        out = {id(s) for s, key in _marginal(page, high) if seen[key] >= enough or _NUMBER.fullmatch(s.text)}
        told |= {s.text: None for s in page if id(s) in out and not _NUMBER.fullmatch(s.text)}
        left.append([s for s in page if id(s) not in out])
    return left, list(told)


def _marginal(page: list[Segment], high: float) -> list[tuple[Segment, tuple[str, str]]]:
    """Segments near an edge that a white strip parts from the text: at most three lines at each edge."""
    found = []
    for name, ordered in (("head", sorted(page, key=lambda s: -s.top)), ("foot", sorted(page, key=lambda s: s.bottom))):
        for segment in _before_strip(ordered, name, high):
            found.append((segment, (name, _DIGITS.sub("#", segment.text.lower()))))
    return found


def _before_strip(ordered: list[Segment], name: str, high: float) -> list[Segment]:
    """The first segments from an edge, up to the first white strip; none when the text itself comes so near."""
    taken: list[Segment] = []
    lines: list[float] = []
    for segment in ordered:
        if not lines or abs(lines[-1] - segment.bottom) > 2:
            if taken and _is_strip(taken[-1], segment, name):
                return taken
            lines.append(segment.bottom)
        near = segment.bottom > high * (1 - _ZONE) if name == "head" else segment.top < high * _ZONE
        if not near or len(lines) > 3:
            return []
        taken.append(segment)
    return taken


def _is_strip(last: Segment, following: Segment, name: str) -> bool:
    """Whether there is a white strip between two lines; a narrow one will do where their letters differ in height."""
    apart, high = _apart(last, following, name), following.height
    return apart > 0.8 * high or (apart > 0.02 * high and abs(last.height - high) > 0.1 * high)


def _apart(last: Segment, following: Segment, name: str) -> float:
    return last.bottom - following.top if name == "head" else following.bottom - last.top
