"""Dates as English prose writes them, as EDTF with their spans. A day is never guessed; an impossible date is no date.

A date without a year takes the year of the last date before it that has one (the *anchor*): narratives run forward, so
a month that comes seven or more months earlier in the year is the next year's; one to six months earlier could be
either, and stays unread unless the anchor's year is the document's own. Without an anchor the document's own year
counts; without that too such dates stay unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from habeas.errors import HabeasError
from habeas.lexicon.when import When
from habeas.reading.proposals import Span
from habeas.reading.relative_dates import RELATIVE, counted

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH_OF = {m: n for n, m in enumerate(MONTHS, 1)}
_MONTH_OF |= {m[:3]: n for m, n in _MONTH_OF.items()} | {"sept": 9}
_SEASON_OF = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DASH = r"\s?[-–—]\s?"
_DAYS = rf"{_DAY}(?:(?:{_DASH}|,\s+(?:and\s+)?|\s+(?:and|to|or|until)\s+){_DAY})*"
_DATE = re.compile(
    r"(?<![\w№/.])(?<![Bb]ranch )(?<![Cc]hamber )(?<![Ww]ard )(?<![Cc]ell )(?<![Bb]lock )(?:"
    rf"(?P<iso>{_YEAR}-\d\d-\d\d)(?![\d-])"
    r"|(?P<dotted>\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep)(?:19|20)\d\d)(?![\d/])"
    rf"|(?P<days>{_DAYS})\s+(?:of\s+)?(?P<m1>{MONTH})(?:,?\s+(?P<y1>{_YEAR})\b)?"
    rf"|(?P<m2>{MONTH})\s+(?P<days2>{_DAYS})(?![\d:])(?:,?\s+(?P<y2>{_YEAR})\b)?"
    rf"|(?P<m3>{MONTH})(?:{_DASH}(?P<m4>{MONTH}))?(?:,?\s+(?:of\s+)?(?P<y3>{_YEAR})\b(?![-–/]\d))?"
    rf"|(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?(?P<y6>{_YEAR})\b"
    rf"|(?P<y4>{_YEAR})(?:{_DASH}(?P<y5>{_YEAR}|\d\d)(?!\d))?(?![\w/]|[.,-]\d)"
    r")"
)
_ALSO_WORDS = ("may", "march", "mar", "sep", "dec", "jan", "jun", "jul")
_MONTH_FOLLOWS = re.compile(r"\s*(?:,|and\b|or\b|to\b|[-–—])\s*" + MONTH)
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|from|between|during|early|late|mid|after|before|by|throughout|year|years|around|"
    r"circa|ca\.?|c\.|approx\.|approximately|about|for)"
    r"|(?:in|since|of|from)\s+(?:the\s+)?(?:beginning|start|end|middle|course)\s+of|[(\[:;]|"
    r"^)[\s-]*(?:the\s+(?:year\s+)?)?$",
    re.IGNORECASE,
)
_MONTH_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|from|between|during|early|late|mid|after|before|by|throughout|of|last|this)|"
    r"^)[\s-]*$",
    re.IGNORECASE,
)
_PLAIN_CUE = re.compile(
    r"\b(?:(?:early|mid)[\s-]+|late\s+|(?:around|about|circa|ca\.?|c\.|approx\.|approximately)\s+)$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[-–—]|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b)\s*", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:,\s*(?:and\b|or\b)?|\band\b|\bor\b|\bas well as\b|&|;)\s*(?:(?:on|in|then|again)\s+)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date and where it stands. `sure` is false when the year, or the day, came from the dates before it."""

    span: Span
    when: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Raw:
    """What stands there before years are filled in. `end` is set for ranges inside one expression."""

    span: Span
    year: int | None
    month: int | None = None
    day: int | None = None
    end: tuple[int | None, int | None, int | None] | None = None
    approximate: bool = False


_CUES = ("20", "19", "day", " later", "same ", "that ", "next ", "following ", " before", "earlier", "last ", "on the ",
         *(m[:3] for m in MONTHS))  # fmt: skip


