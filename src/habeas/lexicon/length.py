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
    r"P(?=\d)(?:(?P<Y>\d+(?:[.,]\d+)?)Y)?(?:(?P<M>\d+)M)?(?:(?P<W>\d+)W)?(?:(?P<D>\d+)D)?(?:T(?P<H>\d+)H)?"
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
        """Reads `P1Y4M`, `P10.5Y`, `P15D`, `life`. Raises `NotALength`."""
        return _parse(text.strip())

    @classmethod
    def of(cls, *, years: Fraction | int = 0, months: int = 0, days: int = 0, hours: int = 0) -> Length:
        """Builds the canonical form. Years may be fractions of whole months (`Fraction(21, 2)`)."""
        total = years * 12 + months
        if total != int(total):
            raise NotALength(f"{years} years is no whole number of months.", "Give years and months.")
        return _parse(_canonical(int(total), days, hours))

    def after(self, day: date) -> date | None:
        """The last day of the term counted from `day`, by calendar months; None for life.

        One year from 18 September 2018 ends on 17 September 2019. A term from the 31st of a month into a shorter
        month ends on that month's last day. Hours are not counted: a day begun is a day served.
        """
        if self.life:
            return None
        index = day.year * 12 + day.month - 1 + self.months
        year, month = index // 12, index % 12 + 1
        if year > 9999:
            return None
        last = monthrange(year, month)[1]
        end = date(year, month, min(day.day, last)) + timedelta(days=self.days)
        return end - timedelta(days=1) if day.day <= last else end

    def bounds_after(self, start: When) -> tuple[date | None, date | None]:
        """Earliest and latest last day of the term when it starts within `start`; None where there is no bound."""
        low = self.after(start.earliest) if start.earliest else None
        high = self.after(start.latest) if start.latest else None
        return low, high

    def __str__(self) -> str:
        return self.text


def _canonical(months: int, days: int, hours: int) -> str:
    years, rest = divmod(months, 12)
    parts = "".join(f"{n}{unit}" for n, unit in ((years, "Y"), (rest, "M"), (days, "D")) if n)
    tail = f"T{hours}H" if hours else ""
    return f"P{parts}{tail}" if parts or tail else "P0D"


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
