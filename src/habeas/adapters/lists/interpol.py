"""INTERPOL's public notices as JSON (ws-public.interpol.int/notices/v1): saved pages of results, or single notices.

A page holds `_embedded.notices`, each with `entity_id`, `forename`, `name` (the surname), `date_of_birth` as
yyyy/mm/dd and `nationalities`; a single notice also `arrest_warrants`. Several pages may stand in one array.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.watch import NotASnapshot, Snapshot
from habeas.watch.notices import NOTICES, notice_entry

_ARRAY = re.compile(r'(?<!\\)"notices"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()


def read_interpol(text: str, *, columns: Mapping[str, str] | None = None) -> tuple[str | None, Snapshot]:
    """The list and its notices. Raises `NotASnapshot` for JSON that is broken or holds no notices."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotASnapshot(f"This JSON cannot be read: {error}.", "Get the file again.") from None
    places = [m.end() for m in _ARRAY.finditer(text)] or _without_pages(whole, text)
    notices = [item for place in places for item in _items(text, place)]
    rows = [notice_entry(notice, span) for notice, span in notices if isinstance(notice, dict)]
    if not notices:
        raise NotASnapshot("This JSON holds no notices.", "Save the answer of INTERPOL's notices API.")
    head = (0, min(notices[0][1][0], 400))
    return NOTICES, Snapshot.of(NOTICES, None, (r for r in rows if r), head=head)


def _without_pages(whole: Any, text: str) -> list[int]:
    """Where to begin when no page is there: a bare array of notices, or one notice."""
    first = whole[0] if isinstance(whole, list) and whole else whole
    if not isinstance(first, dict) or "entity_id" not in first:
        return []
    return [text.index("[") + 1 if isinstance(whole, list) else text.index("{")]


def _items(text: str, place: int) -> Iterator[tuple[Any, tuple[int, int]]]:
    """The values from a place on, up to the end of their array, each with its span."""
    while True:
        found = _BETWEEN.match(text, place)
        place = found.end() if found else place
        if place >= len(text) or text[place] != "{":
            return
        value, end = _DECODER.raw_decode(text, place)
        yield value, (place, end)
        place = end
