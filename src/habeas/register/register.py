"""The folded register: what may be asked of it. Made by `habeas.register.fold`, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from habeas.errors import HabeasError
from habeas.register.model import (
    Assessment,
    Conflict,
    Fact,
    HeldClaim,
    Mandate,
    Person,
    Recognition,
    Record,
    Source,
    Unassigned,
)


class NotInRegister(HabeasError):
    """No person, fact or claim of the register has, or ever had, this id."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Register:
    """Sources, records, people, facts and claims as the decisions in force leave them.

    `conflicts` and `unassigned` wait for a member. `withdrawn` maps the id of each fact, claim and decision taken back
    to the entry that did it. `heads` is the last entry folded, by feed.
    """

    people: Mapping[str, Person]
    facts: Mapping[str, Fact]
    claims: Mapping[str, HeldClaim]
    records: Mapping[str, Record]
    sources: Mapping[str, Source]
    members: Mapping[str, str]
    mandates: Mapping[str, Mandate]
    recognitions: Mapping[str, tuple[Recognition, ...]]
    conflicts: tuple[Conflict, ...]
    unassigned: tuple[Unassigned, ...]
    withdrawn: Mapping[str, str]
    rejected: Mapping[str, str]
    heads: Mapping[str, int]
    person_of: Mapping[str, str] = field(default_factory=dict)
    fact_of: Mapping[str, str] = field(default_factory=dict)
    assessments: Mapping[str, tuple[Assessment, ...]] = field(default_factory=dict)

    def resolve(self, id: str) -> str:
        """The id under which a person or fact stands now, from any id it ever had. Raises `NotInRegister`."""
        found = self.person_of.get(id) or self.fact_of.get(id)
        if found is None:
            raise NotInRegister(
                f"Nothing in the register has the id {id!r}.", "`habeas list` prints the ids of people."
            )
        return found

    def person(self, id: str) -> Person:
        """The person who has or had this id, or whose record it is. Raises `NotInRegister`."""
        return self.people[self.resolve(id)] if id in self.person_of else self._missing(id)

    def facts_of(self, person: str, *kinds: str) -> tuple[Fact, ...]:
        """Facts about a person, in the order of their ids; all kinds when none is named. Raises `NotInRegister`."""
        facts = (self.facts[f] for f in self.person(person).facts)
        return tuple(f for f in facts if not kinds or f.kind in kinds)

    def claims_of(self, fact: str) -> tuple[HeldClaim, ...]:
        """The claims that a fact rests on."""
        return tuple(self.claims[c] for c in self.facts[fact].claims)

    def _missing(self, id: str) -> Person:
        raise NotInRegister(f"No person in the register has the id {id!r}.", "`habeas list` prints the ids of people.")
