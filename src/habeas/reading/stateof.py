"""The day that a document describes: "state of ..." where it says so, else the latest past day that it states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.reading.dates import find_dates
from habeas.reading.proposals import Span

_SAYS_SO = re.compile(
    r"\b(?:state of|as of|as at|status as of|updated(?: on)?|last updated:?|data as of|по состоянию на)\s",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|until|till|expires?|expected|due|planned|plans?|is to|are to|upcoming|forthcoming|"
    r"deadline|by the end of)\b",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)")
_DAY = 10
_HEAD = 3000


def state_of(text: str, sentences: Sequence[Span]) -> str | None:
    """EDTF of a day, or None when the text states no whole date. Sentences about the future are left out."""
    return _said(text) or _latest(text, sentences)


def _said(text: str) -> str | None:
    """The date after "state of", "as of" near the start."""
    for match in _SAYS_SO.finditer(text, 0, _HEAD):
        dates = find_dates(text, match.end(), min(len(text), match.end() + 25))
        if dates and len(dates[0].when) == _DAY and dates[0].span[0] - match.end() < 3:
            return dates[0].when
    return None


def _latest(text: str, sentences: Sequence[Span]) -> str | None:
    holders: dict[str, list[Span]] = {}
    for start, end in sentences:
        for year in set(_YEAR.findall(text, start, end)):
            holders.setdefault(year, []).append((start, end))
    for year in sorted(holders, reverse=True):
        days = [
            d.when
            for start, end in holders[year]
            if not _FUTURE.search(text, start, end)
            for d in find_dates(text, start, end)
            if len(d.when) == _DAY and d.sure and d.when.startswith(year)
        ]
        if days:
            return max(days)
    return None
