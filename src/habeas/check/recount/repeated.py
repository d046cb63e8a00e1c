"""The same number told of the same thing in an entry and outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.check.recount.figure import Figure
from habeas.check.report import Report
from habeas.check.result import Recount
from habeas.check.stems import stem
from habeas.check.subject import subject
from habeas.reading.numbers import find_counts
from habeas.reading.proposals import Span

_MONEY = re.compile(r"^\s*(?:million|billion|dollars?|euros?|tenge|roubles?|rubles?|percent|per cent|%)", re.IGNORECASE)


def repeated(report: Report, figure: Figure, others: Sequence[Figure]) -> Recount | None:
    """Applies when an entry and a place outside the entries state one number of one noun.

    A length of time must be told of the same person. People are left out: two groups of equal size are two groups.
    """
    here = report.entry_at(figure.span[0]) is not None
    thing = _thing(report, figure.span)
    if thing is None or figure.of_people(report):
        return None
    person = subject(report, figure.span)
    if figure.of_time(report) and person is None:
        return None
    for span in _same(report, figure, thing):
        apart = (report.entry_at(span[0]) is not None) != here
        if apart and (not figure.of_time(report) or subject(report, span) == person):
            told_of = person if here or figure.of_time(report) else subject(report, span)
            who = (told_of,) if told_of else ()
            return Recount("agrees", figure.count.value, who, "the text states it twice", (figure.span, span))
    return None


def _thing(report: Report, span: Span) -> str | None:
    """The stem of the noun after the number at `span`."""
    for counted in find_counts(report.text, max(0, span[0] - 30), min(len(report.text), span[1] + 1)):
        if counted.span[1] > span[0]:
            return _noun(report, counted.span[1])
    return None


def _noun(report: Report, at: int) -> str | None:
    words = report.text[at : at + 40]
    match = re.match(r"[\s-]+([^\W\d_]{3,})", words)
    return stem(match[1]) if match and not _MONEY.match(words) else None


def _same(report: Report, figure: Figure, thing: str) -> Iterator[Span]:
    for counted in find_counts(report.text):
        inside = figure.span[0] - 30 <= counted.span[0] < figure.span[1]
        if counted.count == figure.count and not inside and _noun(report, counted.span[1]) == thing:
            yield counted.span
