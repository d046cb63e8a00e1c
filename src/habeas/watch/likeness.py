"""How likely two entries, or an entry and a person of the register, are one; with the reasons, for people to judge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from habeas.lexicon import When, fold
from habeas.matching import compare

_MOST = 0.95
"""What a name alone says at most: others may have it too."""


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


@lru_cache(maxsize=65536)
def _names(a: str, b: str) -> tuple[float, str]:
    """The probability that both are one person's name, at most 0.95, and why, part by part."""
    if fold(a) == fold(b):
        return _MOST, f"{a} and {b}: the same name"
    found = compare(a, b)
    parts = ", ".join(f"{p.role} {p.verdict}" + (f" ({p.rule})" if p.rule else "") for p in found.parts)
    return min(found.probability, _MOST), f"{a} and {b}: {parts or 'nothing to compare'}"
