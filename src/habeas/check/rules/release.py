"""How somebody left prison: one ground outside the entry, another in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.reading.proposals import Span

_GROUNDS = (
    ("parole", r"\bon parole\b|\bparoled\b|\bconditional(?:ly)? (?:early )?release"),
    (
        "replacement of the sentence",
        r"\breplac(?:ed|ing|ement)\b[^.]{0,60}\bsentence\b|\bsentence[^.]{0,40}\bwas replaced\b|\bcommuted\b",
    ),
    ("pardon", r"\bpardon(?:ed)?\b"),
    ("amnesty", r"\bamnest(?:y|ied)\b"),
    (
        "illness",
        r"\brelease[d]?\b[^.]{0,60}\b(?:due to|because of|on grounds of|for) (?:\w+ ){0,2}(?:illness|health|medical)",
    ),
    ("end of the term", r"\b(?:served|serving) (?:his|her|their) (?:full|whole|entire) (?:term|sentence)"),
    ("acquittal", r"\bacquitted\b"),
)
_PATTERNS = tuple((ground, re.compile(pattern, re.IGNORECASE)) for ground, pattern in _GROUNDS)
_NOT_DONE = re.compile(
    r"\b(?:refus|reject|denied|den(?:y|ies)|appli(?:ed|cation)|"
    r"request(?:ed)? (?:for )?parole|suggest|hint|could|would|may|offer|if)\w*\b",
    re.IGNORECASE,
)


def releases(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """People with an entry who are said to be released on one ground elsewhere and on others only in the entry."""
    for span in report.sentences:
        if report.entry_at(span[0]) is None:
            for ground, place in _grounds(report, span):
                for person in _of_whom(report, span, place):
                    yield from _compare(report, person, ground, place)


def _grounds(report: Report, span: Span) -> Iterator[tuple[str, Span]]:
    """The grounds of a sentence in which somebody is free; what was refused or only offered is left out."""
    if _NOT_DONE.search(report.text, *span):
        return
    for ground, pattern in _PATTERNS:
        if match := pattern.search(report.text, *span):
            yield ground, match.span()


def _of_whom(report: Report, span: Span, place: Span) -> list[str]:
    """The last person named before the ground in the sentence, when the person has an entry."""
    before = [who for where, who in report.named_in(*span) if where[0] < place[0]]
    return [before[-1]] if before and before[-1] in report.own_entry else []


def _compare(report: Report, person: str, ground: str, place: Span) -> Iterator[Finding]:
    entry = report.own_entry[person]
    own = [g for s in report.sentences if entry.span[0] <= s[0] < entry.span[1] for g in _grounds(report, s)]
    if not own or ground in {g for g, _ in own}:
        return
    name, other = report.name(person), own[0]
    message = f"Outside the entry {name} is said to have left prison by {ground}; the entry tells of {other[0]}."
    sentence = report.sentence_at(place[0])
    mention = [where for where, who in report.named_in(*sentence) if who == person and where[0] < place[0]]
    spans = few([(mention[-1][0], place[1]), report.sentence_at(other[1][0])])
    yield Finding("summary_against_entry", f"release of {name}", spans, message, (person,))
