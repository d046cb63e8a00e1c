"""How likely two entries, or an entry and a person of the register, are one; with the reasons, for people to judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from habeas.lexicon import When, family_key, fold


class Named(Protocol):
    """What is compared: names as printed, a birth date in EDTF, an identifier, person or organisation."""

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name, the main one first."""
        ...

    @property
    def birth(self) -> str | None:
        """The birth date, EDTF."""
        ...

    @property
    def identifier(self) -> str | None:
        """A number that the State gives to one person."""
        ...

    @property
    def kind(self) -> str:
        """`person` or `organisation`."""
        ...


@dataclass(frozen=True, slots=True)
class Likeness:
    """The probability that two are one, and why, part by part."""

    probability: float
    reasons: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Both, as JSON."""
        return {"probability": round(self.probability, 4), "reasons": list(self.reasons)}


def likeness(one: Named, other: Named) -> Likeness:
    """How likely two are one. A name alone never makes a match: see the reasons."""
    if one.kind != other.kind:
        return Likeness(0.0, ("one is a person, the other an organisation",))
    name, words = max(_names(a, b) for a in one.all_names for b in other.all_names)
    reasons = [words]
    odds = name
    if one.birth and other.birth:
        fits = When.parse(one.birth).overlaps(When.parse(other.birth))
        odds = odds if fits else odds * 0.02
        reasons.append(f"birth {one.birth} and {other.birth} {'fit' if fits else 'differ'}")
    else:
        odds *= 0.6
        reasons.append("a birth date is missing: by name alone")
    if one.identifier and other.identifier:
        same = one.identifier == other.identifier
        odds = 0.99 if same else odds * 0.1
        reasons.append("identifiers are the same" if same else "identifiers differ")
    return Likeness(odds, tuple(reasons))


def _names(a: str, b: str) -> tuple[float, str]:
    if fold(a) == fold(b):
        return 0.95, f"{a} and {b}: the same name"
    one, other = set(family_key(a).split()), set(family_key(b).split())
    share = len(one & other) / max(len(one | other), 1)
    return 0.9 * share, f"{a} and {b}: {len(one & other)} of {len(one | other)} words alike"
