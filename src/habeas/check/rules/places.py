"""One place in several spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from habeas.check.names import bare, distance, words
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.reading.proposals import Span
from habeas.reading.spelling import word_key

_WORD = re.compile(r"(?<![\w’'-])[A-Z][a-z]{4,}(?![\w’'-]*[’'-]\w)")
_KIND = re.compile(
    r"(?P<name>[A-Z][a-z]{3,})\s+(?P<kind>region|province|oblast|district|city|town|county|governorate)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\b(?:in|of|from|to|near|at|city|town|village|region|district)\s+(?:the\s+)?|,\s+)$")


def places(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """Words with one spelling key that stand where places stand; and "X region", "Y region" one letter apart."""
    names = {w.casefold() for p in report.reading.persons for n in p.names for w in words(n)}
    forms = _forms(report, names)
    yield from (_finding(group) for group in _by_key(forms))
    yield from _one_letter(report, names)


def _forms(report: Report, names: set[str]) -> dict[str, Span]:
    """Capitalised words that no person bears and that once stand after "in", "from", "city of"."""
    found: dict[str, Span] = {}
    placed: set[str] = set()
    for match in _WORD.finditer(report.text):
        word = bare(match.group())
        if word.casefold() in names:
            continue
        found.setdefault(word, match.span())
        if _BEFORE.search(report.text, max(0, match.start() - 16), match.start()):
            placed.add(word_key(word))
    return {word: span for word, span in found.items() if word_key(word) in placed}


def _by_key(forms: dict[str, Span]) -> Iterable[dict[str, Span]]:
    groups: dict[str, dict[str, Span]] = defaultdict(dict)
    for word, span in forms.items():
        groups[word_key(word)][word] = span
    return [group for group in groups.values() if len(group) > 1]


def _one_letter(report: Report, names: set[str]) -> Iterable[Finding]:
    kinds: dict[str, dict[str, Span]] = defaultdict(dict)
    for match in _KIND.finditer(report.text):
        if match["name"].casefold() not in names:
            kinds[match["kind"].lower()].setdefault(match["name"], match.span())
    for forms in kinds.values():
        known = list(forms)
        for n, one in enumerate(known):
            for other in known[n + 1 :]:
                near = word_key(one) != word_key(other) and one[0] == other[0] and distance(one, other, 1) == 1
                if near and min(len(one), len(other)) >= 5:
                    yield _finding({one: forms[one], other: forms[other]})


def _finding(group: dict[str, Span]) -> Finding:
    about = " / ".join(group)
    return Finding(
        "spelling", about, few(list(group.values())), f"The text writes one name in {len(group)} ways: {about}."
    )
