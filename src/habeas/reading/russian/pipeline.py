"""A Russian or Kazakh document in, a context and drafts out: the counterpart of `habeas.reading.pipeline`."""

from __future__ import annotations

import re
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
from habeas.reading.russian.statement import RussianContext
from habeas.reading.russian.statements import read_statements
from habeas.reading.sentences import sentences

LANGUAGES = frozenset({"ru", "kk"})
_SAID = re.compile(r"(?:по состоянию на|обновлен\w*|актуальн\w+ на|на)\s+")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def prepare(document: Document) -> Context:
    """The context that the Russian rules read."""
    layout = lay_out(document.text)
    flat = flatten(document.text)
    inside = [sentences(document.text, block) for block in layout.blocks]
    people, cases = find_people(document.text, flat, layout, inside, document.language)
    spans = tuple(s for block in inside for s in block)
    return RussianContext(
        document, layout, spans, people, _state_of(flat, spans), flat, cases, _year_of(document, flat)
    )


def _year_of(document: Document, flat: str) -> int | None:
    """The year of dates without one: that of the title, else the only year that the head of the text names."""
    for part in (document.title, flat[:400]):
        years = set(_YEAR.findall(part))
        if len(years) == 1:
            return int(years.pop())
    return None


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


RULES: tuple[Rule, ...] = (read_recognition, read_identity, _claims)
"""The rules of Russian texts: those about the list itself, which know no language, and those about what happened."""
