"""A time that lasts until the day of the report, held against a start that the text states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from habeas.check.months import MONTHS
from habeas.check.recount.figure import Figure
from habeas.check.report import Report
from habeas.check.result import Recount
from habeas.lexicon.when import When
from habeas.reading.proposals import Span

_LASTS = re.compile(r"\b(?:has|have)\s+been\b|\bnow\b|\bto date\b|\buntil today\b|\bsince\b", re.IGNORECASE)
_OPENS = re.compile(
    r"^\W*(?:Since|In|On|From)\s+(?P<day>\d{1,2}\s+)?(?P<month>[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b"
)
_SINCE = re.compile(r"\bsince\s+(?P<day>\d{1,2}\s+)?(?P<month>[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


def duration(report: Report, figure: Figure, others: Sequence[Figure]) -> Recount | None:
    """Applies to "for N years" that last until now. The start is a "since" in the sentence, or the date that opens the
    sentence before. Agrees when every start that the words allow makes it true; differs only against a "since".
    """
    today = report.state_of
    start, end = figure.sentence
    words = report.text[start:end]
    if today is None or not figure.of_time(report) or "year" not in report.text[figure.span[0] : end][:60].lower():
        return None
    since = _date(_SINCE.search(words))
    began = since or (_opening(report, figure.sentence) if _LASTS.search(words) else None)
    if began is None or not began.earliest or not began.latest:
        return None
    low, high = _years(began.latest, today), _years(began.earliest, today)
    why = f"from {began} to {today} are {low:.1f} to {high:.1f} years"
    fits = [
        figure.count.allows(n) or (figure.count.comparator == "=" and figure.count.allows(int(n))) for n in (low, high)
    ]
    verdict = "agrees" if all(fits) else "differs" if since and not any(fits) else "cannot_tell"
    return Recount(verdict, int(high) if verdict != "cannot_tell" else None, figure.claim.persons, why)


def _opening(report: Report, sentence: Span) -> When | None:
    before = report.sentence_before(sentence)
    if before is None or report.block_index(before[0]) != report.block_index(sentence[0]):
        return None
    return _date(_OPENS.match(report.text[before[0] : before[1]]))


def _date(match: re.Match[str] | None) -> When | None:
    if not match:
        return None
    month = (match["month"] or "").strip()
    if month and month not in MONTHS:
        return None
    return When.parse(f"{match['year']}-{MONTHS.index(month) + 1:02d}" if month else match["year"])


def _years(start: date, end: date) -> float:
    return (end - start).days / 365.25
