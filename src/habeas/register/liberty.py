"""Liberty on a date: the statuses a person may have had, each with the facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from habeas.register.course import Course
from habeas.register.happenings import Happening, answers
from habeas.register.model import Fact
from habeas.register.register import Register
from habeas.register.rules import KINDS
from habeas.register.statuses import HELD, RANK, SHORT_CUSTODY
from habeas.register.term import Layer

MAX_PENDING = 5
"""Happenings of which it is uncertain whether they came by a day: all combinations up to so many, each alone beyond."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class State:
    """A status (see `habeas.register.statuses`) and the ids of the facts it rests on."""

    status: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Liberty:
    """The states that may hold on a day: one, or several when dates are wide or facts are in dispute."""

    on: date
    states: tuple[State, ...]

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses, the strongest first."""
        return tuple(s.status for s in self.states)

    @property
    def because(self) -> tuple[str, ...]:
        """The facts that any of the states rests on."""
        return tuple(dict.fromkeys(f for s in self.states for f in s.because))

    @property
    def certain(self) -> bool:
        """True when only one status is possible."""
        return len(self.states) == 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` up to (not including) `end` on which the same states hold. None is open."""

    person: str
    start: date
    end: date | None
    states: tuple[State, ...]
    disputed: bool


def liberty(register: Register, person: str, on: date) -> Liberty:
    """What the register says about a person's liberty on a day. Raises `NotInRegister` for an unknown person."""
    facts = register.facts_of(register.resolve(person), *KINDS)
    return Liberty(on, _states(answers(facts), on))


def held(register: Register, person: str, on: date) -> bool | None:
    """True when the person is certainly behind walls on the day, False when certainly not, None when it is open."""
    found = {status in HELD for status in liberty(register, person, on).statuses}
    return found.pop() if len(found) == 1 else None


def stretches(register: Register, person: str) -> tuple[Stretch, ...]:
    """The whole of time, cut where the states may change."""
    facts: Sequence[Fact] = register.facts_of(person, *KINDS)
    courses = answers(facts)
    disputed = any(f.disputed for f in facts)
    found: list[Stretch] = []
    marks = sorted({date.min, *(m for course in courses for m in _marks(course))})
    for start, end in zip(marks, [*marks[1:], None], strict=True):
        states = _states(courses, start)
        if found and found[-1].states == states:
            found[-1] = Stretch(person, found[-1].start, end, states, disputed)
        else:
            found.append(Stretch(person, start, end, states, disputed))
    return tuple(found)


def _marks(course: Sequence[Happening]) -> Iterator[date]:
    """Every day from which the answer may differ from the day before."""
    for h in course:
        yield from (h.low, h.high)
        if h.rule.effect == "hold_shortly" and h.high < date.max - 100 * _DAY:
            yield from (h.high + _DAY, h.high + SHORT_CUSTODY[h.reading.fields["form"]] * _DAY)
        for end in h.ends or ():
            if end < date.max:
                yield end + _DAY
    yield from _shortened(course)


def _shortened(course: Sequence[Happening]) -> Iterator[date]:
    """Days after the ends that replays reach and no happening states: terms cut by `reduced` or `replaced`."""
    if any(h.rule.effect in ("shorten", "substitute") for h in course):
        for term in _replayed(course, course).terms:
            for end in (term.first, term.last):
                if end < date.max:
                    yield end + _DAY


def _states(courses: Sequence[Sequence[Happening]], on: date) -> tuple[State, ...]:
    because: dict[str, dict[str, None]] = {}
    for course in courses:
        for status, facts in sorted(_layers(course, on)):  # a set has no order, a row of a table has
            because.setdefault(status, {}).update(dict.fromkeys(facts))
    return tuple(State(s, tuple(because[s])) for s in sorted(because, key=RANK.__getitem__))


def _layers(course: Sequence[Happening], on: date) -> set[Layer]:
    pending = [h for h in course if h.low <= on < h.high]
    certain = [h for h in course if h.high <= on]
    found: set[Layer] = set()
    for chosen in _choices(pending):
        happened = [*certain, *chosen]
        ordered = [h for h in course if h in happened] if chosen else certain
        found |= _replayed(ordered, course).at(on)
    return found


def _choices(pending: Sequence[Happening]) -> Iterator[tuple[Happening, ...]]:
    sizes = range(len(pending) + 1) if len(pending) <= MAX_PENDING else (0, 1, len(pending))
    for size in sizes:
        yield from combinations(pending, size)


def _replayed(happened: Sequence[Happening], course: Sequence[Happening]) -> Course:
    replay = Course()
    for h in happened:
        taken_back = h.rule.effect == "grant" and any(
            o.rule.effect in ("take_back", "refuse", "overturn") and o.order > h.order for o in course
        )
        replay.apply(h, annulled_later=taken_back)
    return replay
