"""Sentences alone between the edges of a line: "Art. 364 — 3 years in a colony — 12 May 2021", "Two years; freed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.anaphora import EXPLICIT, Who, inherited
from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.rules.penalties import Penalty
from habeas.reading.rules.sentence_draft import draft_of
from habeas.reading.rules.sentence_whose import with_kinds

_EDGE = re.compile(r";|\s-\s|\||\t|\.\s|,\s+(?=\x02)")
_ARTICLE = re.compile(
    r"\b(?:articles?|arts?|sections?|secs?|ss?|parts?|paras?|paragraphs?|items?)\b\.?\s*[\"']?[\d.,()/a-z-]{1,10}[\"']?|§+|"
    r"\b[\d.,()/-]+[a-z]?\b"
)
_LIGHT = re.compile(
    r"\b(?:in|of|at|on|to|the|a|an|and|with|under|for|by|plus|general|strict|high|medium|maximum|minimum|regime|security|"
    r"colony|prison|jail|sentenced?|term|court|verdict|criminal|penal|code|cc|pc|same|judgment|imprisonment|\w+-regime|"
    r"\w+-security)\b"
)


def cells(statement: Statement, rest: list[Penalty]) -> Iterator[Draft]:
    """A length alone between the edges of a cell, but for an article, a court word or a date, in somebody's entry."""
    who = _line_of(statement)
    if not who.persons or not rest:
        return
    edges = [0, *(x for m in _EDGE.finditer(statement.masked) for x in m.span()), len(statement.masked)]
    for penalty in rest:
        low = max(e for e in edges if e <= penalty.span[0])
        high = min(e for e in edges if e >= penalty.span[1])
        around = statement.masked[low : penalty.span[0]] + " " + statement.masked[penalty.span[1] : high]
        other_words = re.search(r"[a-z]", _LIGHT.sub("", _ARTICLE.sub("", around)))
        if penalty.length and penalty.kind != "ban" and not other_words:
            kind, dates = with_kinds([penalty])[0], _date_of(statement, low, high)
            yield from draft_of(statement, who, kind, low, high, "sentence.cell", 0.9, dates=dates)


def _line_of(statement: Statement) -> Who:
    """The person whose line it is: of the entry, or the only one that the line opens with."""
    if statement.entry_people:
        return inherited(statement)
    first = next(iter(statement.slots), None)
    opens = first is not None and first.kind == "name" and not re.search(r"[a-z]", statement.masked[: first.span[0]])
    return Who(first.persons, EXPLICIT, first) if first and opens else Who((), 0.0)


def _date_of(statement: Statement, low: int, high: int) -> tuple[DateMention, ...]:
    """The date in the cell or alone in the next one."""
    inside = [d for d in statement.dates if low <= d.span[0] < high]
    if inside:
        return tuple(inside[:1])
    alone = [
        d for d in statement.dates
        if d.span[0] >= high and re.fullmatch(r"[\s;|,-]*", statement.masked[high : d.span[0]])
        and re.match(r"\s*(?:$|[;|.]|-\s)", statement.masked[d.span[1] :])
    ]  # fmt: skip
    return tuple(alone[:1])
