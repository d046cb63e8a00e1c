"""Several people who share a surname, and where the surname stands alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from habeas.check.names import inflected, words
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.reading.proposals import NamedPerson, Span
from habeas.reading.spelling import surname_key


def namesakes(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """One finding for each surname (spellings and feminine forms are one) that two or more people bear."""
    families: dict[str, list[NamedPerson]] = defaultdict(list)
    for person in report.reading.persons:
        parts = words(person.name)
        if len(parts) >= 2 and person.mentions:
            families[surname_key(parts[-1])].append(person)
    for bearers in families.values():
        people: list[NamedPerson] = []
        for person in bearers:
            if not any(_perhaps_one(person, other) for other in people):
                people.append(person)
        if len(people) > 1:
            yield _finding(report, people)


def _perhaps_one(one: NamedPerson, other: NamedPerson) -> bool:
    """True when one name holds all words of the other, or their given names are cases of one name."""
    a, b = words(one.name), words(other.name)
    return set(a) <= set(b) or set(b) <= set(a) or inflected(a[0], b[0])


def _finding(report: Report, people: list[NamedPerson]) -> Finding:
    full = [_first(report, p, alone=False) or p.mentions[0] for p in people]
    alone = [(p, span) for p in people if (span := _first(report, p, alone=True))]
    who = ", ".join(p.name for p in people)
    message = f"{len(people)} people share a surname: {who}."
    if len(alone) > 1:
        message += f" The surname alone means {' in one place and '.join(p.name for p, _ in alone[:2])} in another."
    elif alone:
        message += f" The surname alone is used of {alone[0][0].name}."
    surnames = " / ".join(dict.fromkeys(words(p.name)[-1] for p in people))
    spans = [span for _, span in alone[:3]] + full
    return Finding("namesake", surnames, few(spans), message, tuple(p.id for p in people))


def _first(report: Report, person: NamedPerson, *, alone: bool) -> Span | None:
    """The first mention by surname alone (best where a sentence is told), or with a given name too."""
    fits = [
        m
        for m in person.mentions
        if (len(words(report.text[m[0] : m[1]])) == 1) is alone and _is_surname(report, m, person)
    ]
    told = [c.span for c in report.claims("sentence", person=person.id)] if alone else []
    return next((m for m in fits if any(a <= m[0] < b for a, b in told)), fits[0] if fits else None)


def _is_surname(report: Report, mention: Span, person: NamedPerson) -> bool:
    last = words(report.text[mention[0] : mention[1]])[-1:]
    return bool(last) and surname_key(last[0]) == surname_key(words(person.name)[-1])
