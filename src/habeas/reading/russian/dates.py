"""Dates as Russian prose writes them, as EDTF with their places in the flat text. A day is never guessed.

A date without a year takes that of the last date before it (the *anchor*): a month that lies seven or more months
earlier in the year is the next year's, six months earlier could be either and stays unread, less is a step back; in
the *year* of the document itself it is that year's. Without an anchor the *year* of the document stands in, if it names
one.
`12.08.` is a day where it is no article, `24-го` one of the month told last; `relative` knows what counts from another
day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from habeas.errors import HabeasError
from habeas.lexicon.when import When
from habeas.reading.proposals import Span
from habeas.reading.russian.relative import counted, has_relative, relative_dates

_STEMS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_CUES = ("20", "19", "-го", "весн", "летом", "осен", "зим", "май", "мая", "маю", "мае", *_STEMS[:4], *_STEMS[5:])
_KAZAKH = ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша",
           "желтоқсан")  # fmt: skip
_MONTH = (
    r"(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:[ьяюе]|ем)|(?:март|август)(?:а|у|е|ом)?|"
    r"ма(?:й|я|ю|е|ем)|" + "|".join(f"{m}\\w{{0,4}}" for m in _KAZAKH) + r")(?!\w)"
)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_GOD = r"(?:-(?:го|м|й|му|ом)(?!\w)|\s*(?:год(?:а|у|ом|е|ах|ов|ами)?|г\.?|гг\.?|ж\.?|жыл\w*)(?!\w))"
_ORDINALS = [
    "первого",
    "второго",
    "третьего",
    "четвертого",
    "пятого",
    "шестого",
    "седьмого",
    "восьмого",
    "девятого",
    "десятого",
    "одиннадцатого",
    "двенадцатого",
    "тринадцатого",
    "четырнадцатого",
    "пятнадцатого",
    "шестнадцатого",
    "семнадцатого",
    "восемнадцатого",
    "девятнадцатого",
    "двадцатого",
]
_DAYS_IN_WORDS = {word: number for number, word in enumerate(_ORDINALS, 1)} | {
    "тридцатого": 30,
    "тридцать первого": 31,
    **{f"двадцать {word}": 20 + number for number, word in enumerate(_ORDINALS[:9], 1)},
}
_IN_WORDS = "|".join(sorted(_DAYS_IN_WORDS, key=len, reverse=True))
_DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:-?(?:го|е))?|{_IN_WORDS})"
_WHICH = r"\s+(?:того же|прошлого|минувшего|этого|нынешнего|текущего|следующего)\s+года"
_TO = r"\s*-\s*|\s+(?:по|до)\s+|\s+и\s+|\s*,\s*"
_BARE_SEASON = r"(?:весной|летом|осенью|зимой)|(?<=[.] )(?:весна|лето|осень|зима)(?=\s*[.:-])"
_SEASON_FROM = {21: 3, 22: 6, 23: 9, 24: 12}
_SEASON = {"весн": 21, "лет": 22, "осен": 23, "зим": 24}
_DATE = re.compile(
    r"(?<![\w.,/№])(?:"
    rf"(?P<iso>{_YEAR}-\d\d-\d\d)(?![\d-])"
    r"|(?P<short>(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2]))(?=[.,;:)]*(?:\s|$))(?!\.?\s*(?:коап|"
    r"ук(?!\w)|ч\.|част|\())"
    rf"|(?P<only>[1-9]|[12]\d|3[01])-(?:го|е)(?:\s+числа)?(?!\w)(?!\s+(?:{_MONTH}|век|год|"
    rf"район|микрорайон|отдел|суд|полк))"
    r"|(?P<dotted>\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d)(?![\d/])"
    rf"|(?P<d1>{_DAY})\s+(?P<m1>{_MONTH})(?:\s+(?P<y0>{_YEAR}){_GOD}?)?(?:\s+по\s+|"
    rf"\s*-\s*)(?P<e2>{_DAY})\s+(?P<em>{_MONTH})"
    rf"(?:,?\s+(?P<ey>{_YEAR}){_GOD}?)?"
    rf"|(?P<days>{_DAY}(?:(?:{_TO}){_DAY})*)\s+(?P<m2>{_MONTH})(?:,?\s+(?P<y2>{_YEAR}){_GOD}?|"
    rf"(?P<that2>{_WHICH}))?"
    rf"|(?P<m5>{_MONTH}),\s+(?P<d5>{_DAY})(?=\s*(?:[.:]|-\s))"
    rf"|(?P<m3>{_MONTH})(?:(?:\s*-\s*|\s+и\s+)(?P<m4>{_MONTH}))?(?:,?\s+(?P<y3>{_YEAR}){_GOD}?|"
    rf"(?P<that>{_WHICH}))?"
    rf"|(?P<season>весн(?:а|ой|ы|у|е)|лет(?:о|ом)|осен(?:ь|ью|и)|зим(?:а|ой|ы|у|е))\s+(?P<y4>{_YEAR}){_GOD}?"
    rf"|(?P<bare_season>{_BARE_SEASON})(?P<that3>{_WHICH})?(?!\w)"
    rf"|(?P<y5>{_YEAR})\s*-\s*(?P<y6>{_YEAR}){_GOD}"
    rf"|(?P<y7>{_YEAR})(?=(?:\s*(?:,|и)\s*{_YEAR})+{_GOD})|(?P<y8>{_YEAR}){_GOD}|(?<=\()(?P<y9>{_YEAR})(?=\))"
    r")(?!\d)"
)
_MONTH_CUE = re.compile(
    r"(?:(?:^|\s)(?:в|с|со|до|на|к|за|конц[еау]|начал[еоа]|середин[еа]|от|после|по|весь|течение|и|\()\s*)$"
)
_SHORT_DAY = re.compile(r"(?<![\d.])[0-3]?\d\.[01]\d(?!\d)")
_NO_DAY = re.compile(
    r"(?:ст\.|стать\w+|ч\.|част\w+|п\.|№|коап|ук|пунк\w+|глав\w+)\s*(?:\S+\s+(?:и|,)\s*)?$|"
    r"\d\s*(?:,|и)\s*$"
)
"""What makes "20.02" the number of an article."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date and where it stands. `sure` is false when the year, or the day, came from the dates before it."""

    span: Span
    when: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Raw:
    """What stands there before a year is filled in; `end` for ranges."""

    span: Span
    year: int | None
    month: int | None = None
    day: int | None = None
    end: tuple[int | None, int | None, int | None] | None = None
    season: int | None = None
    hint: str = ""


