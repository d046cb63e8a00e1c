"""Whole numbers and counts as English prose writes them: `1 500`, `1,000`, `twenty-one`, `more than 6000`, `at least
16`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.lexicon.count import Count
from habeas.reading.proposals import Span

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {w: n for n, w in enumerate(_UNITS)} | {w: 20 + 10 * n for n, w in enumerate(_TENS)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

NUMBER_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(reversed(_UNITS))})"
"""A pattern for a number word from zero to ninety-nine, in lower case."""

_COMPARED = {
    ">": ("more than", "over", "above", "exceeding", "upwards of", "in excess of"),
    ">=": ("at least", "no fewer than", "not fewer than", "no less than", "not less than", "a minimum of"),
    "<": ("fewer than", "less than", "under", "below", "almost", "nearly"),
    "<=": ("up to", "at most", "no more than", "not more than", "a maximum of"),
    "~": ("about", "around", "approximately", "some", "roughly", "circa", "an estimated", "close to"),
}
_COMPARATOR = {words: sign for sign, many in _COMPARED.items() for words in many}
_BEFORE = "|".join(sorted((w.replace(" ", r"\s+") for w in _COMPARATOR), key=len, reverse=True))
_COUNT = re.compile(
    rf"(?:\b(?P<c>{_BEFORE})\s+)?"
    rf"(?<![\w.,/№#$€£-])(?P<n>\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+|\d+|\b{NUMBER_WORD}\b(?:\s+(?:hundred|"
    r"thousand)\b)?)"
    r"(?P<s>\s+(?:hundred|thousand|million)\b)?(?P<after>\+|\s+or\s+more\b)?(?![\w]|[.,/:-]\d|\s?%)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count and where it stands. `digits` is false for a number word without a comparator."""

    span: Span
    count: Count
    digits: bool


def value_of(text: str) -> int | None:
    """The value of digits, with or without thousands marks, or of a number word up to ninety-nine; else None."""
    plain = re.sub(r"[\s,\u00a0\u202f]", "", text)
    if plain.isascii() and plain.isdigit():
        return int(plain) if len(plain) < 16 else None
    words = text.lower().split()
    if len(words) == 2 and words[1] in _SCALES:
        first = value_of(words[0])
        return first * _SCALES[words[1]] if first is not None else None
    tens, _, unit = text.lower().partition("-")
    if tens not in WORDS or (unit and unit not in WORDS):
        return None
    return WORDS[tens] + (WORDS[unit] if unit else 0)


def find_counts(text: str, start: int = 0, end: int | None = None) -> list[Counted]:
    """The counts in `text[start:end]`, in order; dates, article numbers and money are for the caller to leave out."""
    found = []
    for match in _COUNT.finditer(text, start, len(text) if end is None else end):
        value = value_of(match["n"])
        if value is None:
            continue
        value *= _SCALES[match["s"].strip().lower()] if match["s"] else 1
        words = " ".join(match["c"].lower().split()) if match["c"] else ""
        sign = _COMPARATOR.get(words, "=")
        if match["after"]:
            sign = ">="
        found.append(Counted(match.span(), Count(value, sign), match["n"][0].isdigit() or sign != "="))
    return found