def has_date(flat: str) -> bool:
    """A cheap test on lower-case text: may a date stand in it?"""
    return any(cue in flat for cue in _CUES)


_OPENING = 10
"""A bare year further inside a sentence is told in passing: it moves no story that has its own year."""


def find_dates(
    text: str, start: int = 0, end: int | None = None, *,
    anchor: str | None = None, year: int | None = None, own: date | None = None, century: str | None = None,
    fresh: bool = False, annual: bool = False,
) -> list[DateMention]:  # fmt: skip
    """The dates in `text[start:end]` in order.

    `anchor` is the last date before the text (EDTF). `year` is the document's own, `own` the last day that it can speak
    of: yearless dates without an anchor are that year's, and none is later than that day. Where nothing gives the year,
    `century` ("20XX") stands for it, with the month: EDTF has no day of an unknown year. `fresh`: the story starts
    again from the document's own year; only "the same day" and its kin still count from the anchor. `annual`: every
    yearless date is of the document's year, whatever other years are told in passing.
    """
    stop = len(text) if end is None else end
    raws = _backfilled(text, [r for m in _DATE.finditer(text, start, stop) for r in _raws(text, start, m)])
    raws = _ranges(text, start, raws)
    if anchor is None and year is None:
        raws = _from_next(raws)
    relative = [(m.start(), m) for m in RELATIVE.finditer(text, start, stop)]
    found: list[DateMention] = []
    items: list[tuple[int, _Raw | re.Match[str]]] = sorted(
        [*((r.span[0], r) for r in raws), *relative], key=lambda i: i[0]
    )
    for _, item in items:
        if isinstance(item, _Raw):
            mention = _resolved(item, _year_of(text, item, None if fresh and not found else anchor, year, own, annual))
            if mention is None and anchor is None and year is None and century and item.month and not item.end:
                mention = DateMention(item.span, f"{century}-{item.month:02d}", sure=False)
        else:
            here = next((day for d in reversed(found) if d.sure and (day := day_of(d.when))), own)
            when = counted(item, anchor, here)
            mention = DateMention(item.span(), when, sure=False) if when else None
        if mention and not (found and mention.span[0] < found[-1].span[1]):
            found.append(mention)
            passing = year is not None and "-" not in mention.when and mention.span[0] - start > _OPENING
            anchor = anchor if passing or "X" in mention.when else mention.when
    return found


def _raws(text: str, start: int, m: re.Match[str]) -> Iterator[_Raw]:
    span = m.span()
    if m["iso"]:
        y, mo, d = (int(p) for p in m["iso"].split("-"))
        yield _Raw(span, y, mo, d)
    elif m["dotted"]:
        yield _dotted(span, m["dotted"])
    elif m["days"]:
        yield from _days(span, m.start("days"), m["days"], m["m1"], m["y1"])
    elif m["days2"]:
        yield from _days(span, m.start("days2"), m["days2"], m["m2"], m["y2"])
    elif m["m3"]:
        yield from _months(text, start, m)
    elif m["season"]:
        yield _Raw(span, int(m["y6"]), _SEASON_OF[m["season"].lower()])
    elif m["y4"]:
        yield from _years(text, start, m)


def _dotted(span: Span, text: str) -> _Raw:
    """Day first. With slashes and both numbers up to 12 the order is unknown: only the year is certain."""
    a, b, y = (int(p) for p in re.split(r"[./]", text))
    if "/" in text and a <= 12 and b <= 12 and a != b:
        return _Raw(span, y)
    return _Raw(span, y, a, b) if "/" in text and b > 12 else _Raw(span, y, b, a)


