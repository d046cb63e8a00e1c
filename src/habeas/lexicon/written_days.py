"""Days as lists print them, in EDTF. Nothing is guessed: what can be read in two ways keeps only what both share."""

from __future__ import annotations

import re

from habeas.lexicon.when import NotADate, When

_YEAR_FIRST = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?(?:[T ]\d\d:\d\d.*)?")
_YEAR_LAST = re.compile(r"(?:(\d{1,2})([-./]))?(\d{1,2})[-./](\d{4})(?:\s*(?:г\.?|ж\.?|года))?")
_INCLUDED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")


def written_day(text: str | None) -> str | None:
    """`15.03.1985`, `1985/03/15`, `03.1985`, `1985` as EDTF; None for an empty cell and for what is no date.

    With dots the day stands before the month. With a slash or hyphen, `04/03/1985` may be either: only the year stays.
    """
    said = " ".join((text or "").split())
    if found := _YEAR_FIRST.fullmatch(said):
        year, month, day = found.groups()
        return _edtf(year, month, day)
    if found := _YEAR_LAST.fullmatch(said):
        day, mark, month, year = found.groups()
        return _edtf(year, month, day) if day is None or mark == "." else _either(year, day, month)
    return None


def day_in(text: str | None) -> str | None:
    """The one day written with dots inside a remark, as in "включен от 05.02.2019"; None for none or several."""
    found = set(_INCLUDED.findall(text or ""))
    return written_day(found.pop()) if len(found) == 1 else None


def _either(year: str, one: str, other: str) -> str | None:
    readings = {r for r in (_edtf(year, other, one), _edtf(year, one, other)) if r}
    return readings.pop() if len(readings) == 1 else _edtf(year) if readings else None


def _edtf(year: str, *rest: str | None) -> str | None:
    if any(r is not None and not int(r) for r in rest):  # lists print 00.00.1985 for an unknown day
        return _edtf(year)
    if any(r is not None and int(r) > 31 for r in rest) or (rest and rest[0] is not None and int(rest[0]) > 12):
        return None
    try:
        return When.parse("-".join([year, *(f"{int(r):02}" for r in rest if r is not None)])).text
    except NotADate:
        return None
