"""Somebody is called a victim of torture outside the entry, and the entry tells of none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few

_VICTIM = re.compile(r"\btorture\s+victims?\s+|\bvictims?\s+of\s+torture,?\s+", re.IGNORECASE)
_TOLD = re.compile(r"\btortur|\bbeat(?:en|ing|s)?\b|\bill-treat|\bmistreat|\bbrutal", re.IGNORECASE)


def torture(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """One finding for each such person: the words outside the entry, and the opening line of the entry."""
    done: set[str] = set()
    for match in _VICTIM.finditer(report.text):
        named = report.named_in(match.end(), match.end() + 1)
        if not named or report.entry_at(match.start()) is not None:
            continue
        where, person = named[0]
        entry = report.own_entry.get(person)
        if entry is None or person in done or _TOLD.search(report.text, *entry.span):
            continue
        done.add(person)
        name = report.name(person)
        message = f"Outside the entry {name} is called a victim of torture; the entry tells of no torture or beating."
        yield Finding(
            "summary_against_entry",
            f"torture of {name}",
            few([(match.start(), where[1]), entry.lead]),
            message,
            (person,),
        )
