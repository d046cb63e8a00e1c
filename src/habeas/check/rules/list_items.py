"""A list item that starts unlike its siblings: a letter or word may be missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.check.names import distance
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.reading.proposals import Span

_FIRST = re.compile(r"[^\W\d_]+")


def list_items(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """In a run of three and more items that start with a capital, the one that does not. The sibling whose first word
    is nearest stands beside it.
    """
    for index, block in enumerate(report.layout.blocks):
        run = report.siblings(index)
        if block.kind != "item" or block != run[0] or len(run) < 3:
            continue
        firsts = [m.span() for item in run if (m := _FIRST.search(report.text, *item.span))]
        small = [span for span in firsts if report.text[span[0]].islower()]
        if len(small) == 1 and len(firsts) == len(run):
            yield _finding(report, small[0], [s for s in firsts if s != small[0]])


def _finding(report: Report, small: Span, others: list[Span]) -> Finding:
    word = report.text[small[0] : small[1]]
    near = min(others, key=lambda s: distance(word, report.text[s[0] : s[1]].casefold(), 9))
    message = f"One item of a list starts with “{word}” in small letters; the others start with a capital, one with "
    message += f"“{report.text[near[0] : near[1]]}”."
    spans = few([report.sentence_at(small[0]), report.sentence_at(near[0])])
    return Finding("wording", f"list item “{word}”", spans, message)