def has_date(flat: str, start: int, end: int) -> bool:
    """A cheap test: may a date stand there?"""
    if any(flat.find(w, start, end) >= 0 for w in _CUES):
        return True
    return has_relative(flat, start, end) or _SHORT_DAY.search(flat, start, end) is not None


def find_dates(
    flat: str,
    start: int,
    end: int,
    *,
    anchor: str | None = None,
    year: int | None = None,
    today: str | None = None,
    spare: int | None = None,
    unread: bool = False,
) -> list[DateMention]:
    """The dates of `flat[start:end]` in order; with `unread` also those whose year is not known, without `when`."""
    raws = [r for m in _DATE.finditer(flat, start, end) for r in _raws(flat, start, m)]
    raws = _shared_years(flat, raws)
    items: list[tuple[int, _Raw | re.Match[str]]] = [(r.span[0], r) for r in raws]
    items += [(m.start(), m) for m in relative_dates(flat, start, end)]
    found: list[DateMention] = []
    passing: DateMention | None = None
    last: str | None = None
    for _, item in sorted(items, key=lambda i: i[0]):
        beside = passing and _BESIDE.fullmatch(
            flat, passing.span[1], item.span[0] if isinstance(item, _Raw) else item.start()
        )
        anchor = passing.when if passing and beside else anchor
        mention = (
            _filled(item, anchor, year, today, spare)
            if isinstance(item, _Raw)
            else _counted_on(item, last or anchor, today, year)
        )
        if mention:
            found.append(mention)
            if not _UNTIL.search(flat, max(start, mention.span[0] - 16), mention.span[0]):
                last = mention.when
            days = any(len(d.when) > 7 for d in found[:-1])
            if anchors(flat, start, mention, passing=bool(anchor or year), days=days, year=year):
                anchor = mention.when
            elif len(mention.when) == 4:
                passing = mention
        elif unread and isinstance(item, _Raw):
            found.append(DateMention(item.span, "", False))
    return found


