"""Opening lines: a block that begins with full names and goes on to say who they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from habeas.reading.blocks import Block
from habeas.reading.cards import NAME_LABEL
from habeas.reading.evidence import is_descriptive
from habeas.reading.proposals import Span
from habeas.reading.wordlists import role_of

P = TypeVar("P")
Named = tuple[Span, P]

_JOIN = re.compile(
    r"[*_]*(?:,|;|/)?\s*(?:and|&|as well as|together with)?\s*[*_]*|"
    r"[*_]*,?\s*(?:and|&)\s+(?:his|her|their)\s+(?:[a-z-]+\s){0,2}?(?:brother|sister|wife|husband|spouse|son|daughter|father|mother|"
    r"cousin|nephew|niece|colleague|friend|co-defendant)s?,?\s+[*_]*"
)
_BRACKET = re.compile(r"\s*[\"”’*_]*\s*(?:\([^()\n]{0,120}\)|\[[^\[\]\n]{0,60}\])?(?:\s*[*_]+)?")
_NOUN_PHRASE = (
    r"(?:a|an|the|one of|former|another|both|also an?|well-known|known|currently an?|two|three|four|five|six)\b|\d"
)
_COPULA = re.compile(
    rf"\s*(?:[–—-]\s+)?(?:is|are|was|were)\s+(?:{_NOUN_PHRASE}|(?:[A-Z][a-z]+\s)?[a-z]+(?:s|er|ist|ian|"
    rf"or)\b(?<!ed)(?!\s+(?:in|by)\b))"
)
_DASH = re.compile(r"\s+[–—-]{1,2}\s+\S|\s*[–—]\s+\S")
_COMMA = re.compile(
    r",\s*(?:aged\s+|age\s+)?\d\d\b|,\s+(?:born|an?|the|former|human|civil|citizen|resident|[a-z]+(?:ist|er|or|ian|"
    r"man|woman)\b)"
)
_MARKS = re.compile(r"[*_]*")
_COLON = re.compile(r"\s*:\s")
_END = re.compile(r"(?:\s+(?:and others|et al))?\s*[.,:]?\s*$")
_CELL = re.compile(r"\s*\||\t")
_STOP = re.compile(r"\.\s+(?:An?|The|Former|Ex|Head|Member|Born|[A-Z][a-z]+(?:ist|er|or|ian))\b")
_CASE_OF = re.compile(r"(?:[\dIVX.]+\s+)?(?:The\s+)?[Cc]ases?\s+(?:of|against)\s+(?:the\s+)?")
_BEFORE = re.compile(r"(?:[\"“«*_|\s]|\d{1,3}(?:[.)]\s|\t|\s(?=\|))|(?:Mr|Mrs|Ms|Dr)\.?\s)*$")
_RANKS = re.compile(r"(?:[A-Z][\w-]*\.(?:-[A-Z]\w*\.)?\s|\([a-z]+\.?\)\s|(?:Father|Sister|Brother|Sheikh|Imam|"
    r"Pastor|Bishop|Professor|Colonel|"
                    r"Captain|Major|General|Lieutenant|Venerable|Reverend|Mullah|Haji)\s){1,4}")
"""Ranks and titles before the name that opens an item: "Lieut.-Col. (ret.) X"."""
_ALSO = re.compile(r"[,;]?\s*(?:and|while)\s+[*_]*$")
_IS_KIN = re.compile(r"[*_]*(?:\s+is|,)\s+(?:his|her|their|an?|the)\b")
_ALIAS = re.compile(
    r",?\s*(?:also |better |formerly )?(?:known as|a\.?k\.?a\.?|alias|n[ée]e)\s[^–—(),.;:\n]{2,50}(?=[\s,.;:(–—])", re.I
)
_WORDS = re.compile(r",\s[a-z-]+(?:\s[a-z-]+){0,3}")
_PUNCTUATED = re.compile(r"\s*(?:[.:;]|\s[–—-]|,(?!\s(?:who|whose|whom|which|and|but)\b))")


@dataclass(frozen=True, slots=True)
class Lead(Generic[P]):
    """The opening line of a case: its span, the people it introduces and how.

    Forms: `name` (nothing but the name), `copula` ("X is a ..."), `dash`, `bold`; weaker `comma`, `colon`, `stop` (only
    that mark follows) and `item` (one of them in a list).
    """

    span: Span
    people: tuple[P, ...]
    form: str


def lead_of(
    text: str, block: Block, sentences: Sequence[Span], named: Sequence[Named[P]], *, card: bool = False
) -> Lead[P] | None:
    """The lead of a block, or None. `named` are the full names of the whole text in order.

    `card` is true for a heading right above fields: whatever follows the name, it is the name on a card.
    """
    start, end = block.span
    at = bisect_left(named, start, key=lambda n: n[0][0])
    if at >= len(named) or named[at][0][0] >= end or not _opens(text, block, named[at][0]):
        return None
    people, stop, at = _list(text, named, at, end)
    close = sentences[0][1] if sentences else end
    form = _form(text, block, stop, named[at - 1][0][0])
    if card and (form or _PUNCTUATED.match(text, stop, end)):
        form = "name"
    if block.kind == "item" and form in (None, "comma", "colon", "stop") and _PUNCTUATED.match(text, stop, end):
        form = "item"
    if _is_bold(text, block, named, at, stop):
        form = form if form in ("copula", "dash") else "bold"
    if form is None:
        return None
    if form in ("copula", "dash", "bold"):
        people, close = _more(text, sentences, named, at, people, close)
    return Lead((start, close), tuple(dict.fromkeys(people)), form)


def _is_bold(text: str, block: Block, named: Sequence[Named[P]], at: int, stop: int) -> bool:
    """True when the block opens with a name set in bold type (Markdown)."""
    first = text[block.span[0] : block.span[0] + 3]
    name_ends = bisect_left(named, block.span[0], key=lambda n: n[0][0])
    if first.startswith(("**", "__")) and text.startswith(("**", "__"), named[name_ends][0][1]):
        return True
    return first.startswith(("**", "__")) and ("**" in text[stop - 4 : stop + 2] or "__" in text[stop - 4 : stop + 2])


def _opens(text: str, block: Block, name: Span) -> bool:
    before = text[block.span[0] : name[0]]
    if NAME_LABEL.fullmatch(before):
        return True
    if block.kind == "field":
        return False
    if block.kind in ("heading", "item") and _CASE_OF.fullmatch(before):
        return True
    if len(before) < 12 and _BEFORE.fullmatch(before):
        return True
    if block.kind == "item" and len(before) < 40 and _RANKS.fullmatch(before):
        return True
    return len(before) <= 60 and _is_described(before)


def _is_described(before: str) -> bool:
    """True when only nouns and titles stand before the name ("Human rights lawyer X"), and none of an office."""
    words = before.replace("*", " ").split()
    return len(words) <= 6 and all(is_descriptive(w) and role_of(w.lower()) != "official" for w in words)


def _list(text: str, named: Sequence[Named[P]], at: int, end: int) -> tuple[list[P], int, int]:
    """The names in one list from `at`: people, the offset after the last, the index of the next name."""
    people = [named[at][1]]
    stop = _after_brackets(text, named[at][0][1], end)
    at += 1
    while at < len(named) and named[at][0][1] <= end:
        span, person = named[at]
        if span[0] < stop:
            at += 1
        elif _JOIN.fullmatch(text, stop, span[0]) and (text[stop : span[0]].strip() or "\n" in text[stop : span[0]]):
            people.append(person)
            stop = _after_brackets(text, span[1], end)
            at += 1
        else:
            break
    return people, stop, at


def _after_brackets(text: str, stop: int, end: int) -> int:
    for pattern in (_BRACKET, _ALIAS, _BRACKET):
        match = pattern.match(text, stop, end)
        stop = match.end() if match and match.group().strip() else stop
    return stop


def _form(text: str, block: Block, stop: int, last_name: int) -> str | None:
    """How the line goes on after the names; None when it is no opening line."""
    end = block.span[1]
    if block.kind == "field" or _END.fullmatch(text, stop, end):
        return "name" if block.kind in ("field", "heading", "item") else None
    if (text[block.span[0]] == "|" or block.kind == "item") and _CELL.match(text, stop, end):
        return "name"
    if _COPULA.match(text, stop, end):
        return "copula"
    if _STOP.match(text, stop, end):
        return "stop"
    if _DASH.match(text, stop, end):
        return "dash"
    if _COMMA.match(text, stop, end) or _is_said_to_be(text, stop, end):
        return "name" if block.kind == "heading" else "comma"
    if _COLON.match(text, stop, end):
        return "colon"
    return "comma" if ")" in text[last_name:stop] and block.kind in ("heading", "item") else None


def _is_said_to_be(text: str, stop: int, end: int) -> bool:
    """True for ", friends from", ", municipal deputy from": a noun for a person among the first words after a comma."""
    match = _WORDS.match(text, stop, end)
    return match is not None and any(role_of(w) for w in match.group()[1:].split())


def _more(
    text: str, sentences: Sequence[Span], named: Sequence[Named[P]], at: int, people: list[P], close: int
) -> tuple[list[P], int]:
    """Further people of the same opening: "..., and Y is his wife", and sentences right after it of the same form."""
    people = list(people)
    while at < len(named) and named[at][0][0] < close:
        span, person = named[at]
        bold = text[span[0] - 2 : span[0]] in ("**", "__")
        if bold or (_ALSO.search(text, max(0, span[0] - 12), span[0]) and _IS_KIN.match(text, span[1])):
            people.append(person)
        at += 1
    for start, end in sentences[1:]:
        if at >= len(named) or named[at][0][0] != start + len(_MARKS.match(text, start).group()):  # type: ignore[union-attr]
            break
        stop = _after_brackets(text, named[at][0][1], end)
        if not (_COPULA.match(text, stop, end) or _DASH.match(text, stop, end)):
            break
        people.append(named[at][1])
        close = end
        while at < len(named) and named[at][0][0] < end:
            at += 1
    return people, close
