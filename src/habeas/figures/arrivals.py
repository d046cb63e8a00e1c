"""Arrests by month, and the months that may still grow because reports of them are still coming in.

The delay of an arrest runs from its day to the day on which it was told: by a document, or to the public. Months that
end less than the delay within which nine of ten arrests were told before the last of them was told are marked: a fall
there is no fall in arrests. A backlog told at once is no delay of reporting: more than a year is never taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.lexicon.when import When

WITHIN, LONGEST = 0.9, 365
ARRESTS = ("police_detention", "pretrial_detention", "administrative_arrest", "extradition_detention")
"""Forms of custody that begin with an arrest."""


@dataclass(frozen=True, slots=True)
class Month:
    """`growing`: reports of arrests in it may still be on their way."""

    month: str
    arrests: int
    growing: bool


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The months in order, none left out between the first and the last; arrests that no month can be given; the
    delay.
    """

    months: tuple[Month, ...]
    without_month: int
    delay: int | None


def arrivals(arrests: Iterable[tuple[str, When | None, date | None]], on: date) -> Arrivals:
    """From (person, date of the arrest, day on which it was told): each person once a month, up to the day."""
    seen: set[tuple[str, str]] = set()
    delays, without, told = [], 0, date.min
    for person, when, document in arrests:
        earliest, latest = when.reach if when else (None, None)
        if earliest is None or latest is None or earliest > on or _month(earliest) != _month(latest):
            without += 1
            continue
        seen.add((person, _month(earliest)))
        if document:
            delays.append(max((document - latest).days, 0))
            told = max(told, min(document, on))
    counts = Counter(month for _, month in seen)
    delay = min(sorted(delays)[min(int(len(delays) * WITHIN), len(delays) - 1)], LONGEST) if delays else None
    last = told if delays else on
    months = tuple(
        Month(m, counts[m], delay is not None and (last - _end(m)).days < delay) for m in _months(counts, on)
    )
    return Arrivals(months, without, delay)


def _months(counts: Counter[str], on: date) -> Iterable[str]:
    if not counts:
        return
    year, month = map(int, min(counts).split("-"))
    while (text := f"{year:04}-{month:02}") <= _month(on):
        yield text
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _end(month: str) -> date:
    year, number = map(int, month.split("-"))
    return (date(year + 1, 1, 1) if number == 12 else date(year, number + 1, 1)) - timedelta(days=1)
