"""One name in capitals here and in small letters there, or with its words in another order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from habeas.check.names import words
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.reading.proposals import Span

_WORD = re.compile(r"(?<![\w@#/.-])[A-Z][A-Za-z]{4,}(?![\w-])")
_PHRASE = re.compile(r"(?<!\w)[A-Z][a-z]+(?:[’']s)?(?: (?:of|the|for|and|[A-Z][a-z]+(?:[’']s)?))+")


def capitals(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """A word of five letters and more whose capitals differ; headings and names of people are left out."""
    forms: dict[str, dict[str, Span]] = defaultdict(dict)
    names = {word.casefold() for p in report.reading.persons for name in p.names for word in words(name)}
    for match in _WORD.finditer(report.text):
        block = report.layout.block_at(match.start())
        if block is None or block.kind == "heading" or match.group().casefold() in names:
            continue
        forms[match.group().casefold()].setdefault(match.group(), match.span())
    for group in forms.values():
        if len(group) > 1:
            about = " / ".join(group)
            yield Finding(
                "spelling",
                about,
                few(list(group.values())),
                f"The text writes one name with different capitals: {about}.",
            )


def word_order(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """A name of three or more words that also stands with the same words in another order."""
    forms: dict[tuple[str, ...], dict[str, Span]] = defaultdict(dict)
    for match in _PHRASE.finditer(report.text):
        parts = [re.sub(r"[’']s$", "", w) for w in match.group().split()]
        while parts and parts[-1] in ("of", "the", "for", "and"):
            parts.pop()
        names = [w for w in parts if w[0].isupper()]
        if len(names) >= 3 and parts[0] != "The" and "and" not in parts:
            forms[tuple(sorted(names))].setdefault(" ".join(names), match.span())
    for group in forms.values():
        if len(group) > 1:
            about = " / ".join(group)
            yield Finding(
                "spelling",
                about,
                few(list(group.values())),
                f"The text orders the words of one name differently: {about}.",
            )
