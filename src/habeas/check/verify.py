"""The whole check: prepare, recount, look for what does not fit."""

from __future__ import annotations

from habeas.check.prepare import prepare
from habeas.check.recount import recount_all
from habeas.check.report import Report
from habeas.check.result import CheckResult
from habeas.check.rules import find_all
from habeas.evidence.document import Document
from habeas.reading.proposals import Reading


def check(document: Document, reading: Reading) -> CheckResult:
    """Holds a document against itself: each asserted figure recounted, and the places that do not fit each other.

    `reading` is what `habeas.reading.read` made of the document. Raises `NotTheSameDocument` when it is of another.
    """
    return check_report(prepare(document, reading))


def check_report(report: Report) -> CheckResult:
    """The same for a report already prepared."""
    figures = recount_all(report)
    names = {p.id: p.name for p in report.reading.persons}
    return CheckResult(report.document, names, figures, find_all(report, figures))
