"""A sentence had ended before the day of the report, and the text says that it is still served."""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.check.classes import CUSTODY, classes_of
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.check.status import status_of
from habeas.reading.proposals import Span

_STILL = re.compile(r"\b(?:continu\w+|still|currently|remain\w*)\b[^.\n]*\b(?:serv\w+|sentences?|prison|detention|custody)\b", re.IGNORECASE)
_MONTHS = "January February March April May June July August September October November December".split()


def run_out(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """People whose entry stands under a heading that says "still", and whose last sentence ended before."""
    for person, entry in report.own_entry.items():
        head = _still(report, entry.lead[0])
        status = status_of(report, person)
        if head is None or status.run_out is None or status.because is None:
            continue
        name, today = report.name(person), _today(report)
        message = (
            f"{name} stands under “{report.quote(head)}”; counted from its date, the sentence of the entry ended on "
            f"{status.run_out} at the latest, and the text tells of {report.state_of}."
        )
        yield Finding("run_out", f"sentence of {name}", few([head, status.because, *today]), message, (person,))


def _still(report: Report, offset: int) -> Span | None:
    for head in report.layout.headings_at(offset):
        words = report.text[head[0] : head[1]]
        if _STILL.search(words) or CUSTODY in classes_of(words):
            return head
    return None


def _today(report: Report) -> list[Span]:
    """The place that states the day of the report, when it stands there as day, month and year."""
    day = report.state_of
    if day is None:
        return []
    match = re.search(rf"\b{day.day}\s+{_MONTHS[day.month - 1]},?\s+{day.year}\b", report.text)
    return [match.span()] if match else []
