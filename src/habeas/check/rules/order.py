"""Dates that cannot stand in the order in which the text tells them, and days that do not exist."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator

from habeas.check.months import MONTHS
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.errors import HabeasError
from habeas.lexicon.when import When
from habeas.reading.proposals import Proposal

_DAY = re.compile(rf"\b(?P<d>\d{{1,2}})\s+(?P<m>{'|'.join(MONTHS)}),?\s+(?P<y>(?:19|20)\d\d)\b")
_RANGE = re.compile(
    r"\b(?:between|from)\s+(?P<a>(?:19|20)\d\d)\s*(?:[-–]|and|to|until)\s*(?P<b>(?:19|20)\d\d)\b", re.IGNORECASE
)


def date_order(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """Appeals before every sentence, anything after a death, ranges that run backwards, days that no month has."""
    yield from _no_such_day(report)
    yield from _backwards(report)
    for person in report.people:
        yield from _appeal_first(report, person)
        yield from _after_death(report, person)


def _no_such_day(report: Report) -> Iterator[Finding]:
    for match in _DAY.finditer(report.text):
        day, month, year = int(match["d"]), MONTHS.index(match["m"]) + 1, int(match["y"])
        last = monthrange(year, month)[1]
        if not 1 <= day <= last:
            message = f"The text gives {match.group()}; that month has {last} days."
            yield Finding("date_order", match.group(), (match.span(),), message)


def _backwards(report: Report) -> Iterator[Finding]:
    for match in _RANGE.finditer(report.text):
        if int(match["a"]) > int(match["b"]):
            yield Finding("date_order", match.group(), (match.span(),), f"“{match.group()}” ends before it begins.")


def _appeal_first(report: Report, person: str) -> Iterator[Finding]:
    sentences = _dated(report, person, "sentence")
    appeals = [(c, w) for c, w in _dated(report, person, "proceeding") if c.fields.get("step") == "appeal"]
    for claim, when in appeals:
        if sentences and all(when.certainly_before(w) for _, w in sentences):
            other, later = sentences[0]
            message = f"An appeal of {report.name(person)} is dated {when}, before the first sentence told, {later}."
            yield Finding(
                "date_order", f"appeal of {report.name(person)}", few([claim.span, other.span]), message, (person,)
            )


def _after_death(report: Report, person: str) -> Iterator[Finding]:
    for death, died in _dated(report, person, "death"):
        for claim, when in _dated(report, person, "sentence", "custody", "release", "hearing"):
            if died.certainly_before(when):
                message = (
                    f"{report.name(person)} is said to have died {died}; the text tells of {claim.kind} on {when}."
                )
                yield Finding(
                    "date_order", f"death of {report.name(person)}", few([death.span, claim.span]), message, (person,)
                )


def _dated(report: Report, person: str, *kinds: str) -> list[tuple[Proposal, When]]:
    found = []
    for claim in report.claims(*kinds, person=person):
        if claim.when and claim.modality == "happened":
            try:
                found.append((claim, When.parse(claim.when)))
            except HabeasError:
                continue
    return found
