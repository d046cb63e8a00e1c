"""What a template may see of a register: people, events, sources, as one audience may see them on one day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from habeas.figures import Figure
from habeas.lexicon.wording import say_count
from habeas.register import Register, Source, visible
from habeas.reports.documents.marking import References
from habeas.reports.views import FactShown, PersonShown, Sight

_NAMING = ("name", "alias", "photo")
_SHORT = 25
"""A passage of so few characters says no more than the fact."""
Groups = Sequence[tuple[str, Sequence[PersonShown]]]


@dataclass
class Content:
    """`figures` are those of the same register, day and audience; `texts` the documents' texts by SHA-256 (none for an
    audience outside the office)."""

    register: Register
    figures: Sequence[Figure]
    as_of: date
    audience: str
    language: str
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def references(self) -> References:
        """The numbering of sources in this document."""
        return References({id: s.title for id, s in self.register.sources.items() if id})

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The lists that the figures count."""
        return tuple(dict.fromkeys(name for f in self.figures for name in f.lists))

    @cached_property
    def sight(self) -> Sight:
        """The eyes through which all is seen."""
        return Sight(self.register, self.as_of, self.audience, self.texts, self.lists, self.language)

    def person(self, id: str) -> PersonShown:
        """One person. Raises `NotInRegister`."""
        return self.sight.person(self.register.resolve(id))

    def counted(self, *names: str) -> list[PersonShown]:
        """The people whom the figures with these names count, by surname."""
        ids = {i for f in self.figures if f.name in names and f.category is None for i in f.counted}
        return sorted((self.sight.person(i) for i in ids if i in self.register.people), key=_by_name)

    @cached_property
    def groups(self) -> Groups:
        """The people of the list by category, in the order of the categories' numbers, then names."""
        found: dict[str, list[PersonShown]] = {}
        for person in self.counted("listed"):
            found.setdefault(person.category, []).append(person)
        return sorted(found.items(), key=lambda pair: (not pair[0], _numbers(pair[0]), pair[0]))

    def told_of(self, person: PersonShown) -> list[FactShown]:
        """The facts of an entry: who the person is, the charges, what has a date in its order, then the rest.

        Names and the steps of lists are left out: the entry's heading and its place in the document say them.
        """
        facts = [f for f in person.facts if f.kind != "recognition" and f.fields.get("attribute") not in _NAMING]
        return sorted(
            facts, key=lambda f: 0 if f.kind == "identity" else 1 if f.kind == "charge" else 2 if f.when else 3
        )

    def quotations(self, person: PersonShown) -> list[tuple[FactShown, str]]:
        """(fact, passage) for each different passage on which the person's facts rest, for those who may read them."""
        found: dict[str, FactShown] = {}
        for fact in self.told_of(person):
            for claim in fact.claims:
                if claim.passage and len(claim.passage) > _SHORT:
                    found.setdefault(claim.passage, fact)
        return [(fact, passage) for passage, fact in found.items()]

    def events(self, kind: str) -> list[FactShown]:
        """The facts of a kind about no single person, such as assemblies, in order of time."""
        facts = (f for f in self.register.facts.values() if f.kind == kind and f.person not in self.register.people)
        return list(self.sight.facts(facts))

    def facts(self, *kinds: str) -> list[tuple[PersonShown, FactShown]]:
        """(person, fact) of every fact of these kinds about a person of the list, by name and time."""
        return [(p, f) for p in self.counted("listed") for f in p.facts if f.kind in kinds]

    def decisions(self) -> list[tuple[FactShown, list[PersonShown]]]:
        """Each international decision once, by body and reference, with the people whom it names."""
        found: dict[tuple[str, str], tuple[FactShown, list[PersonShown]]] = {}
        for person, fact in self.facts("finding"):
            body, reference = str(fact.fields.get("body") or ""), str(fact.fields.get("reference") or "")
            key = (body, reference or fact.id)
            found.setdefault(key, (fact, []))[1].append(person)
        return [(fact, list({p.id: p for p in people}.values())) for fact, people in found.values()]

    def case(self, id: str) -> list[PersonShown]:
        """The person and everyone with a claim of the same case, in what may be seen."""
        start = self.register.resolve(id)
        ours = {c.case for f in self.register.facts_of(start) for c in self.register.claims_of(f.id) if c.case}
        tied = {
            self.register.person_of.get(c.record, "")
            for c in self.register.claims.values()
            if c.case in ours and self._seen(c.fact)
        }
        people = [p for p in {start, *tied} if p in self.register.people]
        return sorted((self.sight.person(p) for p in people), key=_by_name)

    def sources(self) -> Iterator[tuple[int, Source]]:
        """The sources cited so far, with their numbers."""
        return ((number, self.register.sources[id]) for id, number in self.references.cited.items())

    def captures_shown(self) -> bool:
        """Whether this audience may know when a source was captured."""
        return visible("capture", None, 2, self.audience)

    def names(self, ids: Collection[str]) -> list[tuple[str, str]]:
        """(id, name) of people, or (id, line) of facts, by name."""
        return sorted(((i, self._name(i)) for i in ids), key=lambda pair: (pair[1].casefold(), pair[0]))

    def count_in(self, fact: FactShown, name: str) -> str:
        """A stated number of people, such as `about 620`; empty when nothing states it."""
        stated = fact.fields.get(name)
        return say_count(stated, language=self.language) if stated else ""

    def _name(self, id: str) -> str:
        if id in self.register.people:
            return self.register.people[id].name
        fact = self.register.facts.get(id)
        if fact is None:
            return id
        person = self.register.people.get(fact.person or "")
        return (f"{person.name}: " if person else "") + self.sight.fact(fact).line

    def _seen(self, fact: str) -> bool:
        held = self.register.facts.get(self.register.fact_of.get(fact, fact))
        return held is not None and visible(held.kind, None, held.level, self.audience)


def _by_name(person: PersonShown) -> tuple[str, str]:
    return person.name.split()[-1].casefold() if person.name.split() else "", person.id


def _numbers(heading: str) -> tuple[int, ...]:
    """(2, 10) of `2.10. Bloggers`, after (2, 9); headings without a number come last."""
    head = heading.split(" ", 1)[0].strip(".")
    return tuple(int(n) for n in head.split(".") if n.isdigit()) or (10**6,)
