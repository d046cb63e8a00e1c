"""Dates that count from another one: `на следующий день`, `спустя две недели`, `в прошлом году`, `во вторник`.

Most count from the last date before them (the *anchor*), some from the day on which the text was written (*today*).
What is counted in days needs a day to count from, what is counted in months at least a month.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from habeas.reading.russian.numbers import WORDS, value_of

_N = rf"(?:{WORDS}|\d{{1,3}})"
_DAY, _WEEK = r"(?:дн(?:я|ей|ями)|сут(?:ок|ки|ками))", r"недел[ияьею]\w*"
_MONTHS, _YEARS = r"месяц(?:а|ев|ами)", r"(?:года|лет|годами)"
_VERB = r"(?:\w+(?:л|ла|ли|лся|лась|лись|[ае]н|[ае]на|[ае]ны|ет|ют|ят|ит))(?!\w)"
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_RULES: tuple[tuple[str, str, str, int], ...] = (
    # (pattern, what it counts from, unit, step); a group `n` multiplies the step
    (r"(?:уже\s+)?на\s+(?:следующий|другой)\s+день|(?:следующим|на\s+следующее)\s+утро\w*|назавтра|наутро|следующим\s+утром|"
     r"днем\s+позже|через\s+день|день\s+спустя|спустя\s+(?:сутки|день)|через\s+сутки|сутки\s+спустя", "anchor", "d", 1),
    (r"в\s+(?:тот|этот)(?:\s+же)?\s+(?:самый\s+)?(?:день|вечер)|(?:тем|этим)\s+же\s+(?:вечером|днем|утром)|(?:в\s+)?(?:той|ту)\s+же\s+ночь\w*|"
     r"того\s+же\s+дня|в\s+те\s+же\s+сутки", "anchor", "d", 0),
    (rf"накануне(?=\s+(?:{_VERB}|был|суд\s|его\s|ее\s|их\s|в\s|прош|пол|сил|у\s)|[,.;])|днем\s+(?:ранее|раньше)|"
     r"за\s+(?:день|сутки)\s+до\s+(?:этого|того)", "anchor", "d", -1),
    (
        rf"(?:через|спустя)\s+(?P<n>{_N})\s+{_DAY}|(?P<n>{_N})\s+{_DAY}\s+спустя|"
        rf"(?P<n>{_N})\s+{_DAY}\s+позже", "anchor", "d", 1),
    (rf"(?P<n>{_N})\s+{_DAY}\s+(?:ранее|раньше)|за\s+(?P<n>{_N})\s+{_DAY}\s+до\s+(?:этого|того)", "anchor", "d", -1),
    (rf"(?:через|спустя)\s+(?P<n>{_N})\s+{_WEEK}|(?P<n>{_N})\s+{_WEEK}\s+(?:спустя|позже)", "anchor", "d", 7),
    (r"через\s+неделю|спустя\s+неделю|неделю\s+спустя|неделей\s+позже", "anchor", "d", 7),
    (r"неделей\s+(?:ранее|раньше)|за\s+неделю\s+до\s+(?:этого|того)", "anchor", "d", -7),
    (rf"(?:через|спустя)\s+(?P<n>{_N})\s+{_MONTHS}|(?P<n>{_N})\s+{_MONTHS}\s+(?:спустя|позже)", "anchor", "m", 1),
    (
        r"(?:через|спустя)\s+месяц|месяц\s+спустя|месяцем\s+позже|в\s+следующем\s+месяце", "anchor", "m", 1),
    (r"месяцем\s+(?:ранее|раньше)|за\s+месяц\s+до\s+(?:этого|того)", "anchor", "m", -1),
    (
        rf"(?P<n>{_N})\s+{_MONTHS}\s+(?:ранее|раньше)|за\s+(?P<n>{_N})\s+{_MONTHS}\s+до\s+(?:этого|"
        rf"того)", "anchor", "m", -1),
    (r"в\s+том\s+же\s+месяце", "anchor", "m", 0),
    (r"в\s+(?:том|этом)\s+же\s+году|в\s+том\s+году", "anchor", "y", 0),
    (r"в\s+следующем\s+году|(?:через|спустя)\s+год|(?:спустя\s+)?год\s+спустя|годом\s+позже", "anchor", "y", 1),
    (r"годом\s+(?:ранее|раньше)|за\s+год\s+до\s+(?:этого|того)", "anchor", "y", -1),
    (rf"(?:через|спустя)\s+(?P<n>{_N})\s+{_YEARS}|(?P<n>{_N})\s+{_YEARS}\s+спустя", "anchor", "y", 1),
    (rf"(?P<n>{_N})\s+{_YEARS}\s+(?:ранее|раньше)", "anchor", "y", -1),
    (r"сегодня(?!\s*[\"-])", "today", "d", 0),
    (r"вчера(?!ш)", "today", "d", -1),
    (r"позавчера", "today", "d", -2),
    (r"в\s+(?:прошлом|минувшем)\s+году|год\s+назад|прошл(?:ым\s+летом|ой\s+(?:весной|осенью|зимой))", "today", "y", -1),
    (r"в\s+позапрошлом\s+году", "today", "y", -2),
    (r"в\s+(?:этом|нынешнем|текущем)\s+году", "today", "y", 0),
    (r"в\s+(?:прошлом|минувшем)\s+месяце|месяц\s+назад", "today", "m", -1),
    (r"в\s+(?:этом|нынешнем|текущем)\s+месяце", "today", "m", 0),
    (rf"(?P<n>{_N})\s+{_YEARS}\s+(?:тому\s+)?назад", "today", "y", -1),
    (rf"(?P<n>{_N})\s+{_MONTHS}\s+(?:тому\s+)?назад", "today", "m", -1),
)  # fmt: skip
_WEEKDAY = re.compile(
    r"(?<!\w)во?\s+(?:(?:минувш|прошедш|прошл)\w+\s+)?(?P<name>понедельник|вторник|среду|четверг|"
    r"пятницу|субботу|воскресенье)"
    r"(?!\w)(?!,?\s*\(?\d)"
)
_NAMED = r"(?!\s+(?:после|до)\s)(?!\s*[,(]\s*\d{1,2}\s+[а-я]{3,8}[\s,)])"
"""In "вчера, 22 ноября" the day is said outright."""


@cache
def _compiled() -> tuple[re.Pattern[str], dict[str, tuple[str, str, int]], dict[str, str]]:
    """One pattern of all rules: the group of a rule leads to what it counts, the group of its number likewise."""
    parts, rules, numbers = [], {}, {}
    for index, (pattern, base, unit, step) in enumerate(_RULES):
        for choice, text in enumerate(_choices(pattern)):
            name = f"r{index}_{choice}"
            if "(?P<n>" in text:
                text, numbers[name] = text.replace("(?P<n>", f"(?P<n{name}>"), f"n{name}"
            parts.append(f"(?P<{name}>{text})")
            rules[name] = (base, unit, step)
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + rf")(?!\w){_NAMED}"), rules, numbers


def _choices(pattern: str) -> list[str]:
    """A pattern whose number stands at several places, one place at a time."""
    if pattern.count("(?P<n>") < 2:
        return [pattern]
    heads = [m.start() for m in re.finditer(r"\|(?=[^|]*\(\?P<n>)", pattern) if _outside(pattern, m.start())]
    cuts = [0, *[h + 1 for h in heads], len(pattern) + 1]
    return [pattern[a : b - 1] for a, b in itertools.pairwise(cuts)]


def _outside(pattern: str, at: int) -> bool:
    return pattern.count("(", 0, at) == pattern.count(")", 0, at)


_CUES = (
    "следующ", "другой день", "тот же", "тот день", "этот день", "тот вечер", "этот вечер", "же дня", "же вечер",
    "же днем", "же утром", "те же", "накануне", "спустя", "через", "позже", "ранее", "раньше", "до этого", "до того",
    "том же", "этом", "том году", "прошл", "минувш", "нынешн", "текущ", "назад", "сегодня", "вчера", "завтра", "наутро",
)  # fmt: skip


def has_relative(flat: str, start: int, end: int) -> bool:
    """A cheap test: may a date that counts from another stand there?"""
    return _counts(flat, start, end) or _names_weekday(flat, start, end)


def _counts(flat: str, start: int, end: int) -> bool:
    return any(flat.find(w, start, end) >= 0 for w in _CUES)


def _names_weekday(flat: str, start: int, end: int) -> bool:
    return any(flat.find(w, start, end) >= 0 for w in _WEEKDAYS)


def relative_dates(flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words in `flat[start:end]` that name a date by another one."""
    if _counts(flat, start, end):
        yield from _compiled()[0].finditer(flat, start, end)
    if _names_weekday(flat, start, end):
        yield from _WEEKDAY.finditer(flat, start, end)


