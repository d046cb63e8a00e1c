"""The arithmetic of sentences: when a term ends, whether it has run out, by how many days it is overrun.

Everything is a bound: a start known to the month gives an end known to the month. No day is invented, and nothing is
said of what happened in fact (parole, illness, a new case): that is the register's work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from habeas.errors import HabeasError
from habeas.lexicon.length import Length
from habeas.lexicon.when import When

Answer = Literal["yes", "no", "cannot_tell"]


class NotACredit(HabeasError):
    """Days credited are a low and a high bound, neither negative, in this order."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class TermEnd:
    """The last day of a term: not before `earliest`, not after `latest`. None is no bound; a life term has no end."""

    earliest: date | None
    latest: date | None
    life: bool = False

    @property
    def when(self) -> When | None:
        """The last day as a `When`; None for life and where nothing is known."""
        return When.between(self.earliest, self.latest) if self.earliest or self.latest else None


def term_end(
    start: When,
    length: Length,
    *,
    most: Length | None = None,
    credited: tuple[int, int | None] = (0, 0),
    out: tuple[int, int | None] = (0, 0),
) -> TermEnd:
    """Bounds of the last day of a term that runs from `start`, less days already served, plus days out of prison.

    `length` is the term, or the shortest it may be when `most` is given (`habeas.law.joined`).

    `start` is the first day that counts: the verdict, its entry into force or the arrest, as the caller knows.
    `credited` are the least and most days to take off (pre-trial detention), `out` those to add; None is no bound.
    Codes credit such days at rates that depend on the regime and the year (Kazakhstan: Art. 62 of both codes,
    recalled, to be checked), so the caller passes the days credited, not the days held. That a term of months ends on
    the day before its date comes round, or on the last day of a shorter month, is the general rule for terms (to be
    checked). Raises `NotACredit`.
    """
    for low, high in (credited, out):
        if low < 0 or (high is not None and high < low):
            raise NotACredit(f"{(low, high)!r} are no days.", "Give the least and the most, from zero upwards.")
    if length.life:
        return TermEnd(None, None, life=True)
    earliest, latest = length.bounds_after(start)[0], (most or length).bounds_after(start)[1]
    return TermEnd(_moved(earliest, out[0], credited[1]), _moved(latest, out[1], credited[0]))


def run_out(start: When, length: Length, on: date, *, credited: tuple[int, int] = (0, 0)) -> Answer:
    """Whether the term's last day lies before `on`, so that on that day nobody should still be held for it."""
    end = term_end(start, length, credited=credited)
    if end.life:
        return "no"
    if end.latest and end.latest < on and not start.uncertain:
        return "yes"
    if end.earliest and end.earliest >= on and not start.uncertain:
        return "no"
    return "cannot_tell"


def overrun_days(
    start: When, length: Length, on: date, *, credited: tuple[int, int] = (0, 0)
) -> tuple[int, int | None]:
    """Least and most days, `on` included, that someone held until `on` has been held after the last day of the term.

    The most is None when the term may have begun at any time before.
    """
    end = term_end(start, length, credited=credited)
    if end.life:
        return 0, 0
    least = _days(end.latest, on) if end.latest and not start.uncertain else 0
    return least, _days(end.earliest, on) if end.earliest else None


def _days(last: date, on: date) -> int:
    return max((on - last).days, 0)


def _moved(day: date | None, later: int | None, earlier: int | None) -> date | None:
    if day is None or later is None or earlier is None:
        return None
    number = day.toordinal() + later - earlier
    return date.fromordinal(min(max(number, 1), date.max.toordinal()))