def _raws(flat: str, start: int, m: re.Match[str]) -> Iterator[_Raw]:
    span = m.span()
    if m["iso"]:
        y, mo, d = (int(p) for p in m["iso"].split("-"))
        yield _Raw(span, y, mo, d)
    elif m["dotted"]:
        d, mo, y = (int(p) for p in re.split(r"[./]", m["dotted"]))
        yield _Raw(span, y if y > 99 else 2000 + y, mo, d)
    elif m["d1"]:
        year = _int(m["y0"]) or _int(m["ey"])
        yield _Raw(span, year, _month(m["m1"]), _day(m["d1"]), (_int(m["ey"]) or year, _month(m["em"]), _day(m["e2"])))
    elif m["days"]:
        yield from _days(flat, start, m)
    elif m["m5"]:
        yield _Raw(span, None, _month(m["m5"]), _day(m["d5"]))
    elif m["short"]:
        if not _NO_DAY.search(flat, max(start, span[0] - 14), span[0]):
            day, month = (int(p) for p in m["short"].split("."))
            yield _Raw(span, None, month, day)
    elif m["only"]:
        yield _Raw(span, None, None, int(m["only"]), hint="only")
    elif m["bare_season"]:
        season = next(v for k, v in _SEASON.items() if m["bare_season"].startswith(k))
        yield _Raw(span, None, season=season, hint=(m["that3"] or "").strip())
    elif m["m3"]:
        opens = not flat[start : span[0]].strip(' -"')
        cued = _MONTH_CUE.search(flat, max(start - 1, span[0] - 14, 0), span[0])
        if m["y3"] or m["that"] or m["m4"] or opens or cued:
            end = (_int(m["y3"]), _month(m["m4"]), None) if m["m4"] else None
            hint = (m["that"] or "").strip() or _back(flat, start, span[0])
            yield _Raw(span, _int(m["y3"]), _month(m["m3"]), None, end, hint=hint)
    elif m["season"]:
        yield _Raw(span, int(m["y4"]), season=next(v for k, v in _SEASON.items() if m["season"].startswith(k)))
    elif m["y5"]:
        yield _Raw(span, int(m["y5"]), end=(int(m["y6"]), None, None))
    else:
        yield _Raw(span, int(m["y7"] or m["y8"] or m["y9"]))


def _days(flat: str, start: int, m: re.Match[str]) -> Iterator[_Raw]:
    """One day, a range ("с 12 по 15 мая", "6-12 марта") or several ("3 и 5 мая")."""
    month, year = _month(m["m2"]), _int(m["y2"])
    hint = (m["that2"] or "").strip() or _back(flat, start, m.start())
    days = [(_day(d[0]), d.start() + m.start("days"), d.end() + m.start("days")) for d in re.finditer(_DAY, m["days"])]
    before = flat[max(start, m.start() - 3) : m.start()]
    ranged = re.search(r"-\s*\d|\sпо\s|\sдо\s", m["days"]) or (
        before.endswith("с ") and len(days) == 2 and " и " not in m["days"]
    )
    if len(days) == 2 and ranged:
        yield _Raw(m.span(), year, month, days[0][0], (year, month, days[1][0]), hint=hint)
        return
    for index, (day, low, high) in enumerate(days):
        yield _Raw((low, m.end() if index == len(days) - 1 else high), year, month, day, hint=hint)


def _back(flat: str, start: int, at: int) -> str:
    """`back` behind "ранее" and its kin: the date lies before the last one."""
    before = flat[max(start, at - 24) : at]
    return "back" if re.search(r"(?<!\w)(?:ранее|раньше|до этого|до того|перед этим|еще)(?!\w)", before) else ""


def _int(number: str | None) -> int | None:
    return int(number) if number else None


def _day(day: str) -> int:
    if day in _DAYS_IN_WORDS:
        return _DAYS_IN_WORDS[day]
    return int(re.match(r"\d+", day)[0])  # type: ignore[index]


def _month(name: str) -> int:
    if name.startswith("ма") and not name.startswith(("март", "мамыр", "маусым")):
        return 5
    for names in (_STEMS, _KAZAKH):
        for number, stem in enumerate(names, 1):
            if (number != 5 or names is _KAZAKH) and name.startswith(stem):
                return number
    return 5


def _shared_years(flat: str, raws: list[_Raw]) -> list[_Raw]:
    """In "3 мая и 7 июня 2022 года" the year stands once, after the last."""
    for index in range(len(raws) - 2, -1, -1):
        here, following = raws[index], raws[index + 1]
        gap = flat[here.span[1] : following.span[0]]
        shares = (
            here.year is None and following.year and following.month and here.month and here.month <= following.month
        )
        if shares and re.fullmatch(r"\s*(?:,|и|-|по|до)?\s*(?:(?:с|в|на|на-)\s+)?", gap):
            raws[index] = _Raw(
                here.span, following.year, here.month, here.day, here.end and (following.year, *here.end[1:])
            )
    return raws


_BESIDE = re.compile(r"\s*(?:в|с)?\s*")


