"""What a person's facts bear of each criterion of a definition, and what is missing. It proposes; people decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.law import Criterion, Definition, Pattern, pack, resolve
from habeas.register.liberty import liberty
from habeas.register.model import Fact
from habeas.register.register import Register
from habeas.register.statuses import HELD


@dataclass(frozen=True, slots=True)
class Borne:
    """One criterion with the facts that bear and weaken it, and what is missing, in words."""

    criterion: Criterion
    bearing: tuple[Fact, ...]
    weakening: tuple[Fact, ...]
    missing: tuple[str, ...]


def borne(register: Register, person: str, definition: Definition, on: date, *, country: str = "kz") -> list[Borne]:
    """Each criterion of a definition with what the person's facts bear on the day. It proposes; people decide."""
    state = liberty(register, person, on)
    facts = [f for f in register.facts_of(person) if _by(f, on)]
    shared = []
    if definition.deprived_of_liberty and not any(s in HELD for s in state.statuses):
        shared.append("The register does not show that the person is held on this day.")
    status = {s.status: tuple(register.facts[f] for f in s.because) for s in state.states}
    return [_borne(register, c, _Seen(facts, status, country), shared) for c in definition.criteria]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A person's facts by the day, and those on which each status of the day rests."""

    facts: list[Fact]
    statuses: Mapping[str, tuple[Fact, ...]]
    country: str

    def fitting(self, patterns: Iterable[Pattern]) -> tuple[Fact, ...]:
        """The facts that any of the patterns names, each once, in order."""
        named = list(patterns)
        found = {f.id: f for f in self.facts if any(_fits(p, f, self.country) for p in named)}
        for pattern in named:
            found |= {f.id: f for f in self.statuses.get(pattern.liberty, ())}
        return tuple(found.values())


def _borne(register: Register, criterion: Criterion, seen: _Seen, shared: list[str]) -> Borne:
    bearing, weakening = seen.fitting(criterion.bearing), seen.fitting(criterion.weakening)
    missing = [] if criterion.excludes else list(shared)
    if criterion.needs_motive:
        missing.append("What shows a political motive is not in the register: the assessor says it.")
    if not bearing:
        missing.append("No fact of the register bears it.")
    elif all(f.modality == "alleged" for f in bearing):
        missing.append("Everything that bears it is alleged.")
    elif len({c.document for f in bearing for c in register.claims_of(f.id)}) < 2:
        missing.append("It rests on one source.")
    return Borne(criterion, bearing, weakening, tuple(missing))


def _fits(pattern: Pattern, fact: Fact, country: str) -> bool:
    if pattern.kind != fact.kind or fact.modality in ("denied", "annulled"):
        return False
    if pattern.group:
        return pattern.group in _groups(fact, country)
    return not pattern.field or fact.fields.get(pattern.field) == pattern.term


def _groups(fact: Fact, country: str) -> set[str]:
    """The classes of articles of the law pack under which a charge falls; none when it cannot be told."""
    number = str(fact.fields.get("article") or "")
    if not number:
        return set()
    found = resolve(
        number, edition=fact.fields.get("code"), on=fact.when, title=fact.fields.get("title"), country=country
    )
    return {g.id for g in pack(country).groups_of(found.article)} if found.article else set()


def _by(fact: Fact, on: date) -> bool:
    return fact.when is None or fact.when.earliest is None or fact.when.earliest <= on
