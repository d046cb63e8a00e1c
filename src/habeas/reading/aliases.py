"""Second names that the text gives beside the first: "X (also known as Y)", "X, known as “Y”", "A B (A C)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.reading.identify import Figure
from habeas.reading.proposals import Span
from habeas.reading.spelling import surname_key
from habeas.reading.tokens import UPPER

_ALIAS = re.compile(
    r"(?:,|\s*\(|\s[–—-])?\s*(?:(?:who is |is )?(?:also |better |more commonly |commonly )?known (?:as|by (?:his|"
    r"her|the) (?:nick|pen )?name)|also (?:called|spelt|in papers|spelled|written|transliterated(?: as)?|as)|"
    r"(?:spelt|spelled|written|given|listed|recorded) (?:as|elsewhere)|in (?:our |other |the |some |older |"
    r"earlier |official |court )+(?:lists?|papers|documents|files|passport|sources|reports):?|"
    r"a\.?k\.?a\.?|alias|nicknamed|pseudonym|pen name|(?:his |her )?real name|also(?=\s[A-Z])|born as|"
    r"n[ée]e)[:\s]\s*[“\"‘«'(]?"
    rf"(?P<name>(?:[{UPPER}][\w’'-]+|[a-z]{{2}}-[{UPPER}][\w’'-]+)(?:\s[{UPPER}][\w’'-]+){{0,2}})"
)
_CALLED = re.compile(
    rf"\s\((?:(?:Father|Brother|Sister|Mother|Imam|Mullah|Sheikh|Haji|Hajji|Ustaz|Pastor|Archbishop)\s|[“\"‘«])"
    rf"(?P<name>[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'-]+)?)[”\"’»]?\)"
)
"""A name in religion or a nickname in brackets behind the name."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a figure, with the place that says so."""

    figure: Figure
    name: str
    span: Span


def find_aliases(text: str, figures: list[Figure]) -> list[Alias]:
    """The aliases in a text. A figure in brackets after one that shares a name with it joins that one."""
    found: list[Alias] = []
    ends = {j.stretch.span[1]: f for f in figures for j in f.places}
    for end, figure in sorted(ends.items(), key=lambda e: e[0]):
        if match := _ALIAS.match(text, end) or _CALLED.match(text, end):
            found.append(Alias(figure, " ".join(match["name"].split()), match.span("name")))
    found += _bracketed(text, figures, ends)
    return found


def _bracketed(text: str, figures: list[Figure], ends: dict[int, Figure]) -> list[Alias]:
    found: list[Alias] = []
    for figure in figures:
        for place in list(figure.places):
            start, end = place.stretch.span
            opening = text.rfind("(", max(0, start - 3), start)
            if opening < 0 or text[end : end + 1] not in (")", "”", '"', "’", "»"):
                continue
            owner = ends.get(opening) or ends.get(opening - 1)
            only = len(figure.places) == 1 and not place.role and text[end] == ")"
            if owner is None or owner is figure or not owner.places or not (only or _akin(owner, figure)):
                continue
            found.append(Alias(owner, " ".join(place.stretch.words), (start, end)))
            owner.forms += [f for f in figure.forms if f not in owner.forms]
            owner.places += figure.places
            owner.places.sort(key=lambda j: j.stretch.span)
            figure.places = []
            break
    return found


def _akin(a: Figure, b: Figure) -> bool:
    """Names that share a word."""
    return any(surname_key(x) == surname_key(y) for f in a.forms for x in f for g in b.forms for y in g)
