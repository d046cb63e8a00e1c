"""Days between dates that may be known in part: custody to be taken off a term, time out of prison to be added to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from habeas.law.joining import converted
from habeas.lexicon.when import When

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both included. `least` and `most` days of the term are taken off for one."""

    first: When
    last: When
    least: Fraction = Fraction(1)
    most: Fraction = Fraction(1)


def credited(held: Iterable[Period], start: When) -> tuple[int, int | None]:
    """Least and most days to take off a term that runs from `start`. A day on which the term already ran counts once.
    """
    begins, ends = start.reach
    certain_until = begins - DAY if begins and begins > date.min else date.min
    possible_until = ends - DAY if ends and ends > date.min else date.max
    known = list(held)
    low, high = 0, 0
    without_end = False
    for least, most in sorted({(h.least, h.most) for h in known}):
        few, many = _days([h for h in known if (h.least, h.most) == (least, most)], certain_until, possible_until)
        off = converted((0, many), most)[1]
        low += converted((few, few), least)[0]
        high, without_end = high + (off or 0), without_end or off is None
    return low, None if without_end else high


def out_of_prison(held: Iterable[Period]) -> tuple[int, int | None]:
    """Least and most days of interruptions, which lengthen a term day by day."""
    return _days(list(held), date.max, date.max)


def _days(held: list[Period], certain_until: date, possible_until: date) -> tuple[int, int | None]:
    certain = [(h.first.reach[1], h.last.reach[0]) for h in held]
    possible = [(h.first.reach[0], h.last.reach[1]) for h in held]
    few = _union((a, min(b, certain_until)) for a, b in certain if a is not None and b is not None)
    if any(a is None or (b is None and possible_until == date.max) for a, b in possible):
        return few, None
    return few, _union((a, min(b or date.max, possible_until)) for a, b in possible if a is not None)


def _union(spans: Iterable[tuple[date, date]]) -> int:
    """How many days lie in at least one of the spans."""
    days, reached = 0, date.min
    for first, last in sorted(spans):
        begin = max(first, reached)
        if last >= begin:
            days += (last - begin).days + 1
            reached = last + DAY if last < date.max else last
    return days
