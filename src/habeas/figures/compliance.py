"""International decisions split into their remedies, each with what sources say was done; the share that was met.

A decision is one body and reference, however many people it names. What it demands is split into remedies; a statement
of compliance that names no remedy is about all of them. The last statement by the date counts. *Met* is met because of
the decision: `met_but_not_because` is none. Where nothing is said a remedy is open, so that the share has two bounds:
as if nothing open were met, and as if all of it were (bounds without assumptions, Manski 1990).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from habeas.figures.topics import compliance_rows, topic
from habeas.register import Fact, Register, visible

MET, OPEN = "met", "unknown"
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\bи\b)\s*")


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing demanded, the last state that a source states by the date (`unknown`: none), and the fact behind it."""

    name: str
    state: str
    fact: str | None
    when: str | None


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """One decision with its remedies. `facts` are the findings that tell of it, `people` whom they are about."""

    topic: str
    body: str
    reference: str
    when: str | None
    facts: tuple[str, ...]
    people: tuple[str, ...]
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True)
class Compliance:
    """All decisions by a date, and the share of remedies met: between `low` and `high`, None without any remedy."""

    as_of: str
    decisions: tuple[DecisionMade, ...]

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """Every remedy of every decision."""
        return tuple(r for d in self.decisions for r in d.remedies)

    def count(self, state: str) -> int:
        """How many remedies are in this state."""
        return sum(r.state == state for r in self.remedies)

    @property
    def low(self) -> float | None:
        """The share met if nothing open was."""
        return self.count(MET) / len(self.remedies) if self.remedies else None

    @property
    def high(self) -> float | None:
        """The share met if everything open was."""
        return (self.count(MET) + self.count(OPEN)) / len(self.remedies) if self.remedies else None


def compliance(register: Register, *, as_of: date, audience: str = "team") -> Compliance:
    """The decisions by the date that the audience may see, in order of time. Raises `NoSuchAudience`."""
    found: dict[str, list[Fact]] = {}
    for fact in register.facts.values():
        if fact.kind == "finding" and visible(fact.kind, None, fact.level, audience) and _by(fact, as_of):
            found.setdefault(topic(fact), []).append(fact)
    stated = list(_stated(register, as_of, audience))
    decisions = (_decision(name, facts, [s for t, s in stated if t == name]) for name, facts in found.items())
    return Compliance(as_of.isoformat(), tuple(sorted(decisions, key=lambda d: (d.when or "9999", d.topic))))


def _stated(register: Register, as_of: date, audience: str) -> Iterator[tuple[str, Fact]]:
    for id, name, high, _, _ in compliance_rows(register):
        fact = register.facts[str(id)]
        if visible(fact.kind, None, fact.level, audience) and (str(high) <= as_of.isoformat() or fact.when is None):
            yield str(name), fact


def _decision(name: str, facts: list[Fact], stated: list[Fact]) -> DecisionMade:
    first = facts[0]
    demanded = dict.fromkeys(part for f in facts for part in _SPLIT.split(str(f.fields.get("demand") or "")) if part)
    told = dict.fromkeys(str(f.fields.get("remedy") or "") for f in stated)
    names = list(dict.fromkeys((*demanded, *(t for t in told if t)))) or [""]
    remedies = tuple(_remedy(n, stated) for n in names) if demanded or stated else ()
    return DecisionMade(
        name, str(first.fields.get("body") or ""), str(first.fields.get("reference") or ""),
        next((f.when.text for f in facts if f.when), None), tuple(f.id for f in facts),
        tuple(dict.fromkeys(f.person for f in facts if f.person)), remedies,
    )  # fmt: skip


def _remedy(name: str, stated: list[Fact]) -> Remedy:
    about = [f for f in stated if str(f.fields.get("remedy") or "") in (name, "")]
    last = max(about, key=lambda f: (_latest(f), f.fields.get("remedy") == name), default=None)
    if last is None:
        return Remedy(name, OPEN, None, None)
    return Remedy(name, str(last.fields.get("state") or OPEN), last.id, last.when.text if last.when else None)


def _latest(fact: Fact) -> date:
    return (fact.when.latest if fact.when else None) or date.min


def _by(fact: Fact, as_of: date) -> bool:
    return fact.when is None or fact.when.latest is None or fact.when.latest <= as_of
