"""Recognition by lists: from when until when a list held a person, and which list is counted by default."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from habeas.register.model import Recognition
from habeas.register.register import Register

OWN = "own"
"""The name of the list of the office itself."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A stretch of days on which a list held, or may have held, a person. `end` is the first day after; None is open."""

    person: str
    list: str
    category: str | None
    tier: str | None
    start: date
    end: date | None
    certain: bool
    because: tuple[str, ...]
    level: int


def default_lists(register: Register) -> tuple[str, ...]:
    """The own list when a decision recognises anyone on it; else every list that an accepted source claims."""
    steps = [r for person in register.recognitions.values() for r in person]
    if any(r.own and r.list == OWN for r in steps):
        return (OWN,)
    return tuple(sorted({r.list for r in steps if not r.own}))


def recognised(register: Register, person: str, list: str, on: date) -> bool:
    """True when the list certainly held the person on the day: entered by then, and not left since."""
    return any(
        p.certain and p.list == list and p.start <= on and (p.end is None or on < p.end)
        for p in listings(register, person)
    )


def listings(register: Register, person: str) -> tuple[Listing, ...]:
    """All stretches of all lists about one person. A step without a date counts from its source's state-of day.

    A step whose date is wider than a day makes an uncertain stretch between its first and its last day; so does a
    recognition in dispute for as long as it lasts.
    """
    steps = register.recognitions.get(person, ())
    found: list[Listing] = []
    for name in sorted({s.list for s in steps}):
        found.extend(_stretches(person, name, [s for s in steps if s.list == name]))
    return tuple(found)


def _stretches(person: str, name: str, steps: Iterable[Recognition]) -> Iterable[Listing]:
    ordered = sorted(steps, key=lambda s: (_bounds(s), s.step != "entered", s.id))
    marks = sorted({day for s in ordered for day in _bounds(s)})
    for start, end in zip(marks, [*marks[1:], None], strict=True):
        made = [s for s in ordered if _bounds(s)[1] <= start]
        pending = [s for s in ordered if _bounds(s)[0] <= start < _bounds(s)[1]]
        now = _holds(made)
        may = {_holds([*made, s]) for s in pending} | {now}
        because = tuple(dict.fromkeys(s.id for s in (*made, *pending)))
        if True in may:
            last = next((s for s in reversed([*made, *pending]) if s.step == "entered"), ordered[0])
            certain = may == {True} and not any(s.disputed for s in made)
            level = max(s.level for s in (*made, *pending))
            yield Listing(person, name, last.category, last.tier, start, end, certain, because, level)


def _holds(steps: Iterable[Recognition]) -> bool:
    held = False
    for step in steps:
        held = step.step == "entered" or (held and step.step == "refused")
    return held


def _bounds(step: Recognition) -> tuple[date, date]:
    when = step.when
    low = when.earliest if when and when.earliest else date.min
    high = when.latest if when and when.latest else date.max
    return low, high
