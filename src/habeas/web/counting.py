"""Figures for pages: counted once for each state of the ledger, then kept, for counting looks at everybody."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from habeas.figures import rules
from habeas.web.dates import Dates

if TYPE_CHECKING:
    from habeas.desk import FiguresPage, Workspace


def counted(ws: Workspace, dates: Dates, *names: str) -> FiguresPage:
    """The figures with these names (all without one) on the day, for the team. Raises `NoSuchFigure`, `BadRequest`."""
    return _counted(ws, dates, names, ws.journal.head().seq)


@lru_cache(maxsize=64)
def _counted(ws: Workspace, dates: Dates, names: tuple[str, ...], head: int) -> FiguresPage:
    """`head` is there because every entry may change every figure, and an erasure even those of the past."""
    from habeas.desk import figures

    return figures(
        ws, as_of=dates.as_of, known_at=dates.known_at, list_name=dates.list, rules=rules(*names)
    )
