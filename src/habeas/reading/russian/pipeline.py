"""A Russian or Kazakh document in, a context and drafts out: the counterpart of `habeas.reading.pipeline`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from habeas.evidence.document import Document
from habeas.reading.context import Context, Rule
from habeas.reading.draft import Draft
from habeas.reading.identity import read_identity
from habeas.reading.layout import lay_out
from habeas.reading.proposals import Span
from habeas.reading.recognition import read_recognition
from habeas.reading.russian.dates import find_dates
from habeas.reading.russian.find import find_people
from habeas.reading.russian.flat import flatten
from habeas.reading.russian.kazakh import read_kazakh
from habeas.reading.russian.statement import RussianContext
from habeas.reading.russian.statements import read_statements
from habeas.reading.sentences import sentences

LANGUAGES = frozenset({"ru", "kk"})
_SAID = re.compile(r"(?:по состоянию на|обновлен\w*|актуальн\w+ на|на)\s+")
_WRITTEN = re.compile(
    r"(?:составлен\w*|опубликован\w*|обновлен\w*|дата публикации|актуальн\w+ на|по состоянию "
    r"на)\W{1,3}"
)
_DATELINE = re.compile(r"[^.,\d]{2,40}[,.]\s*(?:\([^()]{2,30}\)\s*)?\d{1,2}\s+[а-я]{3,8}\s+(?:19|20)\d\d")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def prepare(document: Document) -> Context:
    """The context that the Russian rules read."""
    layout = lay_out(document.text)
    flat = flatten(document.text)
    inside = [sentences(document.text, block) for block in layout.blocks]
    people, cases = find_people(document.text, flat, layout, inside, document.language)
    spans = tuple(s for block in inside for s in block)
    today = _day_of(document, flat)
    year = _year_of(document, flat) or (int(today[:4]) if today else None)
    spare = None if year else _only_year(flat[:400]) or _usual_year(flat, spans)
    return RussianContext(document, layout, spans, people, _state_of(flat, spans), flat, cases, year, today, spare)


def _year_of(document: Document, flat: str) -> int | None:
    """The year that a text is about: the only one that its title names, or the lines before its first paragraph."""
    return _only_year(_title(document)) or _only_year(" ".join(_heads(document.text)))


def _only_year(text: str) -> int | None:
    years = set(_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def _day_of(document: Document, flat: str) -> str | None:
    """The day on which the text was written: one in its title, the first of its head, or that of "составлено"."""
    datelines = [m[0] for line in _lines(document.text)[:5] if (m := _DATELINE.match(line))]
    for text in (flatten(_title(document)), *datelines, *_heads(document.text)):
        days = [d.when for d in find_dates(text, 0, len(text)) if d.sure and len(d.when) == 10]
        if days:
            return days[0]
    for match in (*_WRITTEN.finditer(flat, 0, 3000), *_WRITTEN.finditer(flat, max(0, len(flat) - 600))):
        days = [d.when for d in find_dates(flat, match.end(), match.end() + 24) if d.sure and len(d.when) == 10]
        if days:
            return days[0]
    return None


def _title(document: Document) -> str:
    """The title, unless it is the first paragraph in the place of one."""
    title = document.title
    return title if len(title) < 160 and not title.rstrip().endswith(".") else ""


def _heads(text: str) -> list[str]:
    """The first lines that are no sentences: titles, subtitles, places with dates."""
    lines = [x for x in _lines(text)[:4] if len(x) < 160 and not _YEAR.fullmatch(x.strip(" .:*#"))]
    return [x for x in lines if (x[-1] != "." or x.endswith("г.")) and "родил" not in x]


def _lines(text: str) -> list[str]:
    """The first lines of a text that hold words, flat."""
    return [flatten(line.strip()) for line in text[:1500].splitlines() if line.strip()]


def _usual_year(flat: str, spans: Sequence[Span]) -> int | None:
    """The year that most days and months of a text state, the later one of two."""
    years = Counter(
        d.when[:4] for a, b in spans if _YEAR.search(flat, a, b) for d in find_dates(flat, a, b)
        if d.sure and len(d.when) in (7, 10)
    )  # fmt: skip
    year = max(years, key=lambda y: (years[y], y), default=None)
    return int(year) if year else None


def _state_of(flat: str, spans: Sequence[Span]) -> str | None:
    """The day that a document describes: where it says so at its head, else the latest day it states."""
    for match in _SAID.finditer(flat, 0, 3000):
        dates = find_dates(flat, match.end(), min(len(flat), match.end() + 25))
        if dates and dates[0].span[0] == match.end() and len(dates[0].when) == 10 and match[0][:2] != "на":
            return dates[0].when
    days = [
        d.when
        for a, b in spans
        if _YEAR.search(flat, a, b)
        for d in find_dates(flat, a, b)
        if len(d.when) == 10 and d.sure
    ]
    return max(days, default=None)


def _claims(context: Context) -> Iterator[Draft]:
    if isinstance(context, RussianContext):
        yield from read_statements(context)
        if context.document.language == "kk":
            yield from read_kazakh(context)


RULES: tuple[Rule, ...] = (read_recognition, read_identity, _claims)
"""The rules of Russian texts: those about the list itself, which know no language, and those about what happened."""
