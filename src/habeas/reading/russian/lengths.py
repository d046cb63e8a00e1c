"""Lengths as Russian prose writes them, as ISO 8601 durations or `life`, with their places in the flat text.

`пять с половиной лет`, `3 года 8 месяцев`, `год и два месяца`, `полтора года`, `12 и 11 годам` (two lengths),
`15 суток`, `200 часов`, `пожизненное`, `с восьми лет до семи с половиной` (the unit stands once).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from habeas.errors import HabeasError
from habeas.lexicon.length import Length
from habeas.reading.proposals import Span
from habeas.reading.russian.numbers import HALF, NUMBER, value_of

_YEARS = r"(?:лет(?!\w)|года?м?(?!\w)|году(?!\w)|годами|годов|г\.|л\.)"
_MONTHS = r"(?:месяц(?:а|ев|у|ам|ем|ами)?(?!\w)|мес\.?(?!\w))"
_DAYS = r"(?:сут(?:ок|ки|кам|ками)|дн(?:ей|я|ям)|день)(?!\w)"
_HOURS = r"час(?:ов|а|ам|у)?(?!\w)"
_MORE = rf"(?:\s*(?:,|и)?\s*(?P<m>{NUMBER})\s+{_MONTHS})?(?:\s*(?:,|и)?\s*(?P<d2>{NUMBER})\s+{_DAYS})?"
_LENGTH = re.compile(
    rf"(?<![\w.,№-])(?:(?P<list>(?:{NUMBER}{HALF}?\s*,\s*)*{NUMBER}{HALF}?\s+и\s+)(?={NUMBER}{HALF}?\s+{_YEARS}))?"
    rf"(?:(?P<y>{NUMBER})(?P<half>{HALF})?\s+(?P<unit>{_YEARS}){_MORE}"
    rf"|(?P<one>год|году|года)(?P<one_half>{HALF})?(?:\s+и\s+(?P<m3>{NUMBER})\s+{_MONTHS})?(?!\w)"
    rf"|(?P<half_year>полгода|полугода|полугоду)(?!\w)"
    rf"|(?P<mo>{NUMBER})(?P<mo_half>{HALF})?\s+{_MONTHS}(?:\s+и\s+(?P<d3>{NUMBER})\s+{_DAYS})?"
    r"|(?P<adjective>\d{1,2}-?|(?:двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|двенадцати|"
    r"тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати|восемнадцати|девятнадцати|двадцати))летн\w+"
    r"(?=\s+(?:\w+\s+)?(?:срок|заключени|тюремн|приговор))"
    rf"|(?P<d>{NUMBER})\s+{_DAYS}|(?P<h>{NUMBER})\s+{_HOURS}"
    rf"|(?P<life>пожизненн\w+))"
)
_ELIDED = re.compile(rf"\s+до\s+(?P<n>{NUMBER})(?P<half>{HALF})?(?!\s+(?:лет|год|месяц|сут|дн|тыс|руб|час|миллион))")
_OF_WHOLE = re.compile(r"(?:из (?:них|которых)(?: первы\w+)?|первы(?:е|х|ми)|из этого срока)\s+$")
"""What is served first, or elsewhere, is a part of a sentence told before."""
_PENALTY_BEHIND = re.compile(
    r"\s+(?:(?:условн|реальн)\w+\s+)?(?:лишени|колони|тюрем|тюрьм|условн|ограничени|принудит|"
    r"исправит|обязательн|строг|общего реж|"
    r"заключени|пробац|\"?хими)"
)
_PART = re.compile(rf"(?P<n>{NUMBER})(?P<half>{HALF})?")
_BARE_BEFORE = re.compile(r"(?:^|\s)(?:к|на|в|один|по|срок[:\s-]*|-|до|с|и|получил[аи]?|дали|отсидел[аи]?|:)\s+$")


@dataclass(frozen=True, slots=True)
class LengthMention:
    """A length and its place."""

    span: Span
    length: str


def has_length(flat: str, start: int, end: int) -> bool:
    """A cheap test: may a length stand there?"""
    words = ("лет", "год", "месяц", "мес.", "сут", "час", "пожизн", "дн")
    return any(flat.find(w, start, end) >= 0 for w in words)


def find_lengths(flat: str, start: int, end: int) -> list[LengthMention]:
    """The lengths of `flat[start:end]` in order. Ages ("ему 40 лет") and years of dates are not told apart here."""
    found: list[LengthMention] = []
    for match in _LENGTH.finditer(flat, start, end):
        if match["one"] and not _is_length(flat, start, match):
            continue
        if _OF_WHOLE.search(flat, max(start, match.start() - 24), match.start()):
            continue
        if (match["y"] or "").isdigit() and int(match["y"]) >= 1900:
            continue
        found += _coordinated(match)
        if length := _of(match):
            found.append(LengthMention((match.start("y") if match["list"] else match.start(), match.end()), length))
            elided = _ELIDED.match(flat, match.end(), end)
            if elided and (value := _years(elided["n"], elided["half"])):
                found.append(LengthMention(elided.span("n"), value))
    return found


def _is_length(flat: str, start: int, match: re.Match[str]) -> bool:
    """A bare "год" is a length with months or a half behind it, or after a preposition that wants one."""
    if match["one"] == "года" and not (match["m3"] or match["one_half"] or _PENALTY_BEHIND.match(flat, match.end())):
        return False
    if match["m3"] or match["one_half"] or _PENALTY_BEHIND.match(flat, match.end()):
        return True
    return bool(_BARE_BEFORE.search(flat, max(start, match.start() - 12), match.start()))


def _coordinated(match: re.Match[str]) -> list[LengthMention]:
    if not match["list"]:
        return []
    at = match.start("list")
    out = []
    for part in _PART.finditer(match["list"]):
        if value := _years(part["n"], part["half"]):
            out.append(LengthMention((at + part.start(), at + part.end()), value))
    return out


def _of(match: re.Match[str]) -> str | None:
    if match["life"]:
        return "life"
    if match["y"]:
        return _years(match["y"], match["half"], _whole(match["m"]), _whole(match["d2"]))
    if match["one"]:
        return _built(Fraction(3, 2) if match["one_half"] else Fraction(1), _whole(match["m3"]))
    if match["adjective"]:
        return _years(match["adjective"].strip("-"), None)
    if match["half_year"]:
        return "P6M"
    if match["mo"]:
        return _built(Fraction(0), _whole(match["mo"]), _whole(match["d3"]) + (15 if match["mo_half"] else 0))
    if match["d"]:
        return _built(Fraction(0), 0, _whole(match["d"]))
    return _built(Fraction(0), 0, 0, _whole(match["h"]))


def _whole(number: str | None) -> int:
    value = value_of(number) if number else None
    return int(value) if value is not None else 0


def _years(number: str, half: str | None, months: int = 0, days: int = 0) -> str | None:
    value = value_of(number)
    if value is None:
        return None
    return _built(value + Fraction(1, 2) if half else value, months, days)


def _built(years: Fraction, months: int = 0, days: int = 0, hours: int = 0) -> str | None:
    if not (years or months or days or hours):
        return None
    try:
        return Length.of(years=years, months=months, days=days, hours=hours).text
    except HabeasError:
        return None
