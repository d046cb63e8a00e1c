"""People of one list who may be one person: candidate pairs with a probability that needs no labels.

Each pair has a level of name, of birth and of place, and lies in a crowd of so many who share its name. How often each
level occurs among different people, and how many pairs of each crowd are the same, is estimated from the list itself
(expectation maximisation, Dempster, Laird and Rubin 1977, on the model of Fellegi and Sunter 1969), held to what is
known beforehand so that a small list is not read into. How often it occurs among entries of one person is how lists are
written: that is known beforehand and not estimated, for without labels it would drift to whatever else is alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.matching.beside import Beside, shift, year_of
from habeas.matching.candidates import UNKNOWN, pairs_within
from habeas.matching.compare import Comparison, compare
from habeas.matching.evidence import best
from habeas.matching.meeting import Engine, meeting
from habeas.matching.prepared import Ints, Prepared, prepare
from habeas.matching.sounds import sounds_of

NAME_EDGES = (-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 3.6)
"""Log-odds of the name between which its levels lie."""
CROWDS = (2, 3, 5, 9, 17, 33, 65)
"""Sizes from which a crowd counts as the next larger."""
BIRTH = {"same": 0, "a year apart": 1, "other": 2, "unknown": 3}
PLACE = {"same": 0, "other": 1, "unknown": 2}
SHAPE = (len(NAME_EDGES) + 1, len(BIRTH), len(PLACE), 2 * (len(CROWDS) + 1))
"""How many levels there are of name, birth, place and crowd; crowds who met by age come after the others."""
HELD = 200.0
"""Pairs for which what is known beforehand counts."""
_SAME_NAME = (0.004, 0.004, 0.006, 0.01, 0.026, 0.1, 0.2, 0.3, 0.35)
_OTHER_NAME = (0.5, 0.2, 0.1, 0.05, 0.04, 0.04, 0.03, 0.02, 0.02)
_SAME_BIRTH, _OTHER_BIRTH = (0.7, 0.03, 0.01, 0.26), (0.015, 0.03, 0.7, 0.255)
_SAME_PLACE, _OTHER_PLACE = (0.6, 0.2, 0.2), (0.1, 0.7, 0.2)
ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of the list: the name, the birth (EDTF) and the place, where known."""

    name: str
    born: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two places of the list that may be one person. `crowd`: how many share the name under which they met."""

    left: int
    right: int
    probability: float
    crowd: int


def duplicates(people: Sequence[Listed], *, least: float = 0.5, engine: Engine | None = None) -> list[Duplicate]:
    """The pairs that may be one person, from a probability of `least` up, the likeliest first.

    `engine` compares the pairs somewhere else, by the same levels, and finds the same.
    """
    left, right, said, crowd = pair_scores(people) if engine is None else _elsewhere(people, least, engine)
    chosen = np.flatnonzero(said >= least)
    order = chosen[np.lexsort((right[chosen], left[chosen], -said[chosen]))]
    return [Duplicate(int(left[n]), int(right[n]), float(said[n]), int(crowd[n])) for n in order]


def _elsewhere(people: Sequence[Listed], least: float, engine: Engine) -> tuple[Ints, Ints, NDArray[np.float64], Ints]:
    prepared = prepare([p.name for p in people])
    years = np.array([year_of(p.born) for p in people], np.int32)
    rows = meeting(prepared, years, _numbers(people), _crowd_levels)
    left, right, said = engine(rows, least=least)
    left, right = np.minimum(left, right), np.maximum(left, right)
    crowd = [rows.crowd(one, other) for one, other in zip(left.tolist(), right.tolist(), strict=True)]
    return left, right, said, np.array(crowd, np.int32)


def explained(one: Listed, other: Listed) -> tuple[Comparison, tuple[str, ...]]:
    """What speaks for and against two people of a list: their names part by part, and what is known beside them."""
    _, beside = shift(0.5, Beside(born=one.born, place=one.place), Beside(born=other.born, place=other.place))
    return compare(one.name, other.name), beside


def pair_scores(people: Sequence[Listed]) -> tuple[Ints, Ints, NDArray[np.float64], Ints]:
    """Both places, probability and crowd of every candidate pair."""
    prepared = prepare([p.name for p in people])
    years = np.array([year_of(p.born) for p in people], np.int32)
    left, right, crowd, by_age = pairs_within(prepared, years)
    levels = (
        name_levels(prepared, left, right),
        np.where(by_age, BIRTH["unknown"], _births(years[left], years[right])),
        _places(_numbers(people), left, right),
        _crowd_levels(crowd, by_age),
    )
    return left, right, estimated(levels), crowd


def name_levels(prepared: Prepared, left: Ints, right: Ints) -> Ints:
    """The level of the names of each pair, by their places."""
    parts = [slice(start, start + 100_000) for start in range(0, len(left), 100_000)]
    odds = [best(prepared, left[part], prepared, right[part])[0] for part in parts]
    return np.searchsorted(NAME_EDGES, np.concatenate(odds or [np.zeros(0)]), side="right").astype(np.int32)


def name_levels_of(left: Sequence[str], right: Sequence[str]) -> Ints:
    """The level of each pair of names, for who has nothing but the names."""
    names = list(dict.fromkeys([*left, *right]))
    place = {name: n for n, name in enumerate(names)}
    sides = (np.array([place[name] for name in side], np.int32) for side in (left, right))
    return name_levels(prepare(names), *sides)


def _crowd_levels(crowd: Ints, by_age: NDArray[np.bool_]) -> Ints:
    found = np.searchsorted(CROWDS, crowd, side="right") + by_age * (len(CROWDS) + 1)
    return np.asarray(found, np.int32)


def estimated(levels: tuple[Any, Any, Any, Any]) -> NDArray[np.float64]:
    """The probability of each pair, given its levels of name, birth, place and crowd."""
    cell = np.ravel_multi_index(levels, SHAPE)
    table = np.bincount(cell, minlength=int(np.prod(SHAPE))).astype(np.float64).reshape(SHAPE)
    return np.asarray(fitted(table).reshape(-1)[cell])


def fitted(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability of each cell of levels, given how many pairs it has."""
    same = [np.array(t) for t in (_SAME_NAME, _SAME_BIRTH, _SAME_PLACE)]
    other = [np.array(t) for t in (_OTHER_NAME, _OTHER_BIRTH, _OTHER_PLACE)]
    known = [t.copy() for t in same], [t.copy() for t in other]
    share = np.array([0.5 / max(size - 1, 1) ** 0.7 for size in (1, *CROWDS) * 2])
    before = share.copy()
    truth = _posterior(same, other, share)
    for _ in range(ROUNDS):
        ours, theirs = table * truth, table * (1 - truth)
        other = [_held(theirs, n, known[1][n]) for n in range(3)]
        total = table.sum(axis=(0, 1, 2))
        share = (ours.sum(axis=(0, 1, 2)) + HELD * before) / (total + HELD)
        truth = _posterior(same, other, share)
    return truth


