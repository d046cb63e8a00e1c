"""Partial dates in EDTF (ISO 8601-2): `2019`, `2019-10`, `2017-11/2018-01`, `2019~`, `../2020-01-31`.

A `When` keeps what a source said and nothing more. `2019-10` has an earliest and a latest day; it never has a day.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from habeas.errors import HabeasError


class NotADate(HabeasError):
    """The text is no EDTF date that Habeas reads, or names a day that does not exist."""

    exit_code = 2


_POINT = re.compile(
    r"(?P<y>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<m>[0-9]{2}|XX)(?:-(?P<d>[0-9]{2}|XX))?)?(?P<q>[~?%]?)"
)
_HINT = "Write 2019, 2019-10, 2019-10-03, or an interval 2019-10/2020-01."
_PARTS_OF_YEAR: dict[int, tuple[int, int]] = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (0, 14),  # spring, summer, autumn, winter
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),  # quarters
    40: (1, 6), 41: (7, 12),  # halves
}
"""EDTF number -> first and last month, counted from January = 1. Seasons are those of the northern hemisphere.

"Winter 2019" may begin in December 2018 (month 0) or end in February 2020 (month 14): writers mean either.
"""


@dataclass(frozen=True, slots=True, order=False)
class When:
    """A date or interval as a source states it.

    `text` is the EDTF form. `earliest` and `latest` bound the days that its words name; None is an open end.
    `approximate` is true for `~` and `%`, `uncertain` for `?` and `%`. Neither moves `earliest` and `latest`:
    the comparisons below use `reach`, which does.
    """

    text: str
    earliest: date | None
    latest: date | None
    approximate: bool = False
    uncertain: bool = False

    @classmethod
    def parse(cls, text: str) -> When:
        """Reads an EDTF date. Raises `NotADate` with the cause when there is none, or no such day."""
        if not isinstance(text, str):
            raise NotADate(f"{text!r} is no EDTF date.", _HINT)
        return _parse(text.strip())

    @classmethod
    def of(cls, day: date) -> When:
        """The `When` that means exactly one day."""
        return cls(day.isoformat(), day, day)

    @classmethod
    def between(cls, earliest: date | None, latest: date | None) -> When:
        """The shortest form whose bounds are these: a day, a month, a year, or an interval. Raises `NotADate`."""
        return _parse(_written(earliest, latest))

    @property
    def reach(self) -> tuple[date | None, date | None]:
        """The bounds, widened for `~`, `?` and `%` by one unit of what is stated: a year, a month, or a week for a day.

        The unit is a convention of Habeas: EDTF sets none.
        """
        if not (self.approximate or self.uncertain):
            return self.earliest, self.latest
        slack = timedelta(days=_slack(self.text))
        low = self.earliest and (self.earliest - slack if self.earliest - date.min > slack else date.min)
        high = self.latest and (self.latest + slack if date.max - self.latest > slack else date.max)
        return low, high

    @property
    def exact(self) -> bool:
        """True when the date is one day, neither approximate nor uncertain."""
        return self.earliest is not None and self.earliest == self.latest and not (self.approximate or self.uncertain)

    def certainly_before(self, other: When) -> bool:
        """True when every day this may mean lies before every day of the other. Never true of an uncertain date."""
        latest, earliest = self.reach[1], other.reach[0]
        doubted = self.uncertain or other.uncertain
        return latest is not None and earliest is not None and latest < earliest and not doubted

    def may_be_by(self, day: date) -> bool:
        """True when it may have happened on `day` or before."""
        earliest = self.reach[0]
        return earliest is None or earliest <= day

    def is_by(self, day: date) -> bool:
        """True when it certainly happened on `day` or before. Never true of an uncertain date."""
        latest = self.reach[1]
        return latest is not None and latest <= day and not self.uncertain

    def overlaps(self, other: When) -> bool:
        """True when some day fits both: two statements of one date may be compatible."""
        (low, high), (other_low, other_high) = self.reach, other.reach
        starts_in_time = low is None or other_high is None or low <= other_high
        ends_in_time = high is None or other_low is None or other_low <= high
        return starts_in_time and ends_in_time

    def __str__(self) -> str:
        return self.text


def _slack(text: str) -> int:
    """Days by which a marked date is widened: by the coarsest marked end of an interval."""
    marked = [end.rstrip("~?%") for end in text.split("/") if end[-1:] in "~?%" and end]
    digits = min(len(end.replace("-XX", "")) for end in marked)
    return 366 if digits < 7 else 31 if digits < 10 else 7


def _written(earliest: date | None, latest: date | None) -> str:
    """EDTF for two bounds."""
    if earliest is None or latest is None:
        return f"{earliest or '..'}/{latest or '..'}"
    if earliest == latest:
        return earliest.isoformat()
    if (earliest.day, latest) == (1, _last_day(earliest.year, earliest.month)):
        return earliest.isoformat()[:7]
    if (earliest.month, earliest.day, latest) == (1, 1, date(earliest.year, 12, 31)):
        return earliest.isoformat()[:4]
    return f"{earliest}/{latest}"


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=65536)
def _parse(text: str) -> When:
    if not text:
        raise NotADate("An empty text is no date.", "Leave the date out when the source states none.")
    ends = text.split("/")
    if len(ends) > 2 or not set(ends) - {"", ".."}:
        raise NotADate(f"{text!r} is no EDTF date.", _HINT)
    points = [_point(end, text) for end in ends]
    earliest, latest = points[0][0], points[-1][1]
    if earliest and latest and earliest > latest:
        raise NotADate(f"{text!r} ends before it begins.", "Put the earlier date first.")
    marks = "".join(p[2] for p in points)
    return When(text, earliest, latest, any(m in marks for m in "~%"), any(m in marks for m in "?%"))


def _point(text: str, whole: str) -> tuple[date | None, date | None, str]:
    """Earliest day, latest day and qualifier of one end of an interval."""
    if text in ("", ".."):
        return None, None, ""
    match = _POINT.fullmatch(text)
    if not match:
        raise NotADate(f"{whole!r} is no EDTF date.", _HINT)
    first, last = int(match["y"].replace("X", "0")), int(match["y"].replace("X", "9"))
    month = match["m"] if match["m"] != "XX" else None
    day = match["d"] if match["d"] != "XX" else None
    if first == 0:
        raise NotADate(f"{whole!r} is no date: there is no year 0.", _HINT)
    if day and (not month or first != last):
        raise NotADate(f"{whole!r} is no date.", "A day needs its month and year.")
    low, high = (date(first, 1, 1), date(last, 12, 31)) if month is None else _months(first, last, int(month), whole)
    if day is None:
        return low, high, match["q"]
    exact = _day(first, int(month or 0), int(day), whole)
    return exact, exact, match["q"]


def _months(first: int, last: int, number: int, whole: str) -> tuple[date, date]:
    """First and last day of a month, season, quarter or half of a year."""
    low, high = _PARTS_OF_YEAR.get(number, (number, number))
    if number not in _PARTS_OF_YEAR and not 1 <= number <= 12:
        raise NotADate(f"{whole!r} has no such month.", "Months run from 01 to 12.")
    start = date(first, low, 1) if low else date(max(first - 1, 1), 12, 1)
    return start, _last_day(last, high) if high <= 12 else _last_day(min(last + 1, 9999), high - 12)


def _day(year: int, month: int, day: int, whole: str) -> date:
    if month > 12:
        raise NotADate(f"{whole!r} is no date: a season or quarter has no numbered days.", _HINT)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = f"{month_name[month]} {year}"
        raise NotADate(f"{whole!r} is no date: {name} has {last} days.", "Check the day in the source.")
    return date(year, month, day)
