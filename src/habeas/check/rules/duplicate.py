"""A person with two entries, and one event told with two dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from habeas.check.report import Entry, Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.errors import HabeasError
from habeas.lexicon.when import When
from habeas.reading.proposals import Proposal

_ONCE = ("sentence", "release", "death", "listing")


def duplicates(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """Two entries that introduce one person; an event of the entry told elsewhere with another date."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in report.entries:
        for person in entry.persons:
            entries[person].append(entry)
    for person, found in entries.items():
        if len(found) > 1:
            name = report.name(person)
            message = f"{len(found)} entries introduce {name}."
            yield Finding("duplicate", f"entries of {name}", few([e.lead for e in found]), message, (person,))
    for person in report.own_entry:
        yield from _two_dates(report, person)


def _two_dates(report: Report, person: str) -> Iterator[Finding]:
    claims = [c for c in report.claims(*_ONCE, person=person) if c.when and c.modality == "happened"]
    for one, other in combinations(claims, 2):
        apart = report.in_own_entry(one, person) != report.in_own_entry(other, person)
        if apart and one.kind == other.kind and _same(one, other) and _conflict(str(one.when), str(other.when)):
            name = report.name(person)
            message = (
                f"A {one.kind} of {name} with the same particulars is dated {one.when} here and {other.when} there."
            )
            yield Finding("duplicate", f"{one.kind} of {name}", few([one.span, other.span]), message, (person,))


def _same(one: Proposal, other: Proposal) -> bool:
    """Equal particulars, and enough of them to mean one event."""
    told = {k: v for k, v in one.fields.items() if v not in (None, "", False)}
    same = all(other.fields.get(k) in (v, None) for k, v in told.items() if k not in ("court", "facility"))
    return same and (
        one.kind != "sentence" or (bool(told.get("length")) and other.fields.get("length") == told["length"])
    )


def _conflict(one: str, other: str) -> bool:
    try:
        return not When.parse(one).overlaps(When.parse(other))
    except HabeasError:
        return False
