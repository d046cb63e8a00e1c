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
    """Charges that reading found with title and article, and quoted titles followed by an article in brackets."""
    found = []
    for claim in report.claims("charge"):
        title, article = claim.fields.get("title"), claim.fields.get("article")
        if title and article and not _NAMES_SOMEBODY.search(str(title)[1:]):
            code = claim.fields.get("code")
            found.append(Offence(str(title), str(article), str(code) if code else None, claim.span, claim.persons))
    taken = [o.span for o in found]
    for match in _QUOTED.finditer(report.text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            found.append(Offence(match["title"], match["article"], None, match.span(), ()))
    return sorted(found, key=lambda o: o.span)
