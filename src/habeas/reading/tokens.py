"""Runs of capitalised words: the only places where a name can stand. One pass of one expression over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from habeas.reading.proposals import Span


def _upper_class() -> str:
    """The upper-case letters of Latin and Cyrillic as ranges of a character class."""
    ranges: list[list[int]] = []
    for code in (c for c in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(c).isupper()):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(chr(low) if low == high else f"{chr(low)}-{chr(high)}" for low, high in ranges)


UPPER = _upper_class()
_LETTER = r"[^\W\d_]"
_INNER = rf"['’ʼ`](?!s\b|s[a-z]{{4}}){_LETTER}+|[-‑](?:\r?\n[ ]*)?{_LETTER}+"
_ARTICLE = r"(?:al|el|ul|ad|ed|an|ar|as|ash|at|az|es|uz|ur|us)[-‑](?:\r?\n[ ]*)?"
_GAP = r"(?:[ \u00a0]+|[ ]?\r?\n[ ]*)"
BETWEEN = (
    r"(?:bin|ibn|bint|ben|abu|abd|ould|binti|binte|anak|de|del|della|di|da|dos|du|van|von|der|den|la|le|el|al|ul|ter|ten|zu|zur|y|e)"
)
"""Particles that stand between the words of a name."""
_AFTER = r"(?:o[gğ]h?l[uy]|uly|ulu|uulu|k[yi]z[yi]|[qg][iı]z[iı])"
_GOES_ON = r"[ ](?:and|or|was|were|is|are|has|had|who)\b"
_INITIAL = rf"[{UPPER}]\.(?=[ ]?[{UPPER}]|[ ]?\r?\n|[,;:)]|{_GOES_ON}|$)"
_NAME = rf"(?:{_INITIAL}|[{UPPER}]{_LETTER}*(?:{_INNER})*(?:{_GAP}{_AFTER}\b)?)"
_RUN = re.compile(
    rf"(?<![\w@#&])(?:[{UPPER}](?<=[{UPPER}])(?:\.(?=[ ]?[{UPPER}])|{_LETTER}*(?:{_INNER})*(?:{_GAP}{_AFTER}\b)?))"
    rf"(?:(?:{_GAP}|(?<=\.))(?:{BETWEEN}{_GAP}){{0,2}}(?:{_ARTICLE})?{_NAME})*"
)
_TOKEN = re.compile(rf"(?:(?:{BETWEEN}{_GAP}){{1,2}}(?=[{UPPER}a]))?(?:{_ARTICLE})?{_NAME}")
_ARTICLE_BEFORE = re.compile(rf"(?<![\w-]){_ARTICLE}$")


class Token(NamedTuple):
    """One capitalised word with the particles that belong to it (`al-`, `bin`, `oglu`)."""

    text: str
    start: int
    end: int


def runs(text: str) -> Iterator[Span]:
    """Spans of one or more capitalised words in a row, with the name particles between them, in order."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if text[start - 1 : start] in ("-", "‑"):
            article = _ARTICLE_BEFORE.search(text, max(0, start - 5), start)
            start = article.start() if article else start
        yield start, end


def tokens(text: str, run: Span) -> list[Token]:
    """The words of a run."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, *run)]
