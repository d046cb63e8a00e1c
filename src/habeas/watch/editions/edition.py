"""An edition: a list as it was frozen, with its figures, their definitions and the heads of the ledger behind it.

It is values alone: once written it is never folded again, and its bytes (`to_bytes`) are named by their SHA-256.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.errors import HabeasError
from habeas.figures import RULES, Figure, PersonRule, Rule
from habeas.lexicon.wording import say_claim
from habeas.register import Fact, Listing, Register, liberty, listings
from habeas.register.rules import RULES as LIBERTY_RULES

FORMAT = 1


class NotAnEdition(HabeasError):
    """The bytes are no edition, or one that a newer Habeas wrote."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the edition. `facts` are the lines of what the status and the place on the list rest on, by id."""

    id: str
    name: str
    names: tuple[str, ...]
    statuses: tuple[str, ...]
    category: str
    tier: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as frozen. `definition` names the rule and what it rests on: two that differ count differently."""

    name: str
    title: str
    unit: str
    rule: str
    definition: str
    value: int | float
    low: int | float
    high: int | float
    comparator: str
    counted: tuple[str, ...]
    unknown: tuple[str, ...]
    disputed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """`heads` is the last entry of each feed that was folded; `own` False marks the list of somebody else."""

    name: str
    lists: tuple[str, ...]
    as_of: date
    known_at: str
    heads: Mapping[str, int]
    members: Mapping[str, Member]
    numbers: Mapping[str, Number]
    own: bool = True

    def to_json(self) -> dict[str, Any]:
        """The object of `edition.json`."""
        return {
            "kind": "habeas-edition", "format": FORMAT, "name": self.name, "own": self.own, "lists": list(self.lists),
            "as_of": self.as_of.isoformat(), "known_at": self.known_at, "heads": dict(sorted(self.heads.items())),
            "members": [
                {
                    "id": m.id, "name": m.name, "names": list(m.names), "statuses": list(m.statuses),
                    "category": m.category, "tier": m.tier, "facts": dict(sorted(m.facts.items())),
                }
                for m in self.members.values()
            ],
            "figures": [
                {
                    "name": n.name, "title": n.title, "unit": n.unit, "rule": n.rule, "definition": n.definition,
                    "value": n.value, "low": n.low, "high": n.high, "comparator": n.comparator,
                    "counted": list(n.counted), "unknown": list(n.unknown), "disputed": list(n.disputed),
                }
                for n in self.numbers.values()
            ],
        }  # fmt: skip

    def to_bytes(self) -> bytes:
        """The bytes that are kept: the same for the same edition."""
        return (json.dumps(self.to_json(), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def from_bytes(data: bytes) -> Edition:
    """An edition out of its bytes. Raises `NotAnEdition`."""
    try:
        said = json.loads(data)
        if said["kind"] != "habeas-edition" or said["format"] > FORMAT:
            raise NotAnEdition(f"This Habeas reads editions up to format {FORMAT}.", "Upgrade Habeas.")
        members = (
            Member(
                m["id"], m["name"], tuple(m["names"]), tuple(m["statuses"]), m["category"], m["tier"], m["facts"]
            )
            for m in said["members"]
        )  # fmt: skip
        numbers = (
            Number(**{**n, **{k: tuple(n[k]) for k in ("counted", "unknown", "disputed")}}) for n in said["figures"]
        )
        return Edition(
            said["name"], tuple(said["lists"]), date.fromisoformat(said["as_of"]), said["known_at"], said["heads"],
            {m.id: m for m in members}, {n.name: n for n in numbers}, said["own"],
        )  # fmt: skip
    except (ValueError, KeyError, TypeError) as error:
        raise NotAnEdition(
            f"The file is no edition of Habeas ({error}).", "Give one that `habeas edition` wrote."
        ) from None


def take(
    register: Register, figures: Sequence[Figure], *, name: str, lists: Sequence[str], as_of: date, known_at: str
) -> Edition:
    """The edition of a register: everyone whom a figure counts, with what their status and place rest on."""
    whole = [f for f in figures if f.category is None]
    ids = {i for f in whole for group in (f.counted, f.unknown, f.disputed) for i in group if i in register.people}
    members = (_member(register, person, lists, as_of) for person in sorted(ids))
    return Edition(
        name, tuple(lists), as_of, known_at, dict(register.heads), {m.id: m for m in members},
        {f.name: _number(f) for f in whole},
    )  # fmt: skip


def definition(rule: Rule) -> str:
    """A name for how a figure is counted: it changes when the rule or the table of liberty does."""
    said = repr(rule) + (repr(LIBERTY_RULES) if isinstance(rule, PersonRule) else "")
    return hashlib.sha256(said.encode()).hexdigest()[:16]


_DEFINITIONS = {rule.name: definition(rule) for rule in RULES}


def _number(figure: Figure) -> Number:
    return Number(
        figure.name, figure.title, figure.unit, figure.rule, _DEFINITIONS.get(figure.name, ""), figure.value,
        figure.low, figure.high, figure.comparator, figure.counted, figure.unknown, figure.disputed,
    )  # fmt: skip


def _member(register: Register, person: str, lists: Sequence[str], as_of: date) -> Member:
    held = register.people[person]
    state = liberty(register, person, as_of)
    on = listed_on(register, person, lists, as_of)
    because = (*state.because, *(id for listing in on for id in listing.because))
    facts = {id: line(register.facts[id]) for id in because if id in register.facts}
    category = next((listing.category for listing in on if listing.category), "") or ""
    tier = next((listing.tier for listing in on if listing.tier), "") or ""
    return Member(person, held.name, held.names, state.statuses, category, tier, facts)


def listed_on(register: Register, person: str, lists: Sequence[str], day: date) -> list[Listing]:
    """The stretches of the lists that hold the person on the day."""
    return [
        found
        for found in listings(register, person)
        if found.list in lists and found.start <= day and (found.end is None or day < found.end)
    ]


def line(fact: Fact) -> str:
    """A fact in a line, by its first reading."""
    reading = fact.readings[0]
    return say_claim(
        reading.kind, reading.fields, when=reading.when.text if reading.when else None,
        attribution=reading.attribution, modality=reading.modality,
    )  # fmt: skip
