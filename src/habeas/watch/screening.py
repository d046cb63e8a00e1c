"""Who of the register may stand on a list: candidates with a probability and its reasons, never a match by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from habeas.lexicon.written_days import written_day
from habeas.register import Register
from habeas.watch.likeness import Likeness
from habeas.watch.pairing import SHOWN, likely_pairs
from habeas.watch.snapshot import ListEntry, Snapshot


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the register, with what can be compared: their names and, when one is accepted, the birth date."""

    id: str
    all_names: tuple[str, ...]
    birth: str | None = None
    identifier: str | None = None
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Hit:
    """A person of the register and an entry that may be theirs. `namesakes` counts other entries of the same name."""

    person: str
    entry: ListEntry
    likeness: Likeness
    namesakes: int

    def to_json(self) -> dict[str, Any]:
        """Both, with the probability and its reasons."""
        return {
            "person": self.person, "entry": self.entry.to_json(), **self.likeness.to_json(), "namesakes": self.namesakes
        }  # fmt: skip


def known_people(register: Register, *, roles: Sequence[str] = ("subject",)) -> tuple[KnownPerson, ...]:
    """The people of the register who have one of these roles in some document: by default those it is about."""
    return tuple(
        KnownPerson(p.id, tuple(dict.fromkeys((p.name, *p.names))), _birth(register, p.id))
        for p in register.people.values()
        if not roles or set(roles) & set(p.roles)
    )


def screen(people: Sequence[KnownPerson], snapshot: Snapshot, *, least: float = SHOWN) -> tuple[Hit, ...]:
    """The entries of the list that may be theirs, from a probability of `least` up, the likeliest first."""
    entries = [e for e in snapshot.entries if e.kind == "person"]
    pairs = likely_pairs(people, entries, least=least).found
    many: dict[str, int] = {}
    for person, _, _ in pairs:
        many[people[person].id] = many.get(people[person].id, 0) + 1
    return tuple(Hit(people[i].id, entries[j], how, many[people[i].id] - 1) for i, j, how in pairs)


def _birth(register: Register, person: str) -> str | None:
    """The one birth date that stands; None when there is none, or two that compete."""
    told = {
        written_day(str(reading.fields.get("value") or ""))
        for fact in register.facts_of(person, "identity")
        for reading in fact.readings
        if reading.fields.get("attribute") == "birth" and reading.modality == "happened"
    }
    return told.pop() if len(told) == 1 else None
