"""Opening lines by type: in a text that sets the names of its heroes in capitals, a paragraph is about whom it opens
with, whatever stands before the name ("The coffee grower JUAN PÉREZ, 66, ...").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeVar

from habeas.reading.layout import Layout
from habeas.reading.leads import Lead, Named
from habeas.reading.proposals import Span

P = TypeVar("P")
_WITHIN = 60
"""Characters from the start of a paragraph within which the first name must stand."""
_MANY = 3
"""Paragraphs that make it a habit of the text."""


def capital_leads(
    text: str, layout: Layout, sentences: Sequence[Sequence[Span]], named: Sequence[Named[P]]
) -> Mapping[int, Lead[P]]:
    """Start of the paragraph -> its lead, for paragraphs that open with full names in capitals; none where a text has
    fewer than three.
    """
    starts = [n[0][0] for n in named]
    found: dict[int, Lead[P]] = {}
    for block, inside in zip(layout.blocks, sentences, strict=True):
        if block.kind != "paragraph" or not inside or text[slice(*block.span)].isupper():
            continue
        at, stop = bisect_left(starts, block.span[0]), inside[0][1]
        own = [(span, who) for span, who in named[at : bisect_left(starts, stop)] if _in_capitals(text[slice(*span)])]
        if own and own[0][0][0] - block.span[0] <= _WITHIN:
            found[block.span[0]] = Lead((block.span[0], stop), tuple(dict.fromkeys(p for _, p in own)), "bold")
    return found if len(found) >= _MANY else {}


def _in_capitals(name: str) -> bool:
    return " " in name and name.isupper()
