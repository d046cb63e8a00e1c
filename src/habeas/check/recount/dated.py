"""Acts counted beside their dates: "in 2010 and 2012, two trials", "twice refused in May 2018 and July 2019"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.check.recount.figure import Figure
from habeas.check.report import Report
from habeas.check.result import Recount

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"(?:\d{{1,2}}\s+)?(?:{_MONTH}\s+)?(?:19|20)\d\d|\d{{1,2}}\s+{_MONTH}"
_SERIES = re.compile(
    rf"\b(?:in|on)\s+(?P<all>(?:{_DATE})(?:,\s+(?:{_DATE}))*,?\s+and\s+(?:(?:in|on)\s+)?(?:{_DATE}))\b", re.IGNORECASE
)
_ACTS = re.compile(r"^(?:twice|thrice)\b|\btimes\b", re.IGNORECASE)


def dated_acts(report: Report, figure: Figure, others: Sequence[Figure]) -> Recount | None:
    """Applies to two to nine acts (not people, not time) in a sentence that gives one series of dates for them.

    As many dates as acts: agrees. More dates than acts: differs. Fewer: two acts may share a date, nobody can tell.
    """
    if not 2 <= figure.count.value <= 9 or figure.count.comparator != "=" or figure.of_time(report):
        return None
    words = report.text[figure.span[0] : figure.span[1]]
    if figure.of_people(report) and not _ACTS.search(words):
        return None
    start, end = figure.sentence
    series = _SERIES.findall(report.text[start:end])
    if len(series) != 1:
        return None
    dates = re.findall(_DATE, series[0], re.IGNORECASE)
    verdict = (
        "cannot_tell"
        if len(dates) < figure.count.value
        else "agrees"
        if len(dates) == figure.count.value
        else "differs"
    )
    people = tuple(dict.fromkeys(who for _, who in report.named_in(start, end)))
    return Recount(verdict, len(dates), people, f"the sentence gives {len(dates)} dates")
