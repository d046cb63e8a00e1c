"""Sentences alone in a cell of a line: "Art. 364 - 3 years in a colony - 12 May 2021", "Two years; freed in April"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.rules.cells import cell_around, edges_of, line_of
from habeas.reading.rules.penalties import Penalty
from habeas.reading.rules.sentence_draft import draft_of
from habeas.reading.rules.sentence_whose import with_kinds

_SENTENCED = re.compile(
    r"[\s;|,-]*(?:sentenced|convicted|verdict|judgment|sentence)\s+(?:(?:on|of|passed|in)\s+)*(?=\x02)"
)


def cells(statement: Statement, rest: list[Penalty]) -> Iterator[Draft]:
    """A length alone in its cell, but for an article, a court word or a date, in somebody's line or entry."""
    who = line_of(statement) if rest else None
    if who is None or not who.persons:
        return
    for penalty in rest:
        cell = _cell_of(statement, penalty, rest)
        if cell and not statement.quoted(penalty.span[0]):
            kind, dates = with_kinds([penalty])[0], _date_of(statement, *cell)
            yield from draft_of(statement, who, kind, *cell, "sentence.cell", 0.9, dates=dates)


_FINE = re.compile(r"[\s-]*(?:an?\s+)?$")


def _cell_of(statement: Statement, penalty: Penalty, rest: list[Penalty]) -> tuple[int, int] | None:
    """The cell that a penalty fills; a fine fills its cell with its amount."""
    low, high = penalty.span
    if penalty.kind == "fine":
        edges = [e for e in edges_of(statement) if e <= low]
        stop = min(e for e in edges_of(statement) if e >= high)
        return (edges[-1], stop) if _FINE.fullmatch(statement.masked[edges[-1] : low]) and len(edges) > 1 else None
    if not penalty.length or penalty.kind == "ban":
        return None
    beside = [penalty]
    for other in rest:  # "6 years in prison and 3 years of probation" fill one cell together
        if other.span[0] >= beside[-1].span[1] and _AND.fullmatch(statement.masked, beside[-1].span[1], other.span[0]):
            beside.append(other)
    for other in reversed(rest):
        if other.span[1] <= beside[0].span[0] and _AND.fullmatch(statement.masked, other.span[1], beside[0].span[0]):
            beside.insert(0, other)
    return cell_around(statement, beside[0].span[0], beside[-1].span[1])


_AND = re.compile(r"\s*(?:,|and|plus|with|,\s*and|\+)\s*(?:an?\s+)?")


_DAY_FIRST = re.compile(r"\W*\x02+\s*(?::|-)\s")
"""A line of a chronicle opens with its day."""
_TRIAL = re.compile(r"\b(?:trial|tried|verdict|judge?ment|court|instance|sentenced|convicted|hearing)\b")


def _trial_before(statement: Statement, low: int) -> tuple[DateMention, ...]:
    """The only date in the cell before, when it is about a trial: "trial on 5 January 2020 in Hue; nine years"."""
    edges = [e for e in edges_of(statement) if e < low]
    start = edges[-2] if len(edges) > 1 else 0
    before = [d for d in statement.dates if start <= d.span[0] < low]
    return tuple(before) if len(before) == 1 and _TRIAL.search(statement.masked, 0, low) else ()


def _date_of(statement: Statement, low: int, high: int) -> tuple[DateMention, ...]:
    """The date in the cell, or alone in the next one."""
    inside = [d for d in statement.dates if low <= d.span[0] < high]
    if inside:
        return tuple(inside[:1])
    said = _SENTENCED.match(statement.masked, high)
    if said:
        return tuple(d for d in statement.dates if d.span[0] == said.end())
    if before := _trial_before(statement, low):
        return before
    if _DAY_FIRST.match(statement.masked):
        return statement.dates[:1]
    alone = [
        d for d in statement.dates
        if d.span[0] >= high and re.fullmatch(r"[\s;|,-]*", statement.masked[high : d.span[0]])
        and re.match(r"\s*(?:$|[;|.)(]|-\s)", statement.masked[d.span[1] :])
    ]  # fmt: skip
    return tuple(alone[:1])