def anchors(
    flat: str, start: int, date: DateMention, *, passing: bool, days: bool = False, year: int | None = None
) -> bool:
    """Whether later dates of a text go on from a date: not from one behind "до", nor (`passing`) from a year told in
    passing, nor (`days`, where a day stands before it) from a month, nor from another year than the text's own
    (`year`) that does not open its sentence."""
    if _UNTIL.search(flat, max(start, date.span[0] - 16), date.span[0]):
        return False
    since = _SINCE.search(flat, max(start, date.span[0] - 8), date.span[0])
    if year and date.sure and date.when[:4] != str(year) and (since or date.span[0] - start >= 24):
        return False
    return not passing or len(date.when) > 7 or date.span[0] - start < 16 or (len(date.when) > 4 and not days)


_SINCE = re.compile(r"(?<!\w)(?:с|со|от)\s+$")
_UNTIL = re.compile(r"(?<!\w)(?:до|не позднее|к)\s+$")
"""A day behind "до" is when something ends: nothing counts from it."""


def _told_before(year: int, raw: _Raw, today: str | None) -> int:
    """The year that was filled in, or the one before where the date would lie well after the day of the text."""
    if raw.year or not raw.month or not today or raw.hint.startswith(("следующ", "этого", "нынешн", "текущ")):
        return year
    now = int(today[:4]) * 12 + int(today[5:7])
    return year - 1 if year == int(today[:4]) and year * 12 + raw.month - now > 3 else year


def _filled(
    raw: _Raw,
    anchor: str | None,
    default: int | None,
    today: str | None = None,
    spare: int | None = None,
) -> DateMention | None:
    if raw.hint == "only":
        return _day_alone(raw, anchor)
    year = raw.year or _said_year(raw, anchor, default or spare) or _year_for(raw, anchor, default or spare)
    if year is None and (anchor is None or not _year_of(anchor)):
        year = default or spare
    if year is None:
        return None
    year = _told_before(year, raw, today)
    first = _edtf(year, raw.season or raw.month, raw.day)
    if raw.end:
        other = raw.end[0] or (year + 1 if raw.month and raw.end[1] and raw.end[1] < raw.month else year)
        last = _edtf(other, raw.end[1], raw.end[2])
        when = f"{first}/{last}" if first and last else None
    else:
        when = first
    if when is None:
        return None
    try:
        When.parse(when)
    except HabeasError:
        return None
    return DateMention(raw.span, when, raw.year is not None)


def _day_alone(raw: _Raw, anchor: str | None) -> DateMention | None:
    """ "24-го числа": in the month of the last date, from its day on."""
    match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?", (anchor or "").split("/")[0])
    if not match or (match[3] and int(match[3]) > (raw.day or 0)):
        return None
    when = _edtf(int(match[1]), int(match[2]), raw.day)
    return DateMention(raw.span, when, False) if when else None


def _counted_on(match: re.Match[str], anchor: str | None, today: str | None, year: int | None) -> DateMention | None:
    """A date that counts from the last one, or from the day of the text."""
    when = counted(match, anchor or today, today or (f"{year:04d}" if year else None))
    return DateMention(match.span(), when, False) if when else None


def _year_of(anchor: str) -> int | None:
    return int(anchor[:4]) if anchor[:4].isdigit() else None


def _said_year(raw: _Raw, anchor: str | None, default: int | None) -> int | None:
    """The year of "прошлого года" and "этого года", which count from when the text was written."""
    now = default or (_year_of(anchor.split("/")[-1]) if anchor else None)
    if now is None or not raw.hint.startswith(("прошл", "минувш", "этого", "нынешн", "текущ")):
        return None
    return now - raw.hint.startswith(("прошл", "минувш"))


def _year_for(raw: _Raw, anchor: str | None, default: int | None) -> int | None:
    """The year that the dates before a year-less one give it: that of the document where two could be meant."""
    own = raw.month or _SEASON_FROM.get(raw.season or 0)
    if not anchor or own is None:
        return None
    last = anchor.split("/")[-1]
    year = _year_of(last) or _year_of(anchor)
    if year is None:
        return None
    if raw.hint.startswith("того"):
        return year
    if raw.hint.startswith("следующего"):
        return year + 1
    month = int(last[5:7]) if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?", last) else 0
    if raw.hint == "back" and month:
        return year if own <= month else year - 1
    if own >= month:
        return year
    if year == default:
        return year
    return year + 1 if month - own >= 7 else None if month - own == 6 else year


def _edtf(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
