"""Partial dates in EDTF (ISO 8601-2): `2019`, `2019-10`, `2017-11/2018-01`, `2019~`, `../2020-01-31`.

A `When` keeps what a source said and nothing more. `2019-10` has an earliest and a latest day; it never has a day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from habeas.errors import HabeasError


class NotADate(HabeasError):
    """The text is no EDTF date that Habeas reads, or names a day that does not exist."""

    exit_code = 2


_POINT = re.compile(r"(?P<y>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<m>\d\d|XX)(?:-(?P<d>\d\d|XX))?)?(?P<q>[~?%]?)")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@dataclass(frozen=True, slots=True, order=False)
class When:
    """A date or interval as a source states it.

    `text` is the EDTF form. `earliest` and `latest` bound the days that it may mean; None is an open end.
    `approximate` is true for `~` and `%`, `uncertain` for `?` and `%`.
    """

    text: str
    earliest: date | None
    latest: date | None
    approximate: bool = False
    uncertain: bool = False

    @classmethod
    def parse(cls, text: str) -> When:
        """Reads an EDTF date. Raises `NotADate` with the cause when there is none, or no such day."""
        return _parse(text.strip())

    @classmethod
    def of(cls, day: date) -> When:
        """The `When` that means exactly one day."""
        return cls(day.isoformat(), day, day)

    @property
    def exact(self) -> bool:
        """True when the date is one day, neither approximate nor uncertain."""
        return self.earliest is not None and self.earliest == self.latest and not (self.approximate or self.uncertain)

    def certainly_before(self, other: When) -> bool:
        """True when every day this may mean lies before every day the other may mean."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def may_be_by(self, day: date) -> bool:
        """True when it may have happened on `day` or before."""
        return self.earliest is None or self.earliest <= day

    def is_by(self, day: date) -> bool:
        """True when it certainly happened on `day` or before."""
        return self.latest is not None and self.latest <= day

    def overlaps(self, other: When) -> bool:
        """True when some day fits both: two statements of one date may be compatible."""
        starts_in_time = self.earliest is None or other.latest is None or self.earliest <= other.latest
        ends_in_time = self.latest is None or other.earliest is None or other.earliest <= self.latest
        return starts_in_time and ends_in_time

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def _parse(text: str) -> When:
    if not text:
        raise NotADate("An empty text is no date.", "Leave the date out when the source states none.")
    ends = text.split("/")
    if len(ends) > 2 or ends in ([".."], ["..", ".."]):
        raise NotADate(f"{text!r} is no EDTF date.", "Write 2019, 2019-10, 2019-10-03, or an interval 2019-10/2020-01.")
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
        raise NotADate(f"{whole!r} is no EDTF date.", "Write 2019, 2019-10, 2019-10-03, or an interval 2019-10/2020-01.")
    first, last = int(match["y"].replace("X", "0")), int(match["y"].replace("X", "9"))
    month = match["m"] if match["m"] and match["m"] != "XX" else None
    day = match["d"] if match["d"] and match["d"] != "XX" else None
    if first == 0 or (day and (not month or first != last)):
        raise NotADate(f"{whole!r} is no date.", "A day needs its month and year.")
    if month is None:
        return date(first, 1, 1), date(last, 12, 31), match["q"]
    number = int(month)
    if number in _SEASONS:
        low, high = _SEASONS[number]
        return date(first, low, 1), date(last, high, monthrange(last, high)[1]), match["q"]
    if not 1 <= number <= 12:
        raise NotADate(f"{whole!r} has no such month.", "Months run from 01 to 12.")
    if day is None:
        return date(first, number, 1), date(last, number, monthrange(last, number)[1]), match["q"]
    if not 1 <= int(day) <= monthrange(first, number)[1]:
        raise NotADate(f"There is no day {int(day)} in {first}-{month}.", "Check the day in the source.")
    exact = date(first, number, int(day))
    return exact, exact, match["q"]
