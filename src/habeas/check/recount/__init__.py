"""Recounting: one file for each way in which a report's own text can make one of its figures true or false.

Each takes the report, the figure and all figures, and answers with a `Recount` or None when it does not apply. The
first answer holds; a figure that none can recount is `cannot_tell`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from habeas.check.recount.addends import addends
from habeas.check.recount.among import among_them
from habeas.check.recount.dated import dated_acts
from habeas.check.recount.durations import duration
from habeas.check.recount.entries import cases_of_the_report
from habeas.check.recount.figure import Figure, figures
from habeas.check.recount.lengths import length_of_a_measure
from habeas.check.recount.named import named_people
from habeas.check.recount.repeated import repeated
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Recount


class Recounter(Protocol):
    """One way to recount a figure. None: this way does not apply."""

    def __call__(self, report: Report, figure: Figure, others: Sequence[Figure], /) -> Recount | None: ...


RECOUNTERS: tuple[Recounter, ...] = (
    cases_of_the_report,
    among_them,
    addends,
    named_people,
    dated_acts,
    length_of_a_measure,
    duration,
    repeated,
)
"""In the order in which they are asked."""


def recount_all(report: Report) -> tuple[CheckedFigure, ...]:
    """Every asserted figure of the report with its verdict."""
    found = figures(report)
    return tuple(_checked(report, figure, _recount(report, figure, found)) for figure in found)


def _recount(report: Report, figure: Figure, found: Sequence[Figure]) -> Recount:
    answers = (recounter(report, figure, found) for recounter in RECOUNTERS)
    nothing = Recount("cannot_tell", None, figure.claim.persons, "the text gives nothing to count again")
    return next((a for a in answers if a is not None), nothing)


def _checked(report: Report, figure: Figure, recount: Recount) -> CheckedFigure:
    c = figure.count
    return CheckedFigure(report.quote(figure.span, 200), figure.span, c.value, c.comparator, figure.counts, recount)


__all__ = ["RECOUNTERS", "Figure", "figures", "recount_all"]
