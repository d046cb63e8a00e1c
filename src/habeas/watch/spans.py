"""Days of a person's stretches of liberty, as bounds: certain when nothing else can hold, possible otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from habeas.register import Stretch

DAY = timedelta(days=1)


def days_of(
    stretches: Iterable[Stretch],
    statuses: Collection[str],
    *,
    certain: tuple[date, date],
    possible: tuple[date | None, date],
) -> tuple[int, int | None]:
    """Least and most days in `statuses`: the least inside `certain`, the most inside `possible` (first and last day).

    None for the most: the days may have begun at any time before.
    """
    least, most, endless = 0, 0, False
    for stretch in stretches:
        fits = [s.status in statuses for s in stretch.states]
        last = stretch.end - DAY if stretch.end else date.max
        if fits and all(fits):
            least += _shared(stretch.start, last, certain[0], certain[1])
        if any(fits):
            endless |= stretch.start == date.min and possible[0] is None and possible[1] > date.min
            most += _shared(stretch.start, last, possible[0] or date.min, possible[1])
    return least, None if endless else most


def term_of(stretches: Iterable[Stretch], fact: str, over: Collection[str]) -> tuple[date | None, date | None]:
    """First and last day on which the term that rests on `fact` may end, as the register replays it.

    It ends the day before a status of `over` first rests on the fact, at the earliest, and on the last day on which
    another status does, at the latest. None: nothing bounds it on that side.
    """
    first: date | None = None
    last: date | None = None
    for stretch in stretches:
        resting = [s.status for s in stretch.states if fact in s.because]
        if first is None and any(s in over for s in resting) and stretch.start > date.min:
            first = stretch.start - DAY
        if any(s not in over for s in resting):
            last = stretch.end - DAY if stretch.end else None
    return first, last


def _shared(start: date, last: date, first: date, final: date) -> int:
    return max((min(last, final) - max(start, first)).days + 1, 0)
