"""What holding a text against a register hands over: its numbers, its people, what it says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from habeas.evidence.document import Document
from habeas.reading.proposals import Span

SAME, LIKELY, ABSENT = "same", "likely", "not_in_register"
AGREES, DIFFERS, UNSAID, UNTOLD = "agrees", "differs", "not_in_register", "cannot_tell"


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """A number of the text beside the figure that counts the same: does it still hold?"""

    text: str
    span: Span
    value: float
    comparator: str
    figure: str
    title: str
    low: float
    high: float
    verdict: str

    def to_json(self) -> dict[str, Any]:
        """One object of `figures`."""
        return {
            "text": self.text, "span": list(self.span), "value": self.value, "comparator": self.comparator,
            "figure": self.figure, "low": self.low, "high": self.high, "verdict": self.verdict,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeldPerson:
    """A person of the text: who of the register it is (`same`: the name is one; `likely`: by a probability), or nobody.

    `others` are further people of the register whom the name fits as well.
    """

    id: str
    name: str
    span: Span
    verdict: str
    person: str | None
    known_as: str
    probability: float
    others: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """One object of `people`."""
        return {
            "id": self.id, "name": self.name, "span": list(self.span), "verdict": self.verdict, "person": self.person,
            "known_as": self.known_as, "probability": round(self.probability, 4), "others": list(self.others),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """What the text says of a known person, and what the register says; `facts` are the ids behind `register`."""

    person: str
    name: str
    span: Span
    kind: str
    verdict: str
    said: str
    register: tuple[str, ...]
    facts: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """One object of `claims`."""
        return {
            "person": self.person, "name": self.name, "span": list(self.span), "kind": self.kind,
            "verdict": self.verdict, "said": self.said, "register": list(self.register), "facts": list(self.facts),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class AgainstRegister:
    """The whole. `missing` are (id, name) of people whom the list holds and the text does not name."""

    document: Document
    as_of: str
    numbers: tuple[HeldNumber, ...]
    people: tuple[HeldPerson, ...]
    claims: tuple[HeldClaim, ...]
    missing: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, Any]:
        """The object of `habeas check FILE --register --json`."""
        d = self.document
        return {
            "document": {"sha256": d.sha256, "title": d.title, "language": d.language, "characters": len(d.text)},
            "as_of": self.as_of,
            "figures": [n.to_json() for n in self.numbers],
            "people": [p.to_json() for p in self.people],
            "claims": [c.to_json() for c in self.claims],
            "missing": [{"person": id, "name": name} for id, name in self.missing],
        }
