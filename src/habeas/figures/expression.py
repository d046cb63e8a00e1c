"""What a counting rule may say about a person. Both engines evaluate the same expression.

Every part answers twice for a day: who it *certainly* holds for, and who it *may* hold for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Listed:
    """A chosen list holds the person on the day; with `category`, under that category."""

    category: str | None = None


@dataclass(frozen=True, slots=True)
class LibertyIn:
    """The person's liberty on the day is one of these statuses."""

    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnStateList:
    """A state list or wanted notice holds the person on the day."""


@dataclass(frozen=True, slots=True)
class HasFact:
    """By the day there is a fact of this kind; with `terms`, one whose `field` has one of them. Denied ones do not
    count.
    """

    kind: str
    field: str | None = None
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Expression


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Expression, ...]


Expression: TypeAlias = Listed | LibertyIn | OnStateList | HasFact | Not | All | Any


def both(*parts: Expression) -> All:
    """All of the parts."""
    return All(parts)
