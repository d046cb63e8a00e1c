"""Lengths of sentences and bans as English prose writes them, as ISO 8601 durations with their spans.

`eight years`, `10.5 years`, `7,5 years`, `five and a half years`, `one year and four months`, `a year of`, `18-month`,
`5 and 7 years` (two lengths), `life imprisonment` (`life`). A range (`two to five years`) is no length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from habeas.lexicon.length import Length, NotALength
from habeas.reading.dates import MONTH
from habeas.reading.numbers import NUMBER_WORD, value_of
from habeas.reading.proposals import Span


@dataclass(frozen=True, slots=True)
class LengthMention:
    """A length and where it stands. `ranged` marks the ends of a range or a maximum ("two to five", "up to five")."""

    span: Span
    length: str
    ranged: bool = False


_UNIT = (
    r"(?:years?|yrs?\b\.?|months?|mths?\b\.?|mos?\b\.?|weeks?|days?|hours?|hrs?\b\.?|y(?:\.|(?=\s*(?:$|[,;|"
    r")\t\n]))))"
)
_DIGIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_N = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?(?:\s?[½])?|[½]|(?:an?|{_DIGIT})\s+hundred|{NUMBER_WORD}|an?)"
_HALF = r"(?:\s+and\s+a\s+half|-and-(?:a|one)-half|\s+and\s+one-half|\s*½)"


def _amount(group: str) -> str:
    return (
        rf"(?P<n{group}>{_N})(?P<half{group}>{_HALF})?(?:\s*\([\w-]+\))?[\s-]+(?P<u{group}>{_UNIT})"
        rf"(?P<post{group}>\s+and\s+a\s+half)?(?!\w)"
    )


_ONE = re.compile(
    r"(?<![\w.,/№-])"
    rf"(?P<more>(?:(?!\d{{3}}){_N},\s+)*)(?:(?P<other>(?!\d{{3}}){_N})(?P<join>\s*(?:,(?=\s)(?:\s+and\b)?|"
    rf"\band\b|\bor\b|\bto\b)\s*|[-–—]))?"
    + _amount("1")
    + rf"(?:(?:\s+and|,|,\s+and)?\s+{_amount('2')})?"
    + r"(?:['’`´](?!\w))?(?!\s*[-–]?\s*(?:old|ago)\b)|\blife(?:time)?(?=\s+(?:imprisonment|sentence|term|in\s+prison|"
    r"behind))|(?<=[|\t:;(])\s*\blife\b(?=\s*(?:$|[|\t;,)\n]))|^\s*life(?=\s*(?:$|[|\t;,)\n]))"
    r"|\bfor\s+life\b",
    re.IGNORECASE,
)
_DOWN_TO = re.compile(rf"\s+to\s+(?P<n>{_N})(?=\s*(?:[.,;:)]|$|\band\b|\bin\b|\bon\b|\bby\b|\bof\b))", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_RANK = "hdwmy"
_MAXIMUM = re.compile(
    r"(?:\bup\s+to|\bat\s+most|\bmaximum(?:\s+\w+)?\s+of|\bnot\s+exceeding|\bno\s+more\s+than|\bfrom|\bbetween|"
    r"\bminimum\s+of)\s*(?:an?\s+)?$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"\b{MONTH}\s+(?:\d{{1,2}},\s+)?$")
_UNITS = {"y": "years", "m": "months", "w": "weeks", "d": "days", "h": "hours"}
_WORDS = ("year", "month", "day", "hour", "week", "life")
_SHORT = re.compile(r"\d\s?(?:y|yr|yrs|mo|mos|mth|mths|hrs?)\b")


def has_length(flat: str) -> bool:
    """A cheap test on lower-case text: may a length stand in it?"""
    return any(word in flat for word in _WORDS) or _SHORT.search(flat) is not None


def find_lengths(text: str, start: int = 0, end: int | None = None) -> list[LengthMention]:
    """The lengths in `text[start:end]` in order. What is no whole number of months, days or hours is left out."""
    found: list[LengthMention] = []
    for match in _ONE.finditer(text, start, len(text) if end is None else end):
        if not match["u1"]:
            found.append(LengthMention(match.span(), "life"))
        else:
            found += _amounts(text, match)
    return found


def _amounts(text: str, match: re.Match[str]) -> list[LengthMention]:
    at = match.start("n1")
    first = _iso(match, "1")
    if match["u2"] and _RANK.index(match["u2"][0].lower()) >= _RANK.index(match["u1"][0].lower()):
        return _two(match, first)
    if not match["u2"] and (down := _DOWN_TO.match(text, match.end())) and _FROM.search(text, max(0, at - 8), at):
        return _from_to(match, first, down)
    both = _iso(match, "1", "2") if match["u2"] else first
    if both is None:
        return []
    join = " ".join((match["join"] or "").lower().split())
    if match["other"] and _MONTH_BEFORE.search(text, max(0, match.start("other") - 16), match.start("other")):
        join = ""  # "on August 31 to three years": the number is of a date
    span = (at, match.end())
    ranged = join in ("to", "or", "-", "–", "—") or bool(
        _MAXIMUM.search(text, max(0, match.start() - 24), match.start())
    )
    main = LengthMention(span, both, ranged)
    if join == "to" and _FROM.search(text, max(0, match.start("other") - 8), match.start("other")):
        return [*_others(match, True), main]
    if join in ("and", ",", ", and") and match["other"].lower() not in ("a", "an"):
        return [*_others(match, ranged), main]
    return [main]


def _others(match: re.Match[str], ranged: bool) -> list[LengthMention]:
    """The numbers before the last one, which alone has the unit: "ten, eight and five years"."""
    base = match.start("more")
    spans = [(base + m.start(), base + m.end()) for m in re.finditer(r"[^,\s]+", match["more"])] + [match.span("other")]
    told = ((span, _length(_value(match.string[slice(*span)], False), match["u1"])) for span in spans)
    return [LengthMention(span, length, ranged) for span, length in told if length]


def _two(match: re.Match[str], first: str | None) -> list[LengthMention]:
    """ "13 years and 11 years" are two lengths, not one of 24 years."""
    second = _iso(match, "2")
    end = match.end("post1") if match["post1"] else match.end("u1")
    spans = ((match.start("n1"), end), (match.start("n2"), match.end()))
    return [LengthMention(span, length) for span, length in zip(spans, (first, second), strict=True) if length]


def _from_to(match: re.Match[str], first: str | None, down: re.Match[str]) -> list[LengthMention]:
    """ "From ten years to six": what it was, as the end of a range, and what it became."""
    last = _length(_value(down["n"], False), match["u1"])
    was = [LengthMention((match.start("n1"), match.end()), first, True)] if first else []
    return [*was, LengthMention(down.span("n"), last)] if last else was


def _iso(match: re.Match[str], *parts: str) -> str | None:
    totals: dict[str, Fraction] = {}
    for part in parts:
        half = bool(match["half" + part] or match["post" + part])
        value = _value(match["n" + part], half)
        if value is None:
            return None
        unit = _UNITS[match["u" + part][0].lower()]
        totals[unit] = totals.get(unit, Fraction(0)) + value
    return _of(totals)


def _length(value: Fraction | None, unit: str) -> str | None:
    return _of({_UNITS[unit[0].lower()]: value}) if value is not None else None


def _of(totals: dict[str, Fraction]) -> str | None:
    days = totals.get("days", Fraction(0)) + 7 * totals.get("weeks", Fraction(0))
    months, hours = totals.get("months", Fraction(0)), totals.get("hours", Fraction(0))
    if any(v.denominator != 1 for v in (days, months, hours)) or not any(totals.values()):
        return None
    try:
        years = totals.get("years", Fraction(0))
        return Length.of(years=years, months=int(months), days=int(days), hours=int(hours)).text
    except NotALength:
        return None


def _value(text: str, half: bool) -> Fraction | None:
    word = " ".join(text.lower().split())
    extra = Fraction(1, 2) if half or "½" in word else Fraction(0)
    word = word.replace("½", "").strip()
    if word in ("a", "an"):
        return 1 + extra
    if word.endswith("hundred"):
        return Fraction(100 * (value_of(word.split()[0]) or 1))
    if not word:
        return extra
    if word[0].isdigit():
        return Fraction(word.replace(",", ".")) + extra
    value = value_of(word)
    return value + extra if value is not None else None
