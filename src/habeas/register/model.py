"""The values of a folded register: sources, claims, facts, people, recognitions, conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.lexicon.when import When

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """A captured source. `state_of` is the day up to which it speaks: see `habeas.register.sources`."""

    id: str
    title: str
    language: str
    published: When | None
    captured_at: str
    entry: str
    state_of: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A person (or case, group, organisation) as one document names them."""

    id: str
    document: str
    name: str
    names: tuple[str, ...]
    role: str
    entry: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a claim says, as a member reads it. A correction makes a new one; the older stay in `HeldClaim.earlier`."""

    kind: str
    fields: Fields
    when: When | None
    attribution: str
    modality: str
    entry: str


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """An accepted claim: where it stands, what it says, who took it in. Unreleased, its `level` is its `base`."""

    id: str
    fact: str
    record: str
    reading: Reading
    document: str
    span: tuple[int, int]
    of: tuple[str, ...]
    case: str | None
    rule: str | None
    confidence: float | None
    author: str
    at: str
    bulk: bool
    base: int
    level: int
    basis: str | None
    earlier: tuple[Reading, ...]
    entries: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The kind of what it says."""
        return self.reading.kind


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims of which a member says that they tell the same thing.

    `readings` holds one reading, or several when the claims conflict and no `prefer` says which holds: then the fact
    is disputed. `others` are the readings that a `prefer` set aside; they stay visible.
    """

    id: str
    kind: str
    person: str | None
    claims: tuple[str, ...]
    readings: tuple[Reading, ...]
    others: tuple[Reading, ...]
    preferred: str | None
    level: int
    state_of: date | None
    document: str
    offset: int
    about: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """True when its claims give more than one answer."""
        return len(self.readings) > 1

    @property
    def fields(self) -> Fields:
        """The fields of its first reading; all of them when it is not disputed."""
        return self.readings[0].fields

    @property
    def when(self) -> When | None:
        """The date of its first reading."""
        return self.readings[0].when

    @property
    def modality(self) -> str:
        """The modality of its first reading."""
        return self.readings[0].modality


@dataclass(frozen=True, slots=True)
class Person:
    """Records joined by decisions. The id is the smallest of its record ids."""

    id: str
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    records: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recognition:
    """One step of a list about a person: `entered`, `left` or `refused`.

    `id` is that of the fact, or of the entry when members decided it (`own`). `basis` is what released it.
    """

    id: str
    person: str
    record: str
    list: str
    step: str
    category: str | None
    tier: str | None
    reason: str | None
    when: When | None
    own: bool
    disputed: bool
    level: int
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Decisions that cannot all stand: none of the candidates is applied; what they are about stands."""

    kind: str
    about: str
    candidates: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Unassigned:
    """Something decided about a person while records were joined that a split took apart again.

    It has dropped to level 2 at least and waits for a member to decide it anew.
    """

    entry: str
    split: str
    records: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mandate:
    """A power of attorney or consent, as recorded. The giver is level 4."""

    id: str
    giver: str
    scope: str
    purpose: str
    until: When | None
    proof: str
    entry: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """One decision in force on one criterion. `second` is another member, who agreed or did not, and why."""

    entry: str
    record: str
    definition: str
    criterion: str
    answer: str
    facts: tuple[str, ...]
    against: tuple[str, ...]
    reason: str
    author: str
    at: str
    second: str | None = None
    second_agrees: bool | None = None
    second_why: str = ""

    @property
    def confirmed(self) -> bool:
        """True when a second member agreed."""
        return bool(self.second_agrees)
