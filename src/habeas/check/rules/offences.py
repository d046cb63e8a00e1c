"""Offences as the text names them: a title, an article number, where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.check.report import Report
from habeas.check.stems import stems
from habeas.reading.proposals import Span

_QUOTED = re.compile(
    r"[“”‘\"'«](?P<title>[^“”‘\"«»\n]{4,140}?)[”’“\"'»](?!\s*articles?\b)(?:[^()“”‘\n.;]{0,30})?\s*"
    r"\((?:(?:part|section)\s+\d+,?\s+)?(?:Art\.|Art|Article)\s*(?P<article>\d+(?:[-.]\d+)?)(?!\w)"
)

_PLAIN = re.compile(
    r"(?:\bCharges?[^:\n(]{0,40}:|\)\s*,(?:\s+and)?|\)\s*and)\s+(?P<title>[a-z][^()“”‘’:;\n]{2,100}?)\s*"
    r"\((?:(?:part|section|paragraph)\s+\d+,?\s+(?:of\s+)?)?(?:Art\.|Art|Article)\s*(?P<article>\d+(?:[-.]\d+)?)(?!\w)"
)
_NAMES_SOMEBODY = re.compile(r"\b[A-Z]{2,}\b")
"""A title of an offence names no movement; words taken for a title that do are a description of the act."""


@dataclass(frozen=True, slots=True)
class Offence:
    """One place that names an offence by title and article. `code` is None where the text names none."""

    title: str
    article: str
    code: str | None
    span: Span
    persons: tuple[str, ...]

    @property
    def key(self) -> frozenset[str]:
        """The stems of the title."""
        return stems(self.title)


def offences(report: Report) -> list[Offence]:
    """Charges that reading found with title and article, and titles followed by an article in brackets."""
    found = []
    for claim in report.claims("charge"):
        title, article = claim.fields.get("title"), claim.fields.get("article")
        if title and article and not _NAMES_SOMEBODY.search(str(title)[1:]):
            code = claim.fields.get("code")
            found.append(Offence(str(title), str(article), str(code) if code else None, claim.span, claim.persons))
    taken = [o.span for o in found]
    for pattern in (_QUOTED, _PLAIN):
        for match in pattern.finditer(report.text):
            span = (match.start() if pattern is _QUOTED else match.start("title"), match.end())
            if not any(a < span[1] and span[0] < b for a, b in taken) and "reclassified" not in match["title"]:
                found.append(Offence(match["title"], match["article"], None, span, _charged(report, span)))
                taken.append(span)
    return sorted(found, key=lambda o: o.span)


def _charged(report: Report, span: Span) -> tuple[str, ...]:
    """Those whom reading charges with something at this place."""
    here = [c for c in report.claims("charge") if c.span[0] < span[1] and span[0] < c.span[1]]
    return tuple(dict.fromkeys(p for c in here for p in c.persons))
