"""Whom a number in a sentence is told of."""

from __future__ import annotations

import re

from habeas.check.report import Report
from habeas.reading.proposals import Span


def subject(report: Report, span: Span, value: float | None = None) -> str | None:
    """The person that the words at `span` speak of.

    "A and B ... for 5 and 7 years, respectively" gives each name its number. Otherwise the last person named before
    in the sentence, else the only person of the entry, else the next one named in the sentence.
    """
    start, end = report.sentence_at(span[0])
    named = report.named_in(start, end)
    if "respectively" in report.text[start:end] and value is not None:
        numbers = [float(n) for n in re.findall(r"\b\d+\b", report.text[span[0] : end])] or []
        numbers = numbers or [float(n) for n in re.findall(r"\b\d+\b", report.text[start:end])]
        people = list(dict.fromkeys(who for _, who in named))
        if len(numbers) == len(people) and value in numbers:
            return people[numbers.index(value)]
    before = [who for where, who in named if where[0] < span[1]]
    if before:
        return before[-1]
    entry = report.entry_at(span[0])
    if entry and len(entry.persons) == 1:
        return entry.persons[0]
    return named[0][1] if named else None
