"""Lines of a list as rows of cells: "Art. 364 - 3 years in a colony - 12 May 2021", "Two years; freed in April"."""

from __future__ import annotations

import re

from habeas.reading.anaphora import EXPLICIT, NOBODY, Who, inherited
from habeas.reading.clauses import Statement

_EDGE = re.compile(r";|\s-\s|\||\t|,\s+(?=\x02)|:\s")
_ARTICLE = re.compile(
    r"\b(?:articles?|arts?|sections?|secs?|ss?|parts?|paras?|paragraphs?|items?)\b\.?\s*[\"']?[\d.,()/a-z-]{1,10}[\"']?|"
    r"§+|\b[\d.,()/-]+[a-z]?\b"
)
_LIGHT = re.compile(
    r"\b(?:in|of|at|on|to|the|a|an|and|with|under|for|by|plus|general|strict|high|medium|maximum|minimum|regime|security|"
    r"colony|prison|jail|sentenced?|term|court|verdict|criminal|penal|code|cc|pc|same|judgment|imprisonment|charges?|"
    r"hard|labou?r|\w+-regime|\w+-security)\b"
)


def edges_of(statement: Statement) -> list[int]:
    """Where the cells of a line begin and end, in order."""
    masked = statement.masked
    return [0, *(x for m in _EDGE.finditer(masked) for x in m.span()), len(masked)]


def cell_around(statement: Statement, low: int, high: int) -> tuple[int, int] | None:
    """The cell that a stretch fills but for articles, court words and dates; None when there are other words."""
    masked, edges = statement.masked, edges_of(statement)
    start = max(e for e in edges if e <= low)
    stop = min(e for e in edges if e >= high)
    around = f"{masked[start:low]} {masked[high:stop]}"
    other = re.search(r"[a-z]", _LIGHT.sub("", _ARTICLE.sub("", around.replace("\x01", ""))))
    return None if other else (start, stop)


def line_of(statement: Statement) -> Who:
    """The person whose line it is: of the entry, or the only one that the line opens with."""
    if statement.entry_people:
        return inherited(statement)
    first = next(iter(statement.slots), None)
    opens = first is not None and first.kind == "name" and not re.search(r"[a-z]", statement.masked[: first.span[0]])
    return Who(first.persons, EXPLICIT, first) if first and opens else NOBODY
