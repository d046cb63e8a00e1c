"""Words that run together: a space is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few

_JOINED = (
    re.compile(r"(?<![\w@/.])[A-Z][a-z]+[’']s(?=[a-z]{2,})[a-z]+"),
    re.compile(r"[a-z]{3,}[”’](?=[a-z]{3,})[a-z]+"),
    re.compile(r"(?<![\w@/.])[a-z]{3,}\((?=[A-Z][a-z]{2,}|[a-z]{3,})\w+(?!\w*\()"),
    re.compile(r"(?<![\w@/.:-])[a-z]{4,}[.](?=[A-Z][a-z]{2,}\s)\w+"),
)


def run_together(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """One finding for the whole text, with up to six places."""
    every = sorted(m.span() for pattern in _JOINED for m in pattern.finditer(report.text))
    found = [s for n, s in enumerate(every) if n == 0 or s[0] >= every[n - 1][1]]
    if found:
        places = few(found)
        named = ", ".join(f"“{report.quote(span)}”" for span in places)
        yield Finding(
            "wording", "missing spaces", places, f"Words run together in {len(found)} places, among them {named}."
        )
