"""Counts with a comparator: "about 620" is `{"value": 620, "comparator": "~"}`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor, inf
from typing import Any

from habeas.errors import HabeasError

COMPARATORS = ("=", ">=", ">", "~", "<=", "<")


class NotACount(HabeasError):
    """The value is no number with one of the six comparators."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, cases or acts as a source states it. `value` is never negative."""

    value: int | float
    comparator: str = "="

    def __post_init__(self) -> None:
        number = isinstance(self.value, (int, float)) and not isinstance(self.value, bool)
        if not number or not 0 <= self.value < inf:
            raise NotACount(f"{self.value!r} is no count.", "Give a number from zero upwards.")
        if self.comparator not in COMPARATORS:
            raise NotACount(f"{self.comparator!r} is no comparator.", f"Use one of {' '.join(COMPARATORS)}.")

    @classmethod
    def from_json(cls, value: Mapping[str, Any] | int | float) -> Count:
        """Reads a bare number or `{"value": ..., "comparator": ...}`. Raises `NotACount`."""
        if isinstance(value, Mapping):
            return cls(value.get("value"), value.get("comparator", "="))  # type: ignore[arg-type]
        return cls(value)

    def to_json(self) -> dict[str, Any]:
        """The form of `design.md`, section 4."""
        return {"value": self.value, "comparator": self.comparator}

    def allows(self, recount: float) -> bool:
        """True when `recount` makes this count true as printed. "About" allows a tenth either way."""
        return {
            "=": recount == self.value,
            ">=": recount >= self.value,
            ">": recount > self.value,
            "<=": recount <= self.value,
            "<": recount < self.value,
            "~": abs(recount - self.value) * 10 <= self.value,
        }[self.comparator]

    def bounds(self) -> tuple[float, float | None]:
        """Low and high that the words themselves support; None where they set no upper bound.

        "About" gives no bound in either direction, so its own value stands for both.
        """
        return {
            "=": (self.value, self.value),
            "~": (self.value, self.value),
            ">=": (self.value, None),
            ">": (floor(self.value) + 1, None),
            "<=": (0, self.value),
            "<": (0, max(ceil(self.value) - 1, 0)),
        }[self.comparator]


def total(counts: Iterable[Count]) -> Count:
    """The sum of disjoint counts. The comparator is the weakest that still holds for the sum.

    "At least" added to "at most" bounds nothing, and "about" bounds nothing in any company: both sums are "about".
    """
    counts = list(counts)
    value = sum(c.value for c in counts)
    kinds = {c.comparator for c in counts} - {"="}
    if not kinds:
        return Count(value)
    if kinds == {">"} or kinds == {">=", ">"}:
        return Count(value, ">")
    if kinds == {"<"} or kinds == {"<=", "<"}:
        return Count(value, "<")
    return Count(value, kinds.pop() if len(kinds) == 1 else "~")
