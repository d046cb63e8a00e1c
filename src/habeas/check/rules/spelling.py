"""One person's name in several spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from habeas.check.names import alike, inflected, same_letters, words
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.reading.proposals import NamedPerson, Span
from habeas.reading.spelling import surname_key

Forms = dict[str, Span]


def spelling(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """Compares the written forms of each person's surname, and of the given name, as far as they may be one name."""
    for person in report.reading.persons:
        for forms in _parts(report, person):
            for group in _groups(forms):
                about = " / ".join(group)
                message = f"The text writes the name of {person.name} in {len(group)} ways: {about}."
                yield Finding("spelling", about, few([group[form] for form in group]), message, (person.id,))
    yield from _two_persons(report)


def surname_of(name: str) -> str:
    """The last word of a name."""
    return words(name)[-1] if words(name) else name


def _parts(report: Report, person: NamedPerson) -> Iterator[Forms]:
    """Surname forms, then given-name forms, each with a place that has it: in the own entry where there is one."""
    surnames: Forms = {}
    given: Forms = {}
    entry = report.own_entry.get(person.id)
    first = sorted(person.mentions, key=lambda m: (entry is None or not entry.span[0] <= m[0] < entry.span[1], m))
    full = [(words(report.text[a:b]), (a, b)) for a, b in first]
    for parts, span in full:
        if len(parts) >= 2:
            surnames.setdefault(parts[-1], span)
            given.setdefault(parts[0], span)
    for parts, span in full:
        if len(parts) == 1:
            home = given if parts[0] in given and parts[0] not in surnames else surnames
            home.setdefault(parts[0], span)
    yield surnames
    yield given


def _groups(forms: Forms) -> Iterator[Forms]:
    """Sets of two and more forms that may be one name but are written otherwise."""
    left = list(forms)
    while left:
        first = left.pop(0)
        group = [first]
        for form in list(left):
            if any(_variant(form, known) for known in group):
                group.append(form)
                left.remove(form)
            elif same_letters(form, first):
                left.remove(form)
        if len(group) > 1:
            yield {form: forms[form] for form in group}


def _variant(one: str, other: str) -> bool:
    if same_letters(one, other) or inflected(one, other) or min(len(one), len(other)) < 3:
        return False
    return alike(one, other)


def _two_persons(report: Report) -> Iterator[Finding]:
    """Two people of the reading whose full names differ in spelling only: perhaps one."""
    full = [(words(p.name), p) for p in report.reading.persons if len(words(p.name)) >= 2 and p.mentions]
    for n, (one, a) in enumerate(full):
        for other, b in full[n + 1 :]:
            same_given = surname_key(one[0]) == surname_key(other[0])
            if same_given and surname_key(one[-1]) == surname_key(other[-1]) and one[-1][:1] == other[-1][:1]:
                about = f"{a.name} / {b.name}"
                message = f"{a.name} and {b.name} may be one person in two spellings, or two people."
                yield Finding("spelling", about, few([a.mentions[0], b.mentions[0]]), message, (a.id, b.id))
