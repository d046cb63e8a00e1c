"""Lengths of sentences and bans: ISO 8601 durations (`P1Y4M`, `P6M`, `P15D`) or `life`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from habeas.errors import HabeasError
from habeas.lexicon.when import When


class NotALength(HabeasError):
    """The text is neither an ISO 8601 duration of dates nor `life`."""

    exit_code = 2


_DURATION = re.compile(
    r"P(?=[0-9]|T[0-9])(?:(?P<Y>[0-9]+(?:[.,][0-9]+)?)Y)?(?:(?P<M>[0-9]+)M)?(?:(?P<W>[0-9]+)W)?(?:(?P<D>[0-9]+)D)?"
    r"(?:T(?P<H>[0-9]+)H)?"
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as a court states it. Half a year is six months; no other fraction is turned into days.

    `months`, `days` and `hours` are whole numbers; `life` has no end.
    """

    text: str
    months: int = 0
    days: int = 0
    hours: int = 0
    life: bool = False

    @classmethod
    def parse(cls, text: str) -> Length:
        """Reads `P1Y4M`, `P10.5Y`, `P15D`, `PT3H`, `life`. Raises `NotALength`."""
        if not isinstance(text, str):
            raise NotALength(f"{text!r} is no length.", "Write P5Y, P1Y4M, P15D or life.")
        return _parse(text.strip())

    @classmethod
    def of(cls, *, years: Fraction | int = 0, months: int = 0, days: int = 0, hours: int = 0) -> Length:
        """Builds the canonical form: years may be halves and the like (`Fraction(21, 2)`). Raises `NotALength`."""
        total = years * 12 + months
        if total != int(total):
            raise NotALength(f"{years} years is no whole number of months.", "Give years and months.")
        if min(total, days, hours) < 0:
            raise NotALength("A length is never negative.", "Give the length that the court stated.")
        return _parse(_canonical(int(total), days, hours))

    def after(self, day: date) -> date | None:
        """The last day of the term counted from `day`, by calendar months; None for life or past the year 9999.

        One year from 18 September 2018 ends on 17 September 2019. A term from the 31st of a month into a shorter
        month ends on that month's last day. Hours count as days begun: three hours end on the day they begin.
        """
        index = day.year * 12 + day.month - 1 + self.months
        year, month = index // 12, index % 12 + 1
        if self.life or year > 9999:
            return None
        last = monthrange(year, month)[1]
        spare = self.days - (-self.hours // 24) - (1 if day.day <= last else 0)
        try:
            return date(year, month, min(day.day, last)) + timedelta(days=spare)
        except OverflowError:
            return None

    def bounds_after(self, start: When) -> tuple[date | None, date | None]:
        """Earliest and latest last day of the term when it starts within `start.reach`; None where there is no bound.

        `after` never falls when `day` rises, so the ends of `start` give the ends of the result. Hours may run past
        midnight: they add one day to the latest end.
        """
        earliest, latest = start.reach
        low = self.after(earliest) if earliest else None
        high = self.after(latest) if latest else None
        if self.hours and high and high < date.max:
            high += timedelta(days=1)
        return low, high

    def days_bounds(self) -> tuple[int, int | None]:
        """Fewest and most days that the length can be, whatever day it starts on; (0, None) for life."""
        if self.life:
            return 0, None
        low, high = _month_bounds(self.months)
        return low + self.days, high + self.days - (-self.hours // 24)

    def exceeds(self, other: Length) -> bool | None:
        """True when longer than `other`, False when not, None when it depends on the months served."""
        if self.life or other.life:
            return self.life and not other.life
        mine, theirs = (self.days, self.hours), (other.days, other.hours)
        if mine == theirs:
            return self.months > other.months
        if self.months == other.months:
            return self.days * 24 + self.hours > other.days * 24 + other.hours
        (low, high), (other_low, other_high) = self.days_bounds(), other.days_bounds()
        if other_high is not None and low > other_high:
            return True
        return False if high is not None and high <= other_low else None

    def __str__(self) -> str:
        return self.text


def _canonical(months: int, days: int, hours: int) -> str:
    years, rest = divmod(months, 12)
    parts = "".join(f"{n}{unit}" for n, unit in ((years, "Y"), (rest, "M"), (days, "D")) if n)
    tail = f"T{hours}H" if hours else ""
    return f"P{parts}{tail}" if parts or tail else "P0D"


@lru_cache(maxsize=512)
def _month_bounds(months: int) -> tuple[int, int]:
    """Fewest and most days in so many calendar months: the calendar repeats after 400 years (4,800 months)."""
    cycles, rest = divmod(months, 4800)
    years = (*range(1896, 1900), *range(2000, 2008), *range(2096, 2100))  # around a century that is leap and ones not
    starts = [date(year, month, 1) for year in years for month in range(1, 13)]
    spans = [_first_of(s, rest).toordinal() - s.toordinal() for s in starts]
    return cycles * 146097 + min(spans), cycles * 146097 + max(spans)


def _first_of(start: date, months: int) -> date:
    index = start.year * 12 + start.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


@lru_cache(maxsize=8192)
def _parse(text: str) -> Length:
    if text.casefold() == "life":
        return Length("life", life=True)
    match = _DURATION.fullmatch(text)
    if not match:
        raise NotALength(f"{text!r} is no length.", "Write P5Y, P1Y4M, P15D or life.")
    months = Fraction((match["Y"] or "0").replace(",", ".")) * 12 + int(match["M"] or 0)
    if months.denominator != 1:
        raise NotALength(f"{text!r} is no whole number of months.", "Give years and months.")
    days = 7 * int(match["W"] or 0) + int(match["D"] or 0)
    hours = int(match["H"] or 0)
    return Length(_canonical(int(months), days, hours), int(months), days, hours)
