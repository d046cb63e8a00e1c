"""Which fact a claim supports: proposed at acceptance, decided by the member who accepts.

Same person, same kind, same defining fields, and dates that may mean one day (or a date that one of them leaves out)
propose an existing fact; anything else a new one. A wrong join hides something, a wrong split shows it twice: in doubt,
split.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.lexicon.when import When

DEFINING: Mapping[str, tuple[str, ...]] = {
    "identity": ("attribute", "value"),
    "recognition": ("list", "step"),
    "charge": ("article", "part", "code"),
    "proceeding": ("step", "outcome"),
    "hearing": ("body", "purpose"),
    "custody": ("form",),
    "sentence": ("penalty", "length"),
    "enforcement": ("step",),
    "release": ("ground",),
    "restriction": ("what",),
    "ill_treatment": ("act",),
    "health": ("condition",),
    "death": (),
    "disappearance": (),
    "coercive_step": ("act",),
    "listing": ("list", "action"),
    "protection": ("act", "state"),
    "finding": ("body", "reference"),
    "compliance": ("remedy", "state"),
    "assembly": ("place",),
    "relation": ("other", "tie"),
    "involvement": ("degree",),
    "asserted_figure": ("counts", "count"),
    "mandate": ("giver", "scope"),
    "intervention": ("act", "addressee"),
}
"""Kind -> the fields that make it this fact and no other.

`identity` of birth or sex is defined by its attribute alone: a person has one, and two values are a dispute."""

_ONE_EACH = ("birth", "sex")
_ACTUAL = ("happened", "alleged", "denied")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a claim states, as far as it matters for its fact. `person` is the group that its record belongs to."""

    person: str
    kind: str
    fields: Mapping[str, Any]
    when: str | None
    modality: str


Signature = tuple[str, str, str]


def signature(stated: Stated) -> Signature:
    """Claims with different signatures never support one fact: person, kind, and whether it is said to have taken
    place.

    `happened`, `alleged` and `denied` speak of one fact; what was requested, threatened, scheduled or annulled is
    another.
    """
    return stated.person, stated.kind, "actual" if stated.modality in _ACTUAL else stated.modality


class KnownFacts:
    """The facts that a new claim may support. Grows with each acceptance, so that one batch can join its own claims."""

    def __init__(self) -> None:
        self._facts: dict[Signature, dict[str, list[Stated]]] = {}

    def add(self, fact: str, stated: Stated) -> None:
        """Remembers that `fact` holds a claim stating this."""
        self._facts.setdefault(signature(stated), {}).setdefault(fact, []).append(stated)

    def supported_by(self, stated: Stated) -> str | None:
        """The fact to propose, or None for a new one. Of several the closest in date, then the oldest."""
        fitting = [
            (closeness, fact)
            for fact, claims in self._facts.get(signature(stated), {}).items()
            if (closeness := _closeness(stated, claims)) is not None
        ]
        return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _closeness(new: Stated, claims: Iterable[Stated]) -> int | None:
    """None when the fact is another one; else 0 for the same date, 1 for dates that overlap, 2 for a date left out."""
    ranks = []
    for claim in claims:
        rank = _dates(new.when, claim.when)
        if rank is None or not _same_fields(new, claim, dated=rank < 2):
            return None
        ranks.append(rank)
    return min(ranks, default=None)


def _dates(one: str | None, other: str | None) -> int | None:
    if not one or not other:
        return 2
    if one == other:
        return 0
    return 1 if When.parse(one).overlaps(When.parse(other)) else None


def _same_fields(one: Stated, other: Stated, *, dated: bool) -> bool:
    """Equal defining fields; one that a claim leaves out is no difference when both state fitting dates."""
    for name in _defining(one):
        a, b = one.fields.get(name), other.fields.get(name)
        if a != b and not (dated and (a is None or b is None)):
            return False
    return True


def _defining(stated: Stated) -> tuple[str, ...]:
    if stated.kind == "identity" and stated.fields.get("attribute") in _ONE_EACH:
        return ("attribute",)
    return DEFINING.get(stated.kind, ())
