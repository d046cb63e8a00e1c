"""Names as they are searched: in any script and any usual spelling, by a part of them."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.lexicon.names import fold, skeleton


def searchable(names: Iterable[str]) -> str:
    """What a part of a name is looked for in: each name folded, and as the skeleton that its spellings share."""
    return "\n".join(dict.fromkeys(key(name) for name in names for key in (fold, skeleton)))


def wanted(words: str) -> tuple[str, ...]:
    """What is looked for in `searchable` when somebody types this: one of these suffices. Empty for no letters."""
    return tuple(dict.fromkeys(found for key in (fold, skeleton) if (found := key(words))))
