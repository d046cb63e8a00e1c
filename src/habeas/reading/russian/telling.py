"""From a Russian predicate to a draft: its people, date, modality and confidence (the scale of `rules.telling`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.reading.draft import Draft
from habeas.reading.proposals import Span
from habeas.reading.russian.dates import DateMention
from habeas.reading.russian.flat import STOP
from habeas.reading.russian.modality import attribution_of, modality_at
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.who import Who

_AT_ONCE = ("police_detention", "search")
"""What happens on the day that the sentence before tells."""
_CLAUSE = re.compile(
    rf"[;]|{STOP}|,\s+(?:а|но|затем|потом|после чего|где|когда|котор\w+|чь\w+|чей|что|чтобы)(?!\w)|,\s+и\s|"
    r"\sи\s(?=\w+(?:ил|ал|ел)[аио]?\s)"
)


def tell(
    statement: Statement, who: Who, span: Span, kind: str, fields: Mapping[str, Any], rule: str, base: float, *,
    modality: str | None = None, dates: tuple[DateMention, ...] | None = None,
) -> Iterator[Draft]:  # fmt: skip
    """The draft of a predicate. None for nobody."""
    if not who.persons:
        return
    start, end = span
    found = date_of(statement, start, end) if dates is None else (dates[0] if dates else None)
    if (
        found is None
        and dates is None
        and not statement.all_dates
        and fields.get("form", fields.get("act")) in _AT_ONCE
    ):
        found = statement.running
    sure = 0.97 if found is None else 1.0 if found.sure else 0.93
    yield Draft(kind, who.persons, span, dict(fields), f"{kind}.{rule}", round(base * who.sure * sure, 2),
                found.when if found else None, attribution_of(statement),
                modality or modality_at(statement, start, end))  # fmt: skip


def date_of(statement: Statement, start: int, end: int) -> DateMention | None:
    """The date of a predicate: the nearest of its clause, one that opens the sentence, or the paragraph's own."""
    best: tuple[float, DateMention] | None = None
    if inside := _in_brackets(statement, start):
        return inside
    if opening := _opening(statement, start):
        return opening
    aside = _aside_at(statement, start)
    alone = len(statement.all_dates) == 1
    for date in statement.all_dates:
        if date.span[0] < end and start < date.span[1] and not _parenthesis(statement, date.span[0]):
            return date if date.when else None
        if _aside_at(statement, date.span[0]) != aside or _UNTIL.search(
            statement.flat, max(0, date.span[0] - 32), date.span[0]
        ):
            continue
        ahead = date.span[1] <= start
        gap = statement.flat[date.span[1] : start] if ahead else statement.flat[end : date.span[0]]
        if statement.quoted(date.span[0]) != statement.quoted(start):
            continue
        brackets = _parenthesis(statement, date.span[0])
        if brackets is not None and brackets < end and brackets != _parenthesis(statement, start):
            continue
        borders = len(_CLAUSE.findall(gap))
        leads = ahead and date.span[0] - statement.span[0] < 24
        if borders and not (
            ahead and (leads or date is statement.all_dates[0]) and (";" not in gap or alone) and borders < 3
        ):
            continue
        distance = len(gap) + 60 * borders + 12 * gap.count(",") - (0 if ahead else 5)
        if best is None or distance < best[0]:
            best = (distance, date)
    if best:
        return best[1] if best[1].when else None
    return statement.lead or _of_noun(statement, start)


def _in_brackets(statement: Statement, start: int) -> DateMention | None:
    """The date in the brackets that hold a predicate: "X (штраф, 10 февраля)"."""
    opens = _parenthesis(statement, start)
    if opens is None:
        return None
    closes = statement.flat.find(")", start, statement.span[1])
    return next(
        (d for d in statement.dates if opens < d.span[0] < (closes if closes >= 0 else statement.span[1])), None
    )


_BARE_BRACKETS = re.compile(r"(?<=[а-я])\s\((?:[а-я-]+(?:\s[а-я-]+)?,\s+)?$")


def _of_noun(statement: Statement, start: int) -> DateMention | None:
    """The date in brackets behind a noun that opens a sentence without another date: "Кассация (26 апреля): ..."."""
    date = statement.dates[0] if len(statement.all_dates) == 1 and statement.dates else None
    if date is None or date.span[1] > start or not statement.flat.startswith(")", date.span[1]):
        return None
    low = max(statement.span[0], date.span[0] - 40)
    return (
        date
        if _BARE_BRACKETS.search(statement.flat, low, date.span[0]) and date.span[0] - statement.span[0] < 60
        else None
    )


def _parenthesis(statement: Statement, at: int) -> int | None:
    """Where the brackets open that hold a place, None outside brackets."""
    opens = statement.flat.rfind("(", statement.span[0], at)
    return opens if opens > statement.flat.rfind(")", statement.span[0], at) else None


_UNTIL = re.compile(r"(?<!\w)(?:вплоть\s+)?до\s+(?:конца\s+|начала\s+|середины\s+)?$")
"""A date behind "до" is when something ends."""
_ASIDE = re.compile(
    r",\s+(?:\w+(?:вш|нн|ющ|ящ|ащ)(?:ий|ая|ую|его|ого|ему|ому|им|ым|ей|ой|ие|ые|их|ых)|"
    r"(?:\w+\s)?котор\w+)\s[^,;.]*(?:,|$)"
)


def _aside_at(statement: Statement, at: int) -> Span | None:
    """The participial or relative clause that holds a place, if it is closed off inside the sentence."""
    return next(
        (m.span() for m in statement.find(_ASIDE) if m.start() < at < m.end() and m.end() < statement.span[1] - 2), None
    )


def _opening(statement: Statement, start: int) -> DateMention | None:
    """A day that opens the sentence governs its first clause, whatever other date stands near."""
    first = statement.dates[0] if statement.dates else None
    if first is None or first.span[0] - statement.span[0] > 3 or first.span[1] > start or len(first.when) < 10:
        return None
    gap = statement.flat[first.span[1] : start]
    return first if len(gap) < 160 and not _CLAUSE.search(gap) and "," not in gap else None
