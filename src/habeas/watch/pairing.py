"""Which entries of two sides are worth comparing by name: those that share a birth date or enough of a name.

The keys are those of `habeas.lexicon` (`family_key`), so that spellings of one name meet. Memory and work are bounded:
a key that too many share finds nothing by itself, and how many entries were left without a search is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.lexicon import family_key
from habeas.watch.likeness import Likeness, Named, likeness

CROWD = 2_000
"""Pairs that one key may give; a key of more is passed over."""
SHOWN = 0.5
"""Pairs below this probability are not shown."""
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Positions on both sides with their likeness, the likeliest first; `unsearched` entries had only crowded keys."""

    found: tuple[tuple[int, int, Likeness], ...]
    unsearched: int


def likely_pairs(left: Sequence[Named], right: Sequence[Named], *, least: float = SHOWN) -> Pairs:
    """Every pair of the two sides that may be one person, or one organisation, with at least this probability."""
    ours, theirs = _indexed(left), _indexed(right)
    crowded = {k for k, places in ours.items() if len(places) * len(theirs.get(k, ())) > CROWD}
    shared = {(i, j) for k, places in ours.items() if k not in crowded for i in places for j in theirs.get(k, ())}
    judged = ((i, j, likeness(left[i], right[j])) for i, j in sorted(shared))
    found = sorted((p for p in judged if p[2].probability >= least), key=lambda p: (-p[2].probability, p[0], p[1]))
    searched = {i for i, _ in shared}
    lost = {i for k in crowded for i in ours[k]} - searched
    return Pairs(tuple(found), len(lost))


def _indexed(side: Sequence[Named]) -> dict[Key, list[int]]:
    places: dict[Key, list[int]] = defaultdict(list)
    for place, one in enumerate(side):
        for key in set(_keys(one)):
            places[key].append(place)
    return places


def _keys(one: Named) -> Iterator[Key]:
    """Two words of a name in any order, the one word of a short name, and a word with the day of birth."""
    for name in one.all_names:
        words = sorted(set(family_key(name).split()))
        yield from _word_pairs(words)
        if one.birth and len(one.birth) == 10:
            yield from ((one.birth, word[:4]) for word in words)


def _word_pairs(words: Sequence[str]) -> Iterable[Key]:
    long = [w for w in words if len(w) > 1]
    if len(long) < 2:
        return [("one", w) for w in long]
    return [(a, b) for n, a in enumerate(long) for b in long[n + 1 :]]
