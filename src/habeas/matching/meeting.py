"""What another engine gets of a list: a row for each entry, with the groups in which it meets others.

The pairs are those of `candidates.pairs_within`, the levels those of `duplicates`, so that every engine finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from habeas.matching.candidates import groups_within
from habeas.matching.prepared import Ints, Prepared

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Meeting:
    """The entries of a list as rows. `years` and `places` are 0 where not known.

    `groups[n]` are the texts of the groups of entry n. Two entries that share one are compared; the least that they
    share, by its letters, is that of their crowd: two digits of its level, five of how many are in it, and its key.
    """

    prepared: Prepared
    years: Ints
    places: Ints
    groups: Sequence[Sequence[str]]

    def crowd(self, one: int, other: int) -> int:
        """How many share the group under which the fewest meet, of two entries that meet."""
        return int(min(set(self.groups[one]) & set(self.groups[other]))[2:7])


class Engine(Protocol):
    """Compares all who meet, somewhere else than here.

    It counts the pairs of each cell of levels (name, birth, place, crowd) and asks `duplicates.fitted` how likely each
    is. What comes back: both places and the probability of each pair from `least` up, in any order.
    """

    def __call__(self, rows: Meeting, *, least: float) -> tuple[Ints, Ints, Table]: ...


def meeting(prepared: Prepared, years: Ints, places: Ints, level: Callable[[Ints, NDArray[np.bool_]], Ints]) -> Meeting:
    """The rows of a list; `level` is that of a crowd, by its size and by whether age brought it together."""
    owners, keys, sizes, by_age = groups_within(prepared, years)
    groups: list[list[str]] = [[] for _ in range(len(prepared))]
    levels = level(sizes, by_age).tolist()
    for owner, key, size, crowd in zip(owners.tolist(), keys.tolist(), sizes.tolist(), levels, strict=True):
        groups[owner].append(f"{crowd:02}{size:05}{key:016x}")
    return Meeting(prepared, years, places, groups)
