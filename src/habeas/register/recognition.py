"""Recognition by lists: from when until when a list held a person, and which list is counted by default."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.register.model import Recognition
from habeas.register.register import Register

OWN = "own"
"""The name of the list of the office itself."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Days on which a list held, or may have held, a person. `end` is the first day after; None is open."""

    person: str
    list: str
    category: str | None
    tier: str | None
    start: date
    end: date | None
    certain: bool
    disputed: bool
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
        found.extend(stretches_of(person, name, [s for s in steps if s.list == name]))
    return tuple(found)


def stretches_of(person: str, name: str, steps: Iterable[Recognition]) -> Iterable[Listing]:
    """The stretches that the steps of one list about one person make."""
    steps = sorted(steps, key=lambda s: (_bounds(s), s.step != "entered", s.id))
    marks = sorted({day for s in steps for day in _bounds(s)})
    for start, end in zip(marks, [*marks[1:], None], strict=True):
        made = [s for s in steps if _bounds(s)[1] <= start]
        pending = [s for s in steps if _bounds(s)[0] <= start < _bounds(s)[1]]
        orders = (made, sorted(made, key=lambda s: (_bounds(s)[1], s.step != "entered")))
        may = {_holds(o) for o in orders} | {_holds([*made, s]) for s in pending}
        if True in may:
            yield _listing(person, name, [*made, *pending], start, end, certain=may == {True})


def _listing(
    person: str, name: str, steps: Sequence[Recognition], start: date, end: date | None, *, certain: bool
) -> Listing:
    """It rests on every step since the list last let go of the person; to see one that entered is enough."""
    left = max((n for n, s in enumerate(steps[:-1]) if s.step == "left"), default=-1)
    since = steps[left + 1 :]
    entered = [s for s in since if s.step == "entered"] or list(since)
    disputed = all(s.disputed for s in entered)
    because = tuple(dict.fromkeys(s.id for s in since))
    level = min(s.level for s in entered)
    last = entered[-1]
    return Listing(
        person, name, last.category, last.tier, start, end, certain and not disputed, disputed, because, level
    )


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
