"""Sentences of a block, as spans of the whole text."""

from __future__ import annotations

import re

from habeas.reading.layout import Block
from habeas.reading.proposals import Span

_END = re.compile(r"(?<=[.!?…][\"”’)»])\s+(?=\S)|(?<=[.!?…])\s+(?=\S)")


def sentences(text: str, block: Block) -> list[Span]:
    """The sentences of `block` in order: they cover all but the space between them."""
    start, end = block.span
    spans = []
    for match in _END.finditer(text, start, end):
        spans.append((start, match.start()))
        start = match.end()
    if start < end:
        spans.append((start, end))
    return spans