def _days(span: Span, at: int, days: str, month: str, year: str | None) -> Iterator[_Raw]:
    number, y = _MONTH_OF[month.lower().rstrip(".")], int(year) if year else None
    parts = [(p.start(), p.end(), int(p[1])) for p in re.finditer(r"(\d+)(?:st|nd|rd|th)?", days)]
    if len(parts) == 2 and days[parts[0][1] : parts[1][0]].strip().lower() in ("-", "–", "—", "to", "until"):
        yield _Raw(span, y, number, parts[0][2], end=(y, number, parts[1][2]))
        return
    for index, (low, high, day) in enumerate(parts):
        own = (at + low, at + high) if len(parts) > 1 else span
        if len(parts) > 1 and index == len(parts) - 1:
            own = (min(at + low, span[1]), max(span[1], at + high))
        yield _Raw(own, y, number, day)


def _months(text: str, start: int, m: re.Match[str]) -> Iterator[_Raw]:
    before = text[max(start, m.start() - 24) : m.start()]
    year = int(m["y3"]) if m["y3"] else None
    doubtful = year is None and m["m3"].lower().rstrip(".") in _ALSO_WORDS and not _MONTH_CUE.search(before)
    if doubtful and not _MONTH_FOLLOWS.match(text, m.end()):
        return
    first = _MONTH_OF[m["m3"].lower().rstrip(".")]
    last = _MONTH_OF[m["m4"].lower().rstrip(".")] if m["m4"] else None
    yield _Raw(m.span(), year, first, None, end=(year, last, None) if last else None)


def _years(text: str, start: int, m: re.Match[str]) -> Iterator[_Raw]:
    before = text[max(start, m.start() - 28) : m.start()]
    listed = re.search(rf"\b{_YEAR}(?:\s*[,–—-]\s*|\s+(?:and|to|or|through|until)\s+)$", before)
    after = text[m.end() : m.end() + 24].lower()
    if not listed and not _YEAR_CUE.search(before):
        return
    if re.match(
        r"\s+(?:people|persons|participants|activists|detainees|prisoners|protesters|citizens|cases|members|"
        r"flags|\w+s were)\b",
        after,
    ):
        return
    year = int(m["y4"])
    end = int(m["y5"]) if m["y5"] else None
    if end is not None and end < 100:
        end += year // 100 * 100
    approximate = bool(_PLAIN_CUE.search(before))
    yield _Raw(m.span(), year, end=(end, None, None) if end else None, approximate=approximate)


def _backfilled(text: str, raws: list[_Raw]) -> list[_Raw]:
    """In "6 July, 21 September and 26 October 2019" the year stands once, at the end."""
    for index in range(len(raws) - 2, -1, -1):
        raw, following = raws[index], raws[index + 1]
        gap = text[raw.span[1] : following.span[0]]
        if (
            raw.year is None
            and following.year is not None
            and following.month
            and (_AND.fullmatch(gap) or _TO.fullmatch(gap))
        ):
            end = (following.year, *raw.end[1:]) if raw.end else None
            raws[index] = replace(raw, year=following.year, end=end)
    return raws


def _from_next(raws: list[_Raw]) -> list[_Raw]:
    """Without a date before, "on 9 July she was detained and, on 11 July 2021, charged" has its year behind."""
    for index in range(len(raws) - 2, -1, -1):
        raw, following = raws[index], raws[index + 1]
        bare = raw.year is None and raw.end is None and raw.month and raw.day
        if bare and following.year and following.month and (raw.month or 0, raw.day or 0) <= _place(following):
            raws[index] = replace(raw, year=following.year)
    return raws


def _place(raw: _Raw) -> tuple[int, int]:
    """Month and latest day in the year."""
    return raw.month or 12, raw.day or 31


def _ranges(text: str, start: int, raws: list[_Raw]) -> list[_Raw]:
    """Joins "from A to B", "between A and B", "A - B", and an interval with the month that follows it."""
    out: list[_Raw] = []
    for raw in raws:
        last = out[-1] if out else None
        if last is not None and last.end is None and raw.end is None and _is_range(text, start, last, raw):
            year = last.year if last.year is not None or raw.year is None else raw.year
            out[-1] = replace(last, span=(last.span[0], raw.span[1]), year=year, end=(raw.year, raw.month, raw.day))
        elif last is not None and last.end is not None and _adjoins(text, last, raw):
            out[-1] = replace(last, span=(last.span[0], raw.span[1]), end=(raw.year, raw.month, raw.day))
        else:
            out.append(raw)
    return out


