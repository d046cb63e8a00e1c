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


def sex_of(forms: Iterable[tuple[str, ...]], passages: Iterable[Span], text: str) -> str | None:
    """`m`, `f` or None: by the pronouns of passages about this person alone, the surname's ending, the given name."""
    votes: Counter[str] = Counter()
    for start, end in passages:
        for he, _ in _PRONOUN.findall(text, start, end):
            votes["m" if he else "f"] += 1
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
