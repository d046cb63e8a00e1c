"""Keys under which names meet: the consonants of given name and surname, one of them with a consonant left out.

A key is 64 bits. Names that share one are worth comparing; names that share none are not compared. A surname's keys
stand for its stem without endings, so that Akhmetova, Akhmetov and Akhmet meet; a known given name also has a key for
all its forms, so that Siarhei and Sergei meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from habeas.matching.features import GIVEN, MIDDLE
from habeas.matching.prepared import NONE, Ints, Prepared, Words

Keys = NDArray[np.uint64]
_GIVEN, _SURNAME = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_FIRST = np.uint64(0xFF51AFD7ED558CCC)
"""Constants that mix the two halves of a key; each stands for one part of a name."""


@dataclass(frozen=True, slots=True)
class _Variants:
    """For each word: where its variants begin, and their hashes."""

    start: Ints
    many: Ints
    hashes: Keys


def keys_of(prepared: Prepared, *, asked: bool = False) -> tuple[Ints, Keys]:
    """Name and key, for every key of every name. `asked`: the names look for others, instead of being found."""
    exact, left_out = _variants(prepared.words, left_out=False), _variants(prepared.words, left_out=True)
    names = np.repeat(np.arange(len(prepared), dtype=np.int32), np.diff(prepared.first))
    found = [_initials(prepared, names, exact, asked=asked), _single(prepared, exact)]
    for given in (GIVEN, MIDDLE):
        one, other = prepared.slots[:, given], prepared.stems
        some = (one != NONE) & (other != NONE) & ~prepared.words.initial[one]
        found.append(_pairs(names[some], one[some], other[some], exact, exact))
        if given == GIVEN:
            found.append(_pairs(names[some], one[some], other[some], exact, left_out))
            found.append(_pairs(names[some], one[some], other[some], left_out, exact))
    return _distinct(np.concatenate([f[0] for f in found]), np.concatenate([f[1] for f in found]))


def _distinct(names: Ints, keys: Keys) -> tuple[Ints, Keys]:
    order = np.lexsort((keys, names))
    names, keys = names[order], keys[order]
    fresh = np.ones(len(names), np.bool_)
    fresh[1:] = (names[1:] != names[:-1]) | (keys[1:] != keys[:-1])
    return names[fresh], keys[fresh]


def _pairs(names: Ints, given: Ints, surname: Ints, first: _Variants, second: _Variants) -> tuple[Ints, Keys]:
    """Every variant of the given name with every variant of the surname."""
    mine, theirs = first.many[given], second.many[surname]
    many = mine * theirs
    row = np.repeat(np.arange(len(names)), many)
    within = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
    a = first.hashes[first.start[given][row] + within // theirs[row]]
    b = second.hashes[second.start[surname][row] + within % theirs[row]]
    return names[row], a * _GIVEN + b * _SURNAME


def _initials(prepared: Prepared, names: Ints, exact: _Variants, *, asked: bool) -> tuple[Ints, Keys]:
    """The first sound of the given name with the surname, so that initials find whole names and whole names initials.

    Whole names are not asked for by whole names: too many share a first sound.
    """
    given, surname = prepared.slots[:, GIVEN], prepared.stems
    some = np.flatnonzero((given != NONE) & (surname != NONE))
    initial = prepared.words.initial[given[some]]
    begins = prepared.words.begins_as[given[some]].astype(np.uint64)
    base = begins * _FIRST + exact.hashes[exact.start[surname[some]]] * _SURNAME
    if not asked:
        return names[some], base + initial.astype(np.uint64)
    both = np.concatenate([base[initial], base + np.uint64(1)])
    return np.concatenate([names[some[initial]], names[some]]), both


def _single(prepared: Prepared, exact: _Variants) -> tuple[Ints, Keys]:
    """Names of one word: that word alone."""
    alone = np.flatnonzero((prepared.every >= 0).sum(axis=1) == 1).astype(np.int32)
    return alone, exact.hashes[exact.start[prepared.every[alone, 0]]] * _FIRST


def _variants(words: Words, *, left_out: bool) -> _Variants:
    found: list[list[int]] = []
    for classes, known, short in zip(words.classes, words.known.tolist(), words.short.tolist(), strict=True):
        if left_out:
            texts = {classes[:n] + classes[n + 1 :] for n in range(len(classes))} if len(classes) > 2 else set()
            found.append([_hash("-" + t) for t in sorted(texts)] + ([_hash("-" + classes)] if len(classes) > 1 else []))
        else:
            names = dict.fromkeys(n for n in (*known, *short) if n != NONE)
            found.append([_hash(classes), *(_hash(f"={n}") for n in names)])
    many = np.array([len(f) for f in found], np.int32)
    start = (np.cumsum(many) - many).astype(np.int32)
    return _Variants(start, many, np.array([h for f in found for h in f], np.uint64))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")