def counted(match: re.Match[str], anchor: str | None, today: str | None) -> str | None:
    """The date that words of `relative_dates` name: None where that which they count from is not known well enough."""
    if match.re is _WEEKDAY:
        return _last_weekday(match["name"], today)
    name = match.lastgroup or ""
    _, meanings, numbers = _compiled()
    name = next((n for n, number in numbers.items() if number == name), name)
    base, unit, step = meanings[name]
    since = today if base == "today" else anchor
    if since is None:
        return None
    if name in numbers:
        value = value_of(match[numbers[name]])
        if value is None or value.denominator != 1:
            return None
        step *= int(value)
    return _moved(since.split("/")[-1], unit, step)


def _moved(since: str, unit: str, step: int) -> str | None:
    parts = since.split("-")
    if not parts[0].isdigit() or len(parts[0]) != 4:
        return None
    year = int(parts[0])
    if unit == "y":
        return f"{year + step:04d}" if 1800 < year + step < 2200 else None
    if unit == "m":
        if len(parts) < 2 or not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
            return None
        months = year * 12 + int(parts[1]) - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    try:
        return (date.fromisoformat(since) + timedelta(days=step)).isoformat()
    except (ValueError, OverflowError):
        return None


def _last_weekday(name: str, today: str | None) -> str | None:
    """The day of that name on or before the day of the text."""
    try:
        day = date.fromisoformat(today or "")
    except ValueError:
        return None
    wanted = next(i for i, stem in enumerate(_WEEKDAYS) if name.startswith(stem))
    return (day - timedelta(days=(day.weekday() - wanted) % 7)).isoformat()
