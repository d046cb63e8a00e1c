"""Check: a report held against itself.

In comes a `Document` and its `Reading`; out goes a `CheckResult`: each figure the report states about itself, recounted
from its own entries (agrees, differs, cannot tell), and findings, each with the places of the text that do not fit each
other. It never says which place is wrong, never joins people, stores nothing and changes nothing.
"""

from habeas.check.result import KINDS, VERDICTS, CheckedFigure, CheckResult, Finding, NotTheSameDocument, Recount
from habeas.check.text import render
from habeas.check.verify import check

__all__ = [
    "KINDS",
    "VERDICTS",
    "CheckResult",
    "CheckedFigure",
    "Finding",
    "NotTheSameDocument",
    "Recount",
    "check",
    "render",
]
