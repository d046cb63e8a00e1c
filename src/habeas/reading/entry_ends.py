"""Where case entries end: at the next opening line, or at a heading beside or over their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from habeas.reading.blocks import Block
from habeas.reading.layout import Layout

_SECTION = re.compile(
    r"\W*(?:[\dIVX.]+\s+)?(?:(?:early|personal|private|later|family|political|professional)\s(?:life|years|career|work|"
    r"activit\w+|background)|biograph\w+|background|profile|sentences?|life|career|activism|activit\w+|education|family|work|"
    r"(?:criminal|second|first|new|the)?\s?(?:arrests?|case|charges?|trials?|prosecution|persecution|detention|imprisonment|"
    r"verdict|sentence|appeal|release|exile|death|health|investigation|conviction|torture|prison)|"
    r"(?:\w+\s){0,2}(?:reactions?|response|support|campaign)|legacy|awards?|recognition|honours|honors|works|publications|"
    r"timeline|chronology|charges and sentence|status|updates?|(?:latest|current)\s\w+)"
    r"(?:\s(?:and|in|of|,|on|at)\s.{1,60})?\W*$",
    re.I,
)
"""Headings of sections that biographies and profiles have: they do not end a person's entry."""


def ends_of(text: str, layout: Layout, starts: Sequence[int]) -> list[int]:
    """The end of the entry that opens at each of `starts` (in order)."""
    headings = [b for b in layout.blocks if b.kind == "heading"]
    limits = [*starts[1:], len(text)][: len(starts)]
    ends = [
        min(_close(text, layout, headings, start, limit), _next_item(text, layout, start, limit))
        for start, limit in zip(starts, limits, strict=True)
    ]
    prose = [_first_prose(text, layout, start) for start in starts]
    between = [(p, end) for p, end, limit in zip(prose, ends, limits, strict=True) if end == limit < len(text)]
    if len(between) >= 2 and all(p is None or p >= end for p, end in between):
        return [min(end, p or end) for p, end in zip(prose, ends, strict=True)]
    return ends


def _close(text: str, layout: Layout, headings: Sequence[Block], start: int, end: int) -> int:
    """Where an entry ends that opens at `start` and no other lead ends before `end`.

    A heading below the entry's own, and one that names a section of a life or a case, belong to the entry.
    """
    own = layout.block_at(start)
    level = own.level if own and own.kind == "heading" else 0
    whole = own is not None and (level > 0 or own in layout.blocks[:3])
    for heading in headings[bisect_left(headings, start + 1, key=lambda b: b.span[0]) :]:
        if heading.span[0] >= end:
            break
        if not (level and heading.level > level) and not (whole and _SECTION.fullmatch(text, *heading.span)):
            return heading.span[0]
    return end


def _next_item(text: str, layout: Layout, start: int, limit: int) -> int:
    """The start of the next item of the list in which the entry at `start` opens, no later than `limit`."""
    index = layout.index_at(start)
    if index is None or layout.blocks[index].kind != "item":
        return limit
    own = layout.blocks[index].level
    for at in range(index + 1, min(index + 200, len(layout.blocks))):
        block = layout.blocks[at]
        if block.span[0] >= limit:
            break
        if block.kind == "item" and block.level <= own and not layout.is_label(at, text):
            return block.span[0]
    return limit


def _first_prose(text: str, layout: Layout, start: int) -> int | None:
    """The start of the first paragraph apart from the block at `start`: in a list of lines, what follows the list."""
    index = layout.index_at(start)
    if index is None:
        return None
    for before, block in pairwise(layout.blocks[index : index + 200]):
        if block.kind == "paragraph" and text.count("\n", before.span[1], block.span[0]) > 1:
            return block.span[0]
    return None
