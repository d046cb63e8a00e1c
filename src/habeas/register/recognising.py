"""Steps of lists about people: what sources claim, and what members decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from habeas.ledger import Entry
from habeas.lexicon.when import When
from habeas.register.model import Fact, Reading, Recognition
from habeas.register.visibility import START_LEVEL

Released = Mapping[str, tuple[int, str]]
"""Entry of a recognition by decision -> the level to which it was released, and the basis."""


def recognitions(
    facts: Mapping[str, Fact], decisions: Iterable[Entry], person_of: Mapping[str, str], levels: Released
) -> dict[str, tuple[Recognition, ...]]:
    """Person -> every step of every list. A decision counts from the day it names, else from the day it was made."""
    found: dict[str, list[Recognition]] = defaultdict(list)
    for fact in facts.values():
        if fact.kind == "recognition" and fact.person is not None and fact.modality == "happened":
            found[fact.person].append(_claimed(fact, fact.readings[0]))
    for entry in decisions:
        step = _decided(entry, person_of, levels)
        found[step.person].append(step)
    return {person: tuple(steps) for person, steps in found.items()}


def _claimed(fact: Fact, reading: Reading) -> Recognition:
    f = reading.fields
    when = reading.when or (When.of(fact.state_of) if fact.state_of else None)
    return Recognition(
        fact.id,
        fact.person or "",
        "",
        f.get("list") or "",
        f.get("step") or "entered",
        f.get("category"),
        f.get("tier"),
        f.get("reason"),
        when,
        False,
        fact.disputed,
        fact.level,
    )


def _decided(entry: Entry, person_of: Mapping[str, str], levels: Released) -> Recognition:
    assert entry.body is not None
    c = entry.body.content
    when = When.parse(c["when"]) if c.get("when") else When.of(date.fromisoformat(entry.header.at[:10]))
    level, basis = levels.get(entry.id, (max(START_LEVEL, entry.body.level), None))
    return Recognition(
        entry.id,
        person_of.get(c["record"], c["record"]),
        c["record"],
        c["list"],
        c["step"],
        c.get("category"),
        c.get("tier"),
        c.get("reason"),
        when,
        True,
        False,
        level,
        basis,
    )
