"""Why a figure moved between two editions of one ledger: in steps that add up, with an explicit residual.

Each step changes one thing and counts again: the definition (rules, lists), then joins and splits of records, then
what became known late, then corrections, then the day. What the steps do not explain is the residual: an edition that
does not follow from its own ledger. It is zero unless something changed without an entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from habeas.figures import RULES, Figure, count
from habeas.ledger import Entry
from habeas.register import Register, fold
from habeas.register.order import known
from habeas.watch.editions.edition import Edition, Number, definition

CAUSES = ("definition", "merges", "late_news", "corrections", "events", "residual")
"""The parts of a move, in the order of their steps."""
JOINING = frozenset(("same", "different", "cannot_tell", "split"))
CORRECTING = frozenset(("correct", "prefer", "withdraw", "basis_withdrawn", "erased", "reject"))
Counts: TypeAlias = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Part:
    """What one cause did to a figure: by how much, and whom it brought in or took out (ids as counted)."""

    cause: str
    change: int | float
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A figure before and after; the changes of `parts` add up to the difference."""

    figure: str
    title: str
    before: int | float
    after: int | float
    parts: tuple[Part, ...]

    @property
    def residual(self) -> int | float:
        """What no entry and no definition explains; people count too when numbers happen to be equal."""
        part = next(p for p in self.parts if p.cause == "residual")
        return part.change or len(part.came) + len(part.went)


@dataclass(frozen=True, slots=True)
class Stages:
    """The registers between two editions: at A's heads, with later joins, with late news, at B's heads."""

    first: Register
    joined: Register
    told: Register
    last: Register


def stages(a: Edition, b: Edition, entries: Sequence[Entry]) -> Stages:
    """Folds the ledger four times. Entries are those of all feeds."""
    base = [e for e in entries if known(e, a.heads)]
    later = [e for e in entries if known(e, b.heads) and not known(e, a.heads)]
    first = fold(base)
    joins = [e for e in later if e.action in JOINING and _about_known(e, first)]
    told = [e for e in later if e.action not in CORRECTING]
    return Stages(first, fold([*base, *joins]), fold([*base, *told]), fold([*base, *later]))


def _about_known(entry: Entry, register: Register) -> bool:
    """True when an entry joins or parts records or facts that were there before."""
    content = entry.body.content if entry.body else {}
    return all(i in register.records for i in content.get("records") or ()) and all(
        i in register.fact_of or i in register.facts for i in content.get("facts") or ()
    )


def moves(a: Edition, b: Edition, between: Stages) -> tuple[Move, ...]:
    """Every figure that either edition states, with the parts of its change."""
    steps = [
        _counts(between.first, a.as_of, a.lists),
        _counts(between.first, a.as_of, b.lists),
        _counts(between.joined, a.as_of, b.lists),
        _counts(between.told, a.as_of, b.lists),
        _counts(between.last, a.as_of, b.lists),
        _counts(between.last, b.as_of, b.lists),
    ]
    names = [name for name in {**a.numbers, **b.numbers} if name in steps[0]]
    return tuple(_move(name, a.numbers.get(name), b.numbers.get(name), steps) for name in names)


def follows(edition: Edition, register: Register) -> list[str]:
    """Names of figures whose frozen number is not what the register at the edition's heads gives by the same rule."""
    counted = _counts(register, edition.as_of, edition.lists)
    return [
        n.name
        for n in edition.numbers.values()
        if n.name in counted and _same_rule(n) and _said(n) != _said(counted[n.name])
    ]


def _counts(register: Register, as_of: date, lists: Sequence[str]) -> Counts:
    return {f.name: f for f in count(register, RULES, as_of=as_of, lists=lists)}


def _move(name: str, before: Number | None, after: Number | None, steps: Sequence[Counts]) -> Move:
    counted = [step[name] for step in steps]
    start, end = before or counted[0], after or counted[-1]
    causes = ("definition", "merges", "late_news", "corrections", "events")
    parts = {cause: _part(cause, counted[n], counted[n + 1]) for n, cause in enumerate(causes)}
    ends = [(start, counted[0], before), (counted[-1], end, after)]
    residual: list[Part] = []
    for one, other, frozen in ends:
        gap = _part("residual", one, other)
        if frozen is None or _same_rule(frozen):
            residual.append(gap)
        else:
            parts["definition"] = _together("definition", [parts["definition"], gap])
    return Move(name, counted[0].title, start.value, end.value, (*parts.values(), _together("residual", residual)))


def _part(cause: str, one: Figure | Number, other: Figure | Number) -> Part:
    had, has = set(one.counted), set(other.counted)
    return Part(cause, other.value - one.value, tuple(sorted(has - had)), tuple(sorted(had - has)))


def _together(cause: str, parts: Sequence[Part]) -> Part:
    came = tuple(i for p in parts for i in p.came)
    went = tuple(i for p in parts for i in p.went)
    return Part(cause, sum(p.change for p in parts), came, went)


def _same_rule(number: Number) -> bool:
    return any(rule.name == number.name and definition(rule) == number.definition for rule in RULES)


def _said(number: Figure | Number) -> tuple[object, ...]:
    return number.value, number.low, number.high, number.counted, number.unknown, number.disputed


def moved(found: Sequence[Move]) -> Iterator[Move]:
    """Those that moved, or of which people came and went though the number stayed."""
    return (m for m in found if m.before != m.after or any(p.came or p.went or p.change for p in m.parts))
