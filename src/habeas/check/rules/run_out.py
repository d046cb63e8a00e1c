"""A sentence had ended before the day of the report, and the text says that it is still served."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from habeas.check.classes import CUSTODY, classes_of
from habeas.check.months import MONTHS
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.check.status import ended, status_of
from habeas.reading.proposals import Span

_SERVED = ("imprisonment", "arrest", "restriction_of_liberty", "suspended", "probation")
_STILL = re.compile(
    r"\b(?:continu\w+|still|currently|remain\w*)\b[^.\n]*\b(?:serv\w+|sentences?|prison|detention|custody)\b",
    re.IGNORECASE,
)


def run_out(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """People whose entry stands under a heading that says "still", and whose last sentence ended before."""
    for person, entry in report.own_entry.items():
        head, last = _still(report, entry.lead[0]), _last(report, person)
        if head is None or last is None or _otherwise(report, person):
            continue
        name, today = report.name(person), _today(report)
        message = (
            f"{name} stands under “{report.quote(head)}”; counted from its date, the sentence of the entry ended on "
            f"{last[0]} at the latest, and the text tells of {report.state_of}."
        )
        yield Finding("run_out", f"sentence of {name}", few([head, last[1], *today]), message, (person,))


def _last(report: Report, person: str) -> tuple[date, Span] | None:
    """When the sentences of the entry have all ended: the last day and the place of the sentence that ended last."""
    own = [
        c
        for c in report.claims("sentence", person=person)
        if c.modality == "happened" and report.in_own_entry(c, person)
    ]
    own = [c for c in own if c.fields.get("penalty") in _SERVED]
    ends = [(day, c.span) for c in own if (day := ended(c, report.state_of))]
    return max(ends) if ends and len(ends) == len(own) else None


def _otherwise(report: Report, person: str) -> bool:
    """True when the text puts the person in another state than that of a term that is over."""
    return status_of(report, person).state != "run_out_unconfirmed"


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
    match = re.search(rf"\b{day.day}\s+{MONTHS[day.month - 1]},?\s+{day.year}\b", report.text)
    return [match.span()] if match else []
