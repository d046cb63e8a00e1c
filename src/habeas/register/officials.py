"""Who is involved in what was done to people: officials with their posts, and acts by degree of involvement.

A claim `involvement` hangs on the official and names (`of`) the claims about those to whom it was done. It is told as
its source tells it: a degree of involvement is a statement, never a finding of guilt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.register.model import Fact
from habeas.register.register import Register
from habeas.register.visibility import visible


@dataclass(frozen=True, slots=True)
class Act:
    """One involvement: its fact, the facts that it is about, and the people to whom they were done."""

    fact: Fact
    about: tuple[Fact, ...]
    people: tuple[str, ...]

    @property
    def degree(self) -> str:
        """The degree of involvement."""
        return str(self.fact.fields.get("degree") or "")


@dataclass(frozen=True, slots=True)
class Official:
    """A person with involvements. `posts` are facts on occupation and affiliation; `sources` counts the documents."""

    person: str
    name: str
    posts: tuple[Fact, ...]
    acts: tuple[Act, ...]
    sources: int

    @property
    def degrees(self) -> dict[str, int]:
        """Degree -> how many acts."""
        return dict(Counter(act.degree for act in self.acts))

    @property
    def people(self) -> tuple[str, ...]:
        """The people to whom the acts were done, each once."""
        return tuple(dict.fromkeys(p for act in self.acts for p in act.people))


def officials(register: Register, *, audience: str = "team") -> tuple[Official, ...]:
    """Everybody of whom the audience may see an involvement, those with most acts first. Raises `NoSuchAudience`."""
    found: dict[str, list[Act]] = {}
    for fact in register.facts.values():
        if fact.kind == "involvement" and fact.person and visible(fact.kind, None, fact.level, audience):
            found.setdefault(fact.person, []).append(_act(register, fact, audience))
    made = (_official(register, person, tuple(acts), audience) for person, acts in found.items())
    return tuple(sorted(made, key=lambda o: (-len(o.acts), o.name, o.person)))


def in_common(one: Official, other: Official) -> tuple[str, ...]:
    """The people with whom both had to do."""
    return tuple(p for p in one.people if p in other.people)


def _act(register: Register, fact: Fact, audience: str) -> Act:
    about = tuple(dict.fromkeys(_facts(register, fact)))
    seen = tuple(
        register.facts[f] for f in about if visible(register.facts[f].kind, None, register.facts[f].level, audience)
    )
    people = dict.fromkeys(f.person for f in seen if f.person and f.person != fact.person)
    return Act(fact, seen, tuple(people))


def _facts(register: Register, fact: Fact) -> Iterator[str]:
    """The facts whose claims an involvement names."""
    for id in fact.about:
        claim = register.claims.get(id)
        root = register.fact_of.get(claim.fact) if claim else None
        if root in register.facts:
            yield str(root)


def _official(register: Register, person: str, acts: tuple[Act, ...], audience: str) -> Official:
    held = register.people[person]
    posts = tuple(
        f
        for f in register.facts_of(person, "identity")
        if f.fields.get("attribute") in ("occupation", "affiliation") and visible(f.kind, None, f.level, audience)
    )
    documents = {register.claims[c].document for act in acts for c in act.fact.claims}
    return Official(person, held.name, posts, acts, len(documents))
