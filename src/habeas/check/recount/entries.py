"""The report says how many cases it presents: the people that its own entries introduce are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.check.recount.figure import Figure
from habeas.check.report import Report
from habeas.check.result import Recount

_REPORT = r"(?:report|list|document|publication|paper|review|dossier|overview|briefing|study|edition)"
_OF_ITSELF = re.compile(
    rf"\b(?:this|our|the present|the following)\s+(?:\w+\s+)?{_REPORT}\b[^.;:]*?"
    r"\b(?:examin|cover|present|describ|contain|includ|list|document|detail|compris|nam|record|"
    r"featur|consist|analys|analyz|collect)"
    rf"|\b(?:in|on)\s+(?:this|our|the present)\s+(?:\w+\s+)?{_REPORT}\b"
    r"|\b(?:listed|described|presented|documented)\s+(?:below|here)\b",
    re.IGNORECASE,
)
_CASES = re.compile(r"\bcases?\b", re.IGNORECASE)


def cases_of_the_report(report: Report, figure: Figure, others: Sequence[Figure]) -> Recount | None:
    """Applies to people or cases that a sentence about the report itself counts, when the report has entries."""
    start, end = figure.sentence
    if not report.entries or report.entry_at(figure.span[0]) or not _OF_ITSELF.search(report.text[start:end]):
        return None
    cases = bool(_CASES.search(report.text[max(start, figure.span[0] - 12) : figure.span[0] + 30]))
    if not (figure.of_people(report) or cases):
        return None
    people = tuple(report.own_entry)
    right = figure.count.allows(len(people)) or (cases and figure.count.allows(len(report.entries)))
    why = f"its entries introduce {len(people)} people in {len(report.entries)} entries"
    return Recount("agrees" if right else "differs", len(people), people, why, tuple(e.lead for e in report.entries))
