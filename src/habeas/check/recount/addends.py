"""A total followed by its parts: a list of items that each begin with a number, or numbers after a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.check.recount.figure import Figure
from habeas.check.report import Report
from habeas.check.result import Recount
from habeas.check.stems import stems
from habeas.lexicon.count import Count
from habeas.reading.numbers import find_counts
from habeas.reading.proposals import Span

_MADE_UP = re.compile(
    r"[^.:]*\b(?:made up|broken? down|as follows|consists?|comes? from|adds? up)\b[^.:]*:\s*", re.IGNORECASE
)
_LEAD = re.compile(r"\s*(?:and\s+)?(?:then\s+)?")
Addend = tuple[Count, Span]


def addends(report: Report, figure: Figure, others: Sequence[Figure]) -> Recount | None:
    """Applies when the text offers the parts of a number right after it. Inexact parts never make a number false."""
    parts = _items(report, figure, others) or _inline(report, figure) or _made_up(report, figure)
    if len(parts) < 2:
        return None
    total = sum(count.value for count, _ in parts)
    sums = " + ".join(f"{'' if c.comparator == '=' else c.comparator}{c.value:g}" for c, _ in parts)
    exact = all(count.comparator == "=" for count, _ in parts)
    verdict = "agrees" if figure.count.allows(total) else "differs" if exact else "cannot_tell"
    return Recount(verdict, total, (), f"its parts are {sums} = {total:g}", tuple(s for _, s in parts))


def _items(report: Report, figure: Figure, others: Sequence[Figure]) -> list[Addend]:
    """The first count outside brackets of each list item below a sentence that ends with a colon."""
    index = report.block_index(figure.span[0])
    blocks = report.layout.blocks
    if index is None or index + 1 >= len(blocks) or blocks[index + 1].kind != "item":
        return []
    if not report.text[: blocks[index].span[1]].rstrip().endswith(":"):
        return []
    words, found = stems(figure.clause(report)), []
    for item in report.siblings(index + 1):
        inside = [
            o for o in others if item.span[0] <= o.span[0] < item.span[1] and not _bracketed(report, item.span, o)
        ]
        if not inside or not stems(report.text[inside[0].span[0] : inside[0].sentence[1]]) & words:
            return []
        found.append((inside[0].count, inside[0].span))
    return found


def _bracketed(report: Report, item: Span, figure: Figure) -> bool:
    before = report.text[item[0] : figure.span[0]]
    return before.count("(") > before.count(")")


def _made_up(report: Report, figure: Figure) -> list[Addend]:
    """Counts that open the clauses of the next sentence when that says how the number is made up, with a colon."""
    start, end = report.sentence_at(min(figure.sentence[1] + 1, len(report.text) - 1))
    match = _MADE_UP.match(report.text, start, end)
    if start <= figure.span[0] or match is None or report.block_index(start) != report.block_index(figure.span[0]):
        return []
    found, at = [], match.end()
    for clause in re.split(r";", report.text[at:end]):
        opening = [
            c for c in find_counts(report.text, at, at + len(clause)) if not _LEAD.sub("", report.text[at : c.span[0]])
        ]
        if not opening:
            return []
        found.append((opening[0].count, opening[0].span))
        at += len(clause) + 1
    return found


def _inline(report: Report, figure: Figure) -> list[Addend]:
    """Counts that open the clauses after a colon: "45 people: 30 men, 10 women and 5 minors"."""
    tail = figure.tail(report)
    head, colon, rest = tail.partition(":")
    if not colon or not figure.of_people(report) or re.search(r"\d", head[len(head) // 2 :]) or "(" in head:
        return []
    at = figure.span[0] + len(head) + 1
    found = []
    for counted in find_counts(report.text, at, figure.sentence[1]):
        lead = report.text[at : counted.span[0]]
        if re.search(r"(?:^|[,;]|\band)\s*$", lead) and re.match(
            r"\s+[a-z]", report.text[counted.span[1] : counted.span[1] + 3]
        ):
            found.append((counted.count, counted.span))
    clauses = [c for c in re.split(r"[,;]|\band\b", rest) if c.strip()]
    return found if len(found) == len(clauses) else []
