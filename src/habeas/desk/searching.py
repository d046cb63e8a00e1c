"""Full text over all sources: every place where the words stand. A plain scan, source by source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.workspace import Workspace

AROUND = 90
EACH = 20
"""So many places of one source are shown."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place: `before`, the words as they stand there, and `after`."""

    source: str
    title: str
    start: int
    end: int
    before: str
    words: str
    after: str


@told
def search_sources(ws: Workspace, words: str, *, limit: int = 200) -> tuple[Found, ...]:
    """Where these words stand one after the other, in any case, across line breaks; nothing for a single letter."""
    parts = words.split()
    if len("".join(parts)) < 2:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, parts)), re.IGNORECASE)
    rows = models.SourceText.objects.using(ws.alias).order_by("captured_at", "source")
    found: list[Found] = []
    for source, title, text in rows.values_list("source", "title", "text").iterator(chunk_size=20):
        found += _places(source, title, text, pattern)
        if len(found) >= limit:
            break
    return tuple(found[:limit])


def _places(source: str, title: str, text: str, pattern: re.Pattern[str]) -> Iterator[Found]:
    for number, match in enumerate(pattern.finditer(text)):
        if number == EACH:
            return
        start, end = match.span()
        yield Found(
            source, title, start, end, text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
        )
