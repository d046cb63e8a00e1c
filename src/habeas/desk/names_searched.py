"""Names as they are searched: in any script and any usual spelling, by the beginning of each word.

Each name is kept three times: folded, as the skeleton that its spellings share, and as it sounds (`habeas.matching`):
so Tikhanovsky finds Ціханоўскі and Quliyev finds Гулиев. What somebody types is sought word by word, in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from habeas.lexicon.names import fold, skeleton
from habeas.matching.sounds import coarse, parted, sounds_of

HEARD, SHAPE = "~", "^"
"""Marks before a word as it sounds, and before its consonants alone."""
LEAST = 4
"""So many consonants a word must have to be sought by them alone: of fewer there are too many."""
Sought = tuple[tuple[str, ...], ...]


def searchable(names: Iterable[str]) -> str:
    """What a part of a name is looked for in: each name folded, as a skeleton, and as it sounds."""
    kept = list(names)
    written = dict.fromkeys(f" {key(name)}" for name in kept for key in (fold, skeleton))
    words = dict.fromkeys(word for name in kept for word in fold(name).split() or ())
    original = dict.fromkeys(word for name in kept for word in name.split())
    heard = dict.fromkeys(h for word in (*original, *words) for h in _heard(word))
    return "\n".join((*written, " ".join((*heard, ""))))


def wanted(words: str) -> Sought:
    """What is looked for in `searchable` when somebody types this: of each word one of these. Empty for no letters."""
    found = (tuple(dict.fromkeys(_sought(word))) for word in words.split())
    return tuple(any_of for any_of in found if any_of)


def fits(kept: str, sought: Sought) -> bool:
    """Whether a text of `searchable` has one of the forms of every word."""
    return all(any(form in kept for form in forms) for forms in sought)


def exact(words: str) -> str:
    """The words as they stand folded in `searchable`: who is written so goes before who only sounds so."""
    return f" {fold(words)}"


def _sought(word: str) -> Iterator[str]:
    folded, bare = fold(word), skeleton(word)
    if any(c.isalnum() for c in folded):
        yield folded if len(folded) > 2 else f" {folded}"
    if len(bare) > 2:
        yield bare
    for heard in _heard(word):
        if heard[0] == HEARD and len(heard) > 3:
            yield heard
        elif heard[0] == SHAPE and len(heard) > LEAST:
            yield f"{heard} "


@lru_cache(maxsize=65536)
def _heard(word: str) -> tuple[str, ...]:
    """A word as it sounds, read plainly and as Turkic Latin, with consonants that spellings confuse as one."""
    found: dict[str, None] = {}
    for turkic in (False, True):
        sounds = sounds_of(word, turkic=turkic)
        if sounds.classes:
            if not sounds.bare:
                found[HEARD + _in_classes(sounds.sounds)] = None
            found[SHAPE + sounds.classes] = None
    return tuple(found)


def _in_classes(sounds: str) -> str:
    """Sounds with each consonant as its class, and e and i, o and u as one."""
    return "".join(c if c in "aeiou" else parted(c).classes for c in coarse(sounds))
