"""Words that mix letters of two scripts, so that a search for the name misses them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.lexicon.scripts import mixed_words, repair
from habeas.reading.proposals import Span


def mixed_script(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """One finding for each word form: the word, and a place where it stands in one script."""
    seen: dict[str, list[Span]] = {}
    for span in mixed_words(report.text):
        seen.setdefault(report.text[span[0] : span[1]], []).append(span)
    for word, spans in seen.items():
        named = [(where, who) for where, who in report.mentions if where[0] <= spans[0][0] < where[1]]
        people = tuple(who for _, who in named)
        places = [where for where, _ in named] or spans
        plain = _plain(report, repair(word)[0], people)
        letters = ", ".join(f"U+{ord(c):04X}" for c in word if ord(c) > 0x2FF)
        message = f"“{word}” is written with letters of two scripts ({letters})"
        message += f"; elsewhere the text has “{report.text[plain[0] : plain[1]]}” in one." if plain else "."
        yield Finding("mixed_script", word, few([*places[:3], *([plain] if plain else [])]), message, people)


def _plain(report: Report, word: str, people: tuple[str, ...]) -> Span | None:
    """The first mention of the same person, else the first place in the text, with the word in one script."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    for where, who in report.mentions:
        if who in people and pattern.search(report.text, *where):
            return where
    match = pattern.search(report.text)
    return match.span() if match else None
