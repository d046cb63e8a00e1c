"""From what an engine found to a figure. Both engines end here."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from habeas.figures.figure import Figure
from habeas.figures.rules import PersonRule, Rule
from habeas.lexicon.count import Count, total


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: as of which day, of which lists, for which audience (its highest level), as known at what."""

    as_of: date
    lists: tuple[str, ...]
    ceiling: int
    known_at: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Ids: for whom a rule certainly and possibly holds, of those whom the audience sees, and who is open or
    disputed.
    """

    certain: Set[str]
    possible: Set[str]
    seen_certain: Set[str]
    seen_possible: Set[str]
    disputed: Set[str] = frozenset()
    open: Set[str] = frozenset()


def figure_of(rule: Rule, found: Found, asked: Asked) -> Figure:
    """Counts ids. Those who are possible and not certain are disputed or unknown; `open` ones are named as unknown."""
    uncertain = found.seen_possible - found.seen_certain
    disputed = uncertain & found.disputed
    unknown = (uncertain - disputed) | (found.open - found.seen_possible)
    low, high = len(found.seen_certain), len(found.seen_possible)
    withheld = len(found.possible) - high
    comparator = ">=" if unknown or disputed or withheld else "="
    category = rule.category if isinstance(rule, PersonRule) else None
    return Figure(
        rule.name,
        rule.title,
        rule.unit,
        rule.words,
        low,
        low,
        high,
        comparator,
        tuple(sorted(found.seen_certain)),
        tuple(sorted(unknown)),
        tuple(sorted(disputed)),
        withheld,
        asked.as_of.isoformat(),
        asked.known_at,
        asked.lists,
        category,
    )


@dataclass(frozen=True, slots=True)
class Detained:
    """One assembly: its fact, the people detained, whether it is disjoint from all that are summed, and its level."""

    fact: str
    count: Count
    summed: bool
    dated: bool
    level: int


def sum_of(rule: Rule, assemblies: list[Detained], asked: Asked) -> Figure:
    """Adds disjoint counts, keeping the comparator. Undated assemblies are unknown: they may be any of the others."""
    summed = [a for a in assemblies if a.summed]
    seen = [a for a in summed if a.level <= asked.ceiling]
    sum_ = total(a.count for a in seen)
    bounds = [a.count.bounds() for a in seen]
    low = sum(b[0] for b in bounds)
    high = sum(b[0] if b[1] is None else b[1] for b in bounds)
    unknown = sorted(a.fact for a in assemblies if not a.dated and a.level <= asked.ceiling)
    comparator = ">=" if sum_.comparator == "=" and (unknown or len(seen) < len(summed)) else sum_.comparator
    return Figure(
        rule.name,
        rule.title,
        rule.unit,
        rule.words,
        sum_.value,
        low,
        high,
        comparator,
        tuple(sorted(a.fact for a in seen)),
        tuple(unknown),
        (),
        len(summed) - len(seen),
        asked.as_of.isoformat(),
        asked.known_at,
        asked.lists,
    )
