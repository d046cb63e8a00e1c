"""Dates that count from another one: "the following day", "three weeks later", "yesterday", "on Friday", "on the 29th".

A day is only counted from a day; from a month or a year nothing is counted.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from habeas.errors import HabeasError
from habeas.lexicon.when import When
from habeas.reading.numbers import NUMBER_WORD, value_of

RELATIVE = re.compile(
    r"\b(?:(?:(?:on|by)\s+)?the\s+(?:(?P<next>following|next|very\s+next)|(?P<same>same|very\s+same|that))\s+"
    r"(?:day|morning|evening|afternoon|night)|(?P<after>the\s+day\s+after)(?=\s*[.,;])|(?P<before>the\s+day\s+before)(?=\s*[.,;])"
    rf"|(?:on\s+)?(?P<that>that\s+(?:same\s+)?(?:day|evening|morning|night))|on\s+that\s+occasion"
    rf"|(?P<n>{NUMBER_WORD}|a|\d{{1,2}})\s+(?P<unit>days?|weeks?|months?|years?)\s+(?P<way>later|afterwards?|thereafter|earlier|before)\b(?!\s+\w+ing)"
    r"|(?P<yesterday>yesterday)(?!,?\s+\d)|(?P<ago>the\s+day\s+before\s+yesterday)"
    r"|on\s+the\s+(?P<nth>[12]?\d|3[01])(?:st|nd|rd|th)\b(?!\s+(?:of|(?-i:[A-Z])|day))"
    r"|(?:last|on)\s+(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?!,?\s+(?:\d|(?-i:[A-Z])))"
    r"|(?P<own>last\s+(?:month|year)))\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def counted(match: re.Match[str], anchor: str | None, own: date | None) -> str | None:
    """EDTF of what the words mean, from the date before them or the document's own day; None when nothing says."""
    if match["yesterday"] or match["ago"] or match["weekday"] or match["own"]:
        return _from_own(match, own)
    when = _parsed(anchor)
    if when is None or when.earliest is None:
        return None
    if match["nth"]:
        return _nth(when, int(match["nth"]))
    if match["n"] and match["unit"].lower()[0] in "my":
        return _months(match, when)
    return (when.earliest + _step(match)).isoformat() if when.exact else None


def _parsed(anchor: str | None) -> When | None:
    try:
        return When.parse(anchor) if anchor else None
    except HabeasError:
        return None


def _from_own(match: re.Match[str], own: date | None) -> str | None:
    if own is None:
        return None
    if match["own"]:
        year, month = (own.year, own.month - 1) if match["own"].lower().endswith("month") else (own.year - 1, 0)
        year, month = (year - 1, 12) if match["own"].lower().endswith("month") and not month else (year, month)
        return f"{year:04d}-{month:02d}" if month else f"{year:04d}"
    if match["weekday"]:
        back = (own.weekday() - _WEEKDAYS.index(match["weekday"].lower()) - 1) % 7 + 1
        return (own - timedelta(days=back)).isoformat()
    return (own - timedelta(days=2 if match["ago"] else 1)).isoformat()


def _nth(when: When, day: int) -> str | None:
    """ "On the 29th": in the month of the date before, or in the next one when that day is over."""
    first, last = when.earliest, when.latest
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    year, month = first.year, first.month
    if when.exact and day < first.day:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _months(match: re.Match[str], when: When) -> str | None:
    """Months are counted to the month, years to the year."""
    if when.earliest is None or when.latest is None or when.earliest.year != when.latest.year:
        return None
    count = _number(match) * (1 if _forward(match) else -1)
    if match["unit"].lower().startswith("y"):
        return f"{when.earliest.year + count:04d}"
    if when.earliest.month != when.latest.month:
        return None
    total = when.earliest.year * 12 + when.earliest.month - 1 + count
    return f"{total // 12:04d}-{total % 12 + 1:02d}"


def _forward(match: re.Match[str]) -> bool:
    return match["way"].lower().startswith(("later", "after", "there"))


def _number(match: re.Match[str]) -> int:
    return 1 if match["n"].lower() == "a" else int(value_of(match["n"]) or 0)


def _step(match: re.Match[str]) -> timedelta:
    if match["n"]:
        days = _number(match) * (7 if match["unit"].lower().startswith("week") else 1)
        return timedelta(days=days if _forward(match) else -days)
    return timedelta(days=1 if match["next"] or match["after"] else -1 if match["before"] else 0)
