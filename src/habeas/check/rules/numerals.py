"""Numbers and dates written by several conventions in one text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_UNIT = r"(?=\s+(?:years?|months?|%|per|million|billion|km|kilomet)|%)"
_STYLES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "decimal mark", "decimal fractions",
        (("point", rf"(?<![\d.,])\d+\.\d{{1,2}}{_UNIT}"), ("comma", rf"(?<![\d.,])\d+,\d{{1,2}}{_UNIT}")),
    ),
    (
        "thousands mark", "thousands",
        (
            ("comma", r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])"),
            ("space", r"(?<![\d.,\w-])(?<!\d )\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?=\s+[A-Za-z]{3})"),
            ("point", r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])"),
            ("no mark", r"(?<![\w.,–/№-])(?<!Code of )(?!(?:19|20)\d\d\b)[1-9]\d{3,5}(?=\s+[a-z]{4})"),
        ),
    ),
    (
        "date format", "full dates",
        (
            ("day month year", rf"\b\d{{1,2}} {_MONTH} \d{{4}}\b"),
            ("month day year", rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"),
            ("day month, year", rf"\b\d{{1,2}} {_MONTH}, \d{{4}}\b"),
            ("day.month.year", r"(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b"),
        ),
    ),
)  # fmt: skip


def numerals(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """One finding for decimal marks, thousands marks and date formats where the text has several; an example each."""
    for about, what, styles in _STYLES:
        found = [(name, match) for name, pattern in styles if (match := re.search(pattern, report.text))]
        if len(found) > 1:
            ways = ", ".join(f"{name} (“{report.quote(match.span())}”)" for name, match in found)
            yield Finding(
                "spelling", about, few([m.span() for _, m in found]), f"The text writes {what} in several ways: {ways}."
            )
