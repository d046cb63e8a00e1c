"""Whether a text calls a person he or she: for pronouns only, never a claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from habeas.reading.identify import given_of, surname_of
from habeas.reading.proposals import Span
from habeas.reading.spelling import is_feminine, word_key
from habeas.reading.wordlists import given_names

_PRONOUN = re.compile(
    r"\b(?:(he|him|his|himself|husband|father|brother|son)|(she|her|hers|herself|wife|mother|sister|daughter))\b",
    re.I,
)


_TITLE = re.compile(r"\b(?:(Mr|Messrs|Sir|Sheikh|Imam|Father|Pastor|Mullah)|(Ms|Mrs|Miss|Madam|Lady|Sister))\.?\s+$")
_KIN = re.compile(
    r"\b(?:(husband|father|brother|son|nephew|uncle|grandfather)|(wife|mother|sister|daughter|niece|aunt|widow|"
    r"grandmother))(?:,\s+(?:[a-z-]+\s+){0,3}|\s+)$"
)


def sex_of(
    forms: Iterable[tuple[str, ...]], passages: Iterable[Span], text: str, places: Iterable[int] = ()
) -> str | None:
    """`m`, `f` or None: by the pronouns of passages about this person alone, the surname's ending, the given name,
    and the title or the kin before the name at each of `places`.
    """
    votes: Counter[str] = Counter()
    for start, end in passages:
        for he, _ in _PRONOUN.findall(text, start, end):
            votes["m" if he else "f"] += 1
    for at in places:
        before = text[max(0, at - 48) : at]
        if title := _TITLE.search(before):
            votes["m" if title[1] else "f"] += 6
        elif kin := _KIN.search(before):
            votes["m" if kin[1] else "f"] += 5
    for form in forms:
        known = given_names().get(word_key(given_of(form)))
        if known in ("m", "f"):
            votes[known] += 6
        surname = surname_of(form).lower()
        if is_feminine(surname):
            votes["f"] += 4
        elif surname.endswith(("ov", "ev", "sky", "skiy", "skii", "uly", "oglu", "ogly")):
            votes["m"] += 4
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]