def _is_range(text: str, start: int, first: _Raw, second: _Raw) -> bool:
    gap = text[first.span[1] : second.span[0]]
    match = _TO.fullmatch(gap)
    if not match:
        return False
    word = gap.strip().lower()
    if word in ("-", "–", "—"):
        return True
    cue = _FROM.search(text, max(start, first.span[0] - 16), first.span[0])
    if word == "and":
        return cue is not None and cue["word"].lower() == "between"
    return cue is not None or word in ("until", "through", "till")


def _adjoins(text: str, interval: _Raw, raw: _Raw) -> bool:
    """ "November-December 2017 and January 2018" is one stretch: months without a break between them."""
    if interval.end is None or not _AND.fullmatch(text[interval.span[1] : raw.span[0]]):
        return False
    year, month, day = interval.end
    if None in (year, month, raw.year, raw.month) or day or raw.day or raw.end:
        return False
    return (raw.year or 0) * 12 + (raw.month or 0) == (year or 0) * 12 + (month or 0) + 1


def _resolved(raw: _Raw, year: int | None) -> DateMention | None:
    if year is None:
        return None
    first = _edtf(year, raw.month, raw.day)
    text = first
    if raw.end is not None and first is not None:
        last = _edtf(raw.end[0] if raw.end[0] is not None else year, raw.end[1], raw.end[2])
        text = f"{first}/{last}" if last else first
    if text is None or not _is_edtf(text):
        return None
    return DateMention(raw.span, text + ("~" if raw.approximate and "/" not in text else ""), raw.year is not None)


_THAT_YEAR = re.compile(r"\s*,?\s*(?:of\s+|in\s+)?(?:the\s+same|that)\s+year\b", re.IGNORECASE)
_THE_SAME = re.compile(r"\b(?:the\s+same|that(?:\s+same)?)\s+$", re.IGNORECASE)
_LAST = re.compile(r"\blast\s+$", re.IGNORECASE)


def _year_of(
    text: str, raw: _Raw, anchor: str | None, year: int | None, own: date | None, annual: bool = False
) -> int | None:
    """The year of a date: its own, that of the story so far, or the document's."""
    if raw.year is not None:
        return raw.year
    before = text[max(0, raw.span[0] - 16) : raw.span[0]]
    if _THAT_YEAR.match(text, raw.span[1]) or _THE_SAME.search(before):
        last = When.parse(anchor).latest if anchor else None
        return last.year if last else None
    if anchor is None or annual or _LAST.search(before):
        return _own_year(raw, year, own)
    return _year_after(anchor, raw.month, year, own)


def _own_year(raw: _Raw, year: int | None, own: date | None) -> int | None:
    if own is None:
        return year
    return own.year - ((raw.month or 0, raw.day or 1) > (own.month, own.day))


def _edtf(year: int, month: int | None, day: int | None) -> str | None:
    text = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
    return text if _is_edtf(text) else None


def _is_edtf(text: str) -> bool:
    try:
        When.parse(text)
    except HabeasError:
        return False
    return True


def _year_after(anchor: str, month: int | None, year: int | None, own: date | None) -> int | None:
    last = When.parse(anchor).latest
    if last is None:
        return None
    has_month = "-" in anchor.rsplit("/", 1)[-1]
    if not has_month or not month or month >= last.month:
        return last.year
    if last.year == year and own is None:
        return year
    if last.month - month >= 7 and (own is None or (last.year + 1, month) <= (own.year, own.month)):
        return last.year + 1
    return last.year if last.year == year else None


def day_of(when: str) -> date | None:
    """The one day that an EDTF text means, None when it means more than one."""
    parsed = When.parse(when)
    return parsed.earliest if parsed.exact else None
