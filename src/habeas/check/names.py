"""When two written forms may be one name. For finding candidates inside one text; nothing is joined by it."""

from __future__ import annotations

import re

from habeas.reading.spelling import folded, surname_key, word_key

TITLES = frozenset(
    re.findall(
        r"\w+",
        """President Minister Prime Mayor Governor Judge Justice Prosecutor Chairman Chairwoman Senator
        Deputy General Colonel Major Captain Lieutenant Sergeant Bishop Archbishop Father Imam Sheikh Mullah
        Professor Doctor Dr Prof Mr Mrs Ms Miss Sir Lord King Queen Prince Princess Chancellor Secretary
        Ambassador Commissioner Chief Director Lawyer Attorney Activist Journalist Blogger""",
    )
)
"""Words that stand before a surname and are no given name."""

_POSSESSIVE = re.compile(r"[’'ʼ`]s?$")


def bare(word: str) -> str:
    """A name word without possessive ending and the punctuation around it."""
    return _POSSESSIVE.sub("", word.strip("“”‘’\"'«»()[],.;:–—-")).strip("“”‘’\"'.,")


def words(name: str) -> list[str]:
    """The words of a name, bare; empty ones left out."""
    return [w for w in (bare(part) for part in name.split()) if w]


def distance(a: str, b: str, most: int = 2) -> int:
    """Letters to change, add or drop to turn one word into the other; `most + 1` when there are more."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return min(row[-1], most + 1)


def alike(a: str, b: str) -> bool:
    """True when two forms may be one name: equal keys, or one letter apart in words of six letters and more."""
    one, other = word_key(a), word_key(b)
    if one == other or surname_key(a) == surname_key(b):
        return True
    if one[:1] != other[:1] or min(len(a), len(b)) < 6:
        return False
    return distance(one, other, 1) == 1 or distance(folded(a), folded(b), 1) == 1


def inflected(a: str, b: str) -> bool:
    """True when two Cyrillic forms differ only in their last three letters: a case ending, not a spelling."""
    if not re.search(r"[\u0400-\u04ff]", a + b):
        return False
    shared = 0
    for x, y in zip(a.casefold(), b.casefold(), strict=False):
        if x != y:
            break
        shared += 1
    return shared >= 3 and max(len(a), len(b)) - shared <= 3


def same_letters(a: str, b: str) -> bool:
    """True when two forms differ in nothing but case, accents, apostrophes, hyphens or look-alike letters."""
    return folded(a) == folded(b)