def _held(table: NDArray[np.float64], axis: int, known: NDArray[np.float64]) -> NDArray[np.float64]:
    counts = table.sum(axis=tuple(n for n in range(4) if n != axis))
    return np.asarray((counts + HELD * known) / (counts.sum() + HELD))


def _posterior(
    same: Sequence[NDArray[np.float64]], other: Sequence[NDArray[np.float64]], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    ours = np.einsum("a,b,c,d->abcd", same[0], same[1], same[2], share)
    theirs = np.einsum("a,b,c,d->abcd", other[0], other[1], other[2], 1 - share)
    return np.asarray(ours / (ours + theirs))


def _births(one: Ints, other: Ints) -> Ints:
    apart = np.abs(one - other)
    found = np.where(apart == 0, BIRTH["same"], np.where(apart == 1, BIRTH["a year apart"], BIRTH["other"]))
    return np.asarray(np.where((one == UNKNOWN) | (other == UNKNOWN), BIRTH["unknown"], found), np.int32)


def _numbers(people: Sequence[Listed]) -> Ints:
    """A number for each place as it sounds, 0 where none is known."""
    names = {p.place for p in people if p.place}
    numbers: dict[str, int] = {}
    number = {name: numbers.setdefault(sounds_of(name.replace("-", "")).classes, len(numbers) + 1) for name in names}
    return np.array([number[p.place] if p.place else 0 for p in people], np.int32)


def _places(places: Ints, left: Ints, right: Ints) -> Ints:
    one, other = places[left], places[right]
    found = np.where(one == other, PLACE["same"], PLACE["other"])
    return np.asarray(np.where((one == 0) | (other == 0), PLACE["unknown"], found), np.int32)
