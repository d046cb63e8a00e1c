"""When a document was told: its own year, and the last day that it can speak of.

"On 6 March" in a report of 17 October 2022 is in March 2022. The header says it ("Updated as of ...", a dateline, a
line that is a date), else the title of an annual report. A year mentioned in passing never does.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from habeas.errors import HabeasError
from habeas.lexicon.when import When
from habeas.reading.card_lines import is_label
from habeas.reading.dates import MONTH, find_dates


@dataclass(frozen=True, slots=True)
class OwnTime:
    """`year` is the one that yearless dates belong to, `day` the last possible one.

    `annual`: the text is of one year, which its title names and its dates leave out.
    `century` (`20XX`) stands for the year where the text gives none of its own and names no other century.
    """

    year: int | None = None
    day: date | None = None
    century: str | None = None
    annual: bool = False


_HEAD = 1200
_LONGEST_TITLE = 140
_YEAR = re.compile(r"(?<![\d/.-])(?:19[5-9]\d|20\d\d)(?![\d/])")
_NOT_OWN = re.compile(
    r"\s+(?:[A-Z]\w+\s+)?(?:[Ll]aw|[Aa]ct|[Cc]onstitution|[Ee]lections?|[Cc]ode|[Pp]rotests?|events?)\b"
)
_DAY_OF_MONTH = re.compile(rf"(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}}\b)(?P<year>,?\s+(?:19|20)\d\d)?")
_SAID = re.compile(
    r"\b(?:state of|as of|as at|updated(?: on| as of)?|current as of|published(?: on)?|date|dated|posted(?: on)?|"
    r"issued(?: on)?|yesterday,|today,|edition of|bulletin,|quarter of):?\s*(?:(?:on|the)\s+)?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^\W*(?:[A-ZÀ-Þ][\w’'. -]{1,40},\s+)+$")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^()\n]{2,30}\)\s*)?[–—:|-]")
_ALONE = re.compile(r"^[\s*_#(|]*(?:[^\n.]{0,60}[,|–—-]\s*|No\.\s*\d+,?\s*)?$")


def own_time(text: str, title: str) -> OwnTime:
    """The time of a document by its head, its title, or the year that most of its dates name."""
    told = _from_head(text)
    if told:
        return told
    heads = [line.strip() for line in text[:_HEAD].splitlines() if line.strip()][:4]
    titled = next((y for line in (title, *heads) if (y := _from_title(line))), None)
    year = titled or _most(text)
    return OwnTime(year, century=None if year else _century(text), annual=bool(titled) and _leaves_years_out(text))


def _leaves_years_out(text: str) -> bool:
    """Whether most days of the text stand without a year, as an annual report writes them."""
    with_year, bare = 0, 0
    for match in _DAY_OF_MONTH.finditer(text, 0, 60000):
        with_year, bare = (with_year + 1, bare) if match["year"] else (with_year, bare + 1)
    return bare >= 4 and bare >= 3 * with_year


def _from_head(text: str) -> OwnTime | None:
    for mention in find_dates(text, 0, min(len(text), _HEAD)):
        line = text.rfind("\n", 0, mention.span[0]) + 1
        before, after = text[line : mention.span[0]], text[mention.span[1] : mention.span[1] + 40]
        stops = not after.strip() or after.lstrip(" \t)*_.|").startswith("\n")
        told = _SAID.search(before) or (_DATELINE.match(before) and _AFTER_DATELINE.match(after))
        if mention.sure and len(mention.when) >= len("2022-05") and (told or (stops and _ALONE.match(before))):
            return _at(mention.when)
    return None


def _at(when: str) -> OwnTime | None:
    try:
        parsed = When.parse(when)
    except HabeasError:
        return None
    return OwnTime(parsed.latest.year, parsed.latest) if parsed.latest else None


_EVENTS_OF = re.compile(
    r"(?:\b(?:[Ee]vents|EVENTS|[Dd]evelopments|[Rr]esults|[Rr]eview|[Rr]eport|[Oo]verview|[Rr]ights|[Ss]ituation)\s+"
    r"(?:(?:of|in|for)\s+)?(?:the\s+year\s+)?((?:19|20)\d\d))\W*$"
)
"""The year at the end of a title that says that the text tells of it: "Tajikistan: Events of 2022"."""


_YEAR_LAST = re.compile(r"(?:19|20)\d\d\W*$")


def _from_title(title: str) -> int | None:
    """The one year that a title names; nothing for a sentence that stands where a title would, or a date."""
    if len(title) <= _LONGEST_TITLE and (events := _EVENTS_OF.search(title)):
        return int(events[1])
    if len(title) > _LONGEST_TITLE or re.search(r"\.(?:\s|$)", title):
        return None
    before, colon, _ = title.partition(":")
    dated = _YEAR_LAST.search(title) or _YEAR_LAST.search(before)
    if colon and len(before) < 30 and (is_label(before.strip()) or not dated):
        return None
    years = {m[0] for m in _YEAR.finditer(title) if not _NOT_OWN.match(title, m.end())}
    return int(years.pop()) if len(years) == 1 else None


def _most(text: str) -> int | None:
    """The latest year of the text, when more than half of all its years are that one."""
    years = Counter(m[0] for m in _YEAR.finditer(text, 0, 20000))
    if not years:
        return None
    last = max(years)
    return int(last) if years[last] >= 3 and years[last] * 2 > years.total() else None


def _century(text: str) -> str | None:
    """ "20XX" for a text whose years are all of the 2000s."""
    centuries = {m[0][:2] for m in _YEAR.finditer(text, 0, 20000)}
    return "20XX" if centuries == {"20"} else None
