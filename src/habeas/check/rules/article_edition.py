"""One offence under two article numbers: an old code beside a new one, or a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.check.rules.offences import Offence, offences
from habeas.check.stems import shared

_OLD_CODE = re.compile(
    r"\b(?:Criminal|Penal)\s+Code\s+of\s+(?:\w+\s+)?(?:19|20)\d\d\b|\b(?:19|20)\d\d\s+(?:Criminal|Penal)\s+Code\b"
)
_SAME = 0.6


def article_edition(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """Pairs of articles whose titles share most of their words; one finding for each pair of articles."""
    first: dict[tuple[str, str], tuple[float, Offence, Offence]] = {}
    for one, other in combinations(offences(report), 2):
        if one.article == other.article:
            continue
        share = shared(one.key, other.key)
        pair = (min(one.article, other.article), max(one.article, other.article))
        if share >= _SAME and share > first.get(pair, (0.0,))[0]:
            first[pair] = (share, one, other)
    note = _OLD_CODE.search(report.text)
    for _, one, other in first.values():
        yield _finding(report, one, other, note.span() if note else None)


def _finding(report: Report, one: Offence, other: Offence, note: tuple[int, int] | None) -> Finding:
    message = f"“{one.title}” stands under article {one.article} here and under article {other.article} there."
    if note:
        message += f" The text speaks of the {report.quote(note)} in one place."
    people = tuple(dict.fromkeys(one.persons + other.persons))
    spans = few([one.span, other.span, *([note] if note else [])])
    return Finding("article_edition", f"articles {one.article} / {other.article}", spans, message, people)
