"""Content words of English phrases, cut to stems, to see whether two phrases speak of the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

_STOP = frozenset(
    re.findall(
        r"\w+",
        """a an the of to in on at by for from with without and or as was were is are be been being has have
        had that which who whom whose this these those their his her its it he she they them not no than
        then also into about over under after before one two three four five six seven eight nine ten more
        least most almost nearly some any all both each other another such there where when while during
        between only part art article articles section code cc""",
    )
)
_ENDINGS = (
    "ification", "isations", "izations", "isation", "ization", "ations", "itions", "ation", "ition", "ement", "ingly",
    "ities", "ment", "ness", "ings", "ions", "ance", "ence", "ies", "ing", "ion", "ity", "ers", "ors", "ive", "ous",
    "ed", "er", "or", "es", "ly", "al", "e", "s", "y",
)  # fmt: skip


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The word in lower case without its commonest English endings; at least three letters stay."""
    low = word.casefold()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: -len(ending)]
    return low


def stems(phrase: str) -> frozenset[str]:
    """Stems of the words that carry the meaning of a phrase."""
    found = re.findall(r"[^\W\d_]{2,}", phrase)
    return frozenset(stem(w) for w in found if w.casefold() not in _STOP)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared stems as a part of all stems; 0 when either phrase has none."""
    return len(one & other) / len(one | other) if one and other else 0.0
