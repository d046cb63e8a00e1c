"""One person under two given names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from habeas.check.names import TITLES, alike, inflected, words
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.reading.proposals import NamedPerson, Span
from habeas.reading.spelling import surname_key


def two_names(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """Given names of one person that cannot be one name; and a passing namesake who bears a neighbour's given name."""
    for person in report.reading.persons:
        forms = _given(report, person)
        if len(forms) > 1:
            about = " / ".join(f"{g} {words(person.name)[-1]}" for g in forms)
            message = f"One person seems to stand under {len(forms)} given names: {about}."
            yield Finding("two_names", about, few(list(forms.values())), message, (person.id,))
    yield from _borrowed(report)


def _given(report: Report, person: NamedPerson) -> dict[str, Span]:
    """Given names (before one and the same surname) that are no spellings of each other; initials are left out."""
    found: dict[str, Span] = {}
    if not words(person.name):
        return found
    surname = surname_key(words(person.name)[-1])
    for a, b in person.mentions:
        parts = words(report.text[a:b])
        if len(parts) != 2 or len(parts[0]) < 3 or parts[0] in TITLES or surname_key(parts[1]) != surname:
            continue
        if not any(_one_name(parts[0], known) for known in found):
            found[parts[0]] = (a, b)
    return found


def _one_name(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return alike(one, other) or inflected(one, other) or long.startswith(short[:3])


def _borrowed(report: Report) -> Iterator[Finding]:
    """A person named once or twice, without an entry, whose given name is that of the person named just before and
    whose surname is that of somebody with an entry.
    """
    listed = {surname_key(words(report.name(p))[-1]): p for p in report.own_entry if len(words(report.name(p))) > 1}
    for person in report.reading.persons:
        parts = words(person.name)
        if len(parts) < 2 or person.id in report.own_entry or not 1 <= len(person.mentions) <= 2:
            continue
        other = listed.get(surname_key(parts[-1]))
        if other is None or alike(words(report.name(other))[0], parts[0]):
            continue
        at = person.mentions[0]
        near = [
            who for where, who in report.named_in(max(0, at[0] - 160), at[0]) if words(report.name(who))[0] == parts[0]
        ]
        if near:
            about = f"{person.name} / {report.name(other)}"
            message = f"“{person.name}” stands beside {report.name(near[0])}; "
            message += f"elsewhere the surname belongs to {report.name(other)}."
            yield Finding("two_names", about, few([at, report.people[other].mentions[0]]), message, (other, person.id))
