"""Folding 100,000 accepted claims, and the figures on them from the tables that pages read."""

from __future__ import annotations

import time
from datetime import date

from invented import journal
from rows import Row, Rows, at_most

CLAIMS = 100_000
AS_OF = date(2024, 6, 30)


def rows() -> Rows:
    """Entries are made first; only the fold is timed."""
    from habeas.register import fold

    entries = list(journal(CLAIMS).read())
    start = time.perf_counter()
    register = fold(entries)
    seconds = time.perf_counter() - start
    sizes = (len(entries), len(register.people), len(register.claims))
    yield Row("folded: entries, people, claims", ", ".join(f"{n:,}" for n in sizes))
    yield at_most(f"fold of {CLAIMS:,} accepted claims, seconds", seconds, 5.0)
