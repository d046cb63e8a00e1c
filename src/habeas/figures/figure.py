"""A figure: a number with the rule that made it, whom it counts, and what is open about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is what certainly counts (`low`); `high` adds those for whom dates or disputes leave it open.

    `counted`, `unknown` and `disputed` are ids of people or facts, sorted. `withheld` is how many more the rule counts
    and the audience may not see. `comparator` is `>=` as soon as anything is open. Dates are ISO days; `known_at` is
    whatever the caller says the register was folded at. `lists` are the lists that were chosen.
    """

    name: str
    title: str
    unit: str
    rule: str
    value: int | float
    low: int | float
    high: int | float
    comparator: str
    counted: tuple[str, ...]
    unknown: tuple[str, ...]
    disputed: tuple[str, ...]
    withheld: int
    as_of: str
    known_at: str | None
    lists: tuple[str, ...]
    category: str | None = None

    def to_json(self) -> dict[str, Any]:
        """One object of `figures` in design, section 4."""
        json = {
            "name": self.name,
            "title": self.title,
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "comparator": self.comparator,
            "unit": self.unit,
            "rule": self.rule,
            "lists": list(self.lists),
            "counted": list(self.counted),
            "unknown": list(self.unknown),
            "disputed": list(self.disputed),
            "withheld": self.withheld,
        }
        return json if self.category is None else {**json, "category": self.category}


def figures_json(figures: list[Figure]) -> dict[str, Any]:
    """The object of `habeas figures --json`; an empty list has neither date."""
    first = figures[0] if figures else None
    return {
        "as_of": first.as_of if first else None,
        "known_at": first.known_at if first else None,
        "figures": [f.to_json() for f in figures],
    }
