"""A source's text cut for reading: into parts of a page, and each part into stretches between the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

PART = 7000
"""Characters of one part, more or less: a part ends at the end of a paragraph."""

SOUGHT = "sought"
"""Kind of the mark on the passage that an address points at."""


class Marked(Protocol):
    """What is drawn over the text."""

    id: str
    start: int
    end: int
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters under the same marks. `ids` begin with the shortest (the sought before it), whose kind is shown.

    `page` is the number of the page that begins here; such a stretch has no words.
    """

    start: int
    text: str
    ids: tuple[str, ...] = ()
    kind: str = ""
    status: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a text: its number from 1, and its span."""

    number: int
    start: int
    end: int


def parts(text: str, *, size: int = PART) -> tuple[Part, ...]:
    """The text in parts that end between paragraphs, or between lines, or anywhere when there are none."""
    found, start = [], 0
    while start < len(text) or not found:
        end = _end(text, start, size)
        found.append(Part(len(found) + 1, start, end))
        start = end
    return tuple(found)


def part_at(found: Sequence[Part], place: int) -> Part:
    """The part that holds a character; the last one for a place after the end."""
    return next((p for p in found if p.start <= place < p.end), found[-1])


def stretches(text: str, marks: Sequence[Marked], part: Part) -> Iterator[Stretch]:
    """The part from mark to mark. A carriage return shows nothing but keeps its place in the count of characters; a
    form feed shows the number of the page that begins.
    """
    inside = [m for m in marks if m.start < part.end and m.end > part.start]
    returns = {i for i in range(part.start, part.end) if text[i] in "\r\f"}
    page = text.count("\f", 0, part.start) + 1
    edges = {part.start, part.end, *returns, *(i + 1 for i in returns)}
    edges |= {e for m in inside for e in (m.start, m.end) if part.start < e < part.end}
    places = sorted(edges)
    for start, end in pairwise(places):
        if start in returns:
            if text[start] == "\f":
                page += 1
                yield Stretch(start, "", page=page)
            continue
        over = sorted((m for m in inside if m.start <= start and end <= m.end), key=_shortest)
        top = over[0] if over else None
        words = text[start:end]
        yield Stretch(start, words, tuple(m.id for m in over), top.kind if top else "", top.status if top else "")


def _shortest(mark: Marked) -> tuple[bool, int, str]:
    return mark.kind != SOUGHT, mark.end - mark.start, mark.id


def _end(text: str, start: int, size: int) -> int:
    if len(text) - start <= size * 5 // 4:
        return len(text)
    for gap in ("\n\n", "\n", " "):
        found = text.rfind(gap, start + size // 2, start + size)
        if found >= 0:
            return found + len(gap)
    return start + size
