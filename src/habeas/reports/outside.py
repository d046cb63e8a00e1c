"""A register narrowed for those outside the office: names and sources stand in it only where something was released.

Levels guard facts. A name, a title and a spelling are no facts: they may stand in a source that nobody released, or be
the title of a memo that names who called. Here they are taken out before anything is rendered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from habeas.register import HeldClaim, Person, Register, Source, visible

SEALED = Source("", "A source that is not public", "", None, "", "")
"""Stands for every source that may not be named."""


def is_outside(audience: str) -> bool:
    """True for an audience that is not of the office. Raises `NoSuchAudience`."""
    return not visible("passage", None, 2, audience)


def narrowed(register: Register, audience: str, memos: Collection[str] = ()) -> Register:
    """The register for an outside audience. People bear the name of a record by which something was released; a source
    is named when something was released on it as a public source, and it is none of `memos`."""
    shown = [c for c in register.claims.values() if _seen(register, c, audience)]
    citable = {c.document for c in shown if c.basis == f"source:{c.document}"} - set(memos)
    records: dict[str, set[str]] = defaultdict(set)
    for claim in shown:
        records[register.person_of.get(claim.record, "")].add(claim.record)
    for person, steps in register.recognitions.items():
        records[person] |= {s.record for s in steps if s.own and visible("recognition", None, s.level, audience)}
    return replace(
        register,
        people={id: _named(register, p, records[id]) for id, p in register.people.items()},
        claims={id: c if c.document in citable else replace(c, document="") for id, c in register.claims.items()},
        sources={**{id: s for id, s in register.sources.items() if id in citable}, "": SEALED},
    )


def public_lists(register: Register, lists: Collection[str], audience: str) -> tuple[str, ...]:
    """Those of the lists that a recognition which the audience may see names."""
    steps = (s for found in register.recognitions.values() for s in found)
    seen = {s.list for s in steps if visible("recognition", "list", s.level, audience)}
    return tuple(name for name in lists if name in seen)


def category(register: Register, person: str, lists: Collection[str], audience: str, day: str) -> str:
    """The category under which the last step that the audience may see put the person on one of the lists."""
    steps = [
        s
        for s in register.recognitions.get(person, ())
        if s.list in lists
        and s.step == "entered"
        and visible("recognition", "category", s.level, audience)
        and (s.when is None or s.when.earliest is None or s.when.earliest.isoformat() <= day)
    ]
    return next((s.category for s in reversed(steps) if s.category), "")


def _seen(register: Register, claim: HeldClaim, audience: str) -> bool:
    fact = register.facts.get(register.fact_of.get(claim.fact, ""))
    return fact is not None and visible(fact.kind, None, max(fact.level, claim.level), audience)


def _named(register: Register, person: Person, records: Collection[str]) -> Person:
    known = [register.records[r].name for r in person.records if r in records and r in register.records]
    name = known[0] if known else person.id
    return replace(person, name=name, names=(name,))
