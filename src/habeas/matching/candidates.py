"""Pairs of one list that are worth comparing: those who share a key; in a crowd those who are also of one age."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from habeas.matching.keys import Keys, keys_of
from habeas.matching.prepared import Ints, Prepared

CROWD = 120
"""People who may share a key and still all be compared with each other; of more, only those born in the same years."""
UNKNOWN = 0
"""The year of those whose birth is not known."""
_YEAR = np.uint64(0x9FB21C651E98DF25)


def pairs_within(prepared: Prepared, years: Ints) -> tuple[Ints, Ints, Ints, NDArray[np.bool_]]:
    """Both places of every pair, the lower first; how many people share the key under which the fewest meet; and True
    for those of a crowd, who met by their year too.
    """
    places, keys = keys_of(prepared)
    low, high, crowd = _meeting(places, keys)
    big = _sizes(keys)[1] > CROWD
    aged = _of_one_age(places[big], keys[big], years)
    one, two, many = (np.concatenate([a, b]) for a, b in zip((low, high, crowd), aged, strict=True))
    by_age = np.arange(len(one)) >= len(low)
    packed = one.astype(np.int64) * len(prepared) + two
    order = np.lexsort((many, by_age, packed))
    packed, many, by_age = packed[order], many[order], by_age[order]
    fresh = np.ones(len(packed), np.bool_)
    fresh[1:] = packed[1:] != packed[:-1]
    kept = packed[fresh]
    one, two = (kept // len(prepared)).astype(np.int32), (kept % len(prepared)).astype(np.int32)
    return one, two, many[fresh], by_age[fresh]


def groups_within(prepared: Prepared, years: Ints) -> tuple[Ints, Keys, Ints, NDArray[np.bool_]]:
    """Every place with the key of each group in which it meets others; how many they are; True for groups of age."""
    places, keys = keys_of(prepared)
    big = _sizes(keys)[1] > CROWD
    aged = _aged(places[big], keys[big], years)
    found = [(*group, _sizes(group[1])[1]) for group in ((places, keys), aged)]
    where, key, size = (np.concatenate([a, b]) for a, b in zip(*found, strict=True))
    by_age = np.arange(len(where)) >= len(places)
    kept = (size > 1) & (size <= CROWD)
    return where[kept], key[kept], size[kept].astype(np.int32), by_age[kept]


def _of_one_age(places: Ints, keys: Keys, years: Ints) -> tuple[Ints, Ints, Ints]:
    """Pairs of a crowd who were born in the same year; their crowd is that of the year."""
    return _meeting(*_aged(places, keys, years))


def _aged(places: Ints, keys: Keys, years: Ints) -> tuple[Ints, Keys]:
    """Those of a crowd whose birth is known, under keys of the year."""
    born = years[places] != UNKNOWN
    places, keys = places[born], keys[born]
    return places, keys + years[places].astype(np.uint64) * _YEAR


def _sizes(keys: Keys) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each key the number of its group, and how many have it."""
    _, group, size = np.unique(keys, return_inverse=True, return_counts=True)
    return group.reshape(-1), size[group.reshape(-1)]


def _meeting(places: Ints, keys: Keys) -> tuple[Ints, Ints, Ints]:
    """Every pair of places under one key, of keys that are no crowd."""
    order = np.lexsort((places, keys))
    places, keys = places[order], keys[order]
    _, size = _sizes(keys)
    kept = (size > 1) & (size <= CROWD)
    places, keys, size = places[kept], keys[kept], size[kept]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, np.int64)
    within = np.arange(len(keys)) - np.repeat(starts, size[starts])
    later = size - 1 - within
    row = np.repeat(np.arange(len(keys)), later)
    step = np.arange(len(row)) - np.repeat(np.cumsum(later) - later, later) + 1
    return places[row], places[row + step], size[row].astype(np.int32)
