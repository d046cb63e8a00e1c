"""What somebody was banned from: one wording outside the entry, another in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.check.stems import shared, stems
from habeas.reading.lengths import find_lengths
from habeas.reading.proposals import Span

_BAN = re.compile(
    r"\bban(?:ned)?\s+(?:(?:him|her|them|[A-Z]\w+)\s+)?(?:from|on)\s+(?P<what>[^.;,“”]+(?:“[^”]*”)?)"
    r"|\b(?:forbade|forbidden|prohibited)\s+(?:[A-Z]\w+\s+){0,2}(?:him\s+|her\s+|them\s+)?(?:to|from)\s+(?P<other>[^.;]+)"
)
_LENGTH = re.compile(r"\s*\bfor\s+(?:a\s+period\s+of\s+)?(?:\w+\s+and\s+)?\w+\s+(?:years?|months?)\b.*$")
_ALIKE = 0.6


def bans(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """For people with an entry: words and length of a ban told outside it, held against those of the entry."""
    for match in _BAN.finditer(report.text):
        sentence = report.sentence_at(match.start())
        if report.entry_at(match.start()) is not None:
            continue
        for person in dict.fromkeys(who for _, who in report.named_in(*sentence)):
            if person in report.own_entry:
                yield from _compare(report, person, match)


def _compare(report: Report, person: str, summary: re.Match[str]) -> Iterator[Finding]:
    entry, name = report.own_entry[person], report.name(person)
    every = list(_BAN.finditer(report.text, *entry.span))
    own = [m for m in every if _imposed(report, person, m.start())] or every
    if not own:
        return
    said = stems(_what(summary))
    words = [(shared(said, stems(_what(m))), m) for m in own]
    words += [(shared(said, stems(" ".join(_what(m) for m in own))), own[0])]
    share, best = max(words, key=lambda w: w[0])
    if share < _ALIKE:
        message = f"Outside the entry {name} is banned from “{_what(summary)}”; the entry words it “{_what(best)}”."
        yield Finding("summary_against_entry", f"ban on {name}", few([summary.span(), best.span()]), message, (person,))
    if _has_length(report, summary.span()) and not any(_has_length(report, m.span()) for m in own):
        message = f"Outside the entry the ban on {name} has a length; the entry gives none for it."
        spans = few([report.sentence_at(summary.start()), best.span()])
        yield Finding("summary_against_entry", f"length of the ban on {name}", spans, message, (person,))


def _imposed(report: Report, person: str, offset: int) -> bool:
    """True in a sentence in which reading found a sentence or restriction of the person."""
    start, end = report.sentence_at(offset)
    return any(c.span[0] < end and start < c.span[1] for c in report.claims("sentence", "restriction", person=person))


def _what(match: re.Match[str]) -> str:
    return _LENGTH.sub("", match["what"] or match["other"]).strip()


def _has_length(report: Report, span: Span) -> bool:
    """True when the ban or the words beside it in the sentence state a length."""
    start, end = report.sentence_at(span[0])
    before = report.text[max(start, span[0] - 14) : span[0]]
    return bool(find_lengths(report.text, span[0], end)) or bool(
        re.search(r"\b(?:years?|months?)\s+(?:of\s+)?(?:an?\s+)?$", before)
    )
