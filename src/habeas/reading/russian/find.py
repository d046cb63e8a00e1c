"""From the blocks of a Russian document to its `People`, with the grammatical cases of each place that names
somebody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from habeas.reading.layout import Layout
from habeas.reading.people import Mention, People
from habeas.reading.proposals import NamedPerson, Span
from habeas.reading.russian.entries import find_entries
from habeas.reading.russian.names import Candidate, candidates
from habeas.reading.russian.people import Found, Place, Register
from habeas.reading.russian.roles import roles_of

Cases = Mapping[tuple[Span, str], str]


def find_people(
    text: str, flat: str, layout: Layout, sentences: Sequence[Sequence[Span]], language: str
) -> tuple[People, Cases]:
    """The people of a document, and for each place (span, person id) the cases that its form can be."""
    found: list[Candidate] = []
    for block, inside in zip(layout.blocks, sentences, strict=True):
        opens = frozenset(_first_letter(text, s) for s in inside)
        found += candidates(text, block.span, opens, language)
    register = Register(found, text, flat)
    register.build()
    order = _order(register.people)
    ids = {person: f"p{number}" for number, person in enumerate(order, 1)}
    mentions = tuple(Mention(p.span, ids[p.person], p.full) for p in register.places if p.person in ids)
    entries = find_entries(text, layout, [(p.span, ids[p.person], p.full) for p in register.places])
    roles = roles_of(text, flat, layout, register.people, register.places)
    leads = {person for entry in entries for person in entry.people}
    persons = tuple(
        _named(register.people[p], ids[p], "subject" if ids[p] in leads else roles.get(p, "other")) for p in order
    )
    sexes = {ids[p]: register.people[p].gender for p in order if register.people[p].gender}
    return People(persons, mentions, entries, sexes), _cases(register.places, ids)


def _first_letter(text: str, sentence: Span) -> int:
    at, end = sentence
    while at < end and not text[at].isalpha():
        at += 1
    return at


def _order(people: Sequence[Found]) -> list[int]:
    """Indexes of the people in the order of their first place."""
    return sorted((i for i, p in enumerate(people) if p.places), key=lambda i: min(people[i].places))


def _named(found: Found, id: str, role: str) -> NamedPerson:
    names = tuple(n for n in found.names if n)
    main = found.name or names[0]
    return NamedPerson(id, main, names if main in names else (main, *names), role, tuple(sorted(set(found.places))))


def _cases(places: Sequence[Place], ids: Mapping[int, str]) -> Cases:
    return {(p.span, ids[p.person]): ("*" if p.plural else "") + p.cases for p in places if p.person in ids}
