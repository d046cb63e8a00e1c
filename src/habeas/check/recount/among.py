""" "Among them, N remain in prison": those of the report's entries for whom the text says so are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.check.classes import CUSTODY, classes_of
from habeas.check.recount.entries import cases_of_the_report
from habeas.check.recount.figure import Figure
from habeas.check.report import Report
from habeas.check.result import Recount
from habeas.check.status import status_of

_AMONG = re.compile(
    r"^\W*(?:among|of|out of)\s+(?:them|these|those|the\s+\d+)\b|\b(?:of|among)\s+(?:them|whom|these)\b", re.IGNORECASE
)


def among_them(report: Report, figure: Figure, others: Sequence[Figure]) -> Recount | None:
    """Applies when the sentence before counts the report's own cases and this one counts a group of them."""
    start, end = figure.sentence
    if not _AMONG.search(report.text[start:end]) or not _after_the_cases(report, figure, others):
        return None
    wanted = classes_of(report.text[figure.span[0] : end]) or classes_of(figure.counts)
    if not wanted:
        return None
    people = held(report) if CUSTODY in wanted else under_heading(report, wanted)
    if not people:
        return None
    right = figure.count.allows(len(people))
    if not right and CUSTODY not in wanted:
        return Recount("cannot_tell", len(people), people, f"{len(people)} people stand under a heading of that kind")
    why = (
        f"by its entries {len(people)} are held on {report.state_of}"
        if CUSTODY in wanted
        else "entries under the heading"
    )
    return Recount("agrees" if right else "differs", len(people), people, why)


def _after_the_cases(report: Report, figure: Figure, others: Sequence[Figure]) -> bool:
    index = report.block_index(figure.span[0])
    earlier = [o for o in others if o.span < figure.span and report.block_index(o.span[0]) == index]
    return any(cases_of_the_report(report, o, others) for o in earlier)


def held(report: Report) -> tuple[str, ...]:
    """People with an entry who are held on the day of the report.

    Where the report puts those who are held under headings of their own, only these count, unless their entry says that
    they are not held; elsewhere the entry alone decides.
    """
    headed = under_heading(report, frozenset({CUSTODY}))
    if headed:
        return tuple(p for p in headed if status_of(report, p).held is not False)
    return tuple(p for p in report.own_entry if status_of(report, p).held)


def under_heading(report: Report, wanted: frozenset[str]) -> tuple[str, ...]:
    """People whose entry stands under a heading of one of these classes."""
    found = []
    for person, entry in report.own_entry.items():
        titles = [report.text[h[0] : h[1]] for h in report.layout.headings_at(entry.lead[0])] or [entry.category]
        if any(classes_of(title) & wanted for title in titles):
            found.append(person)
    return tuple(found)
