"""The weight of each piece of evidence, and the probability that follows: a sum of log-odds, best reading counts.

The weights stand in `data/evidence.toml`; `tools/fit_names.py` finds them on generated and hand-made pairs.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from habeas.matching.features import FATHER, MANY, NAMES, Floats, evidence_of, shared_words
from habeas.matching.prepared import Ints, Prepared
from habeas.matching.sounds import data

ALONE, FEW, EACH = -3.5, 0.0, 2.0
"""For names of many words, in log-odds: a word that the other lacks, two shared words alone, each further one."""
SLIP, SPACES = 2, 3.4
"""Sounds by which two names read without spaces may differ, one in five at most; what that says, in log-odds."""
AT_ONCE = 200_000
"""Pairs of readings that are weighed in one go: bounds the memory."""


@cache
def weights() -> tuple[NDArray[np.float64], float, tuple[Floats, Floats]]:
    """The weight of each of `NAMES`, where no evidence stands, and the map from log-odds to calibrated log-odds."""
    table = data("evidence")
    found = np.array([table["weights"][name] for name in NAMES], np.float64)
    curve = np.array(table["calibration"]["raw"], np.float32), np.array(table["calibration"]["true"], np.float32)
    return found, float(table["base"]), curve


def score_pairs(left: Prepared, i: Ints, right: Prepared, j: Ints) -> NDArray[np.float64]:
    """The calibrated probability that name `i[n]` of the left and name `j[n]` of the right may be one person's.

    `i` and `j` are arrays of places of equal length. The same numbers as `compare` gives, without its reasons.
    """
    out = np.empty(len(i), np.float64)
    for start in range(0, len(i), AT_ONCE // 2):
        part = slice(start, start + AT_ONCE // 2)
        out[part] = probability(best(left, i[part], right, j[part])[0])
    return out


def best(left: Prepared, i: Ints, right: Prepared, j: Ints) -> tuple[NDArray[np.float64], Ints, Ints]:
    """The log-odds of the best pair of readings of each pair of names, and which readings those are."""
    pair, p, q = all_readings(left, i, right, j)
    found, base, _ = weights()
    # Each row is summed by itself and rounded, so that a pair has the same number alone and in bulk.
    odds = np.round((evidence_of(left, p, right, q).astype(np.float64) * found).sum(axis=1) + base, 5)
    first = _first_best(pair, odds)
    found = _run_together(left, i, right, j, _of_many(left, i, right, j, odds[first]))
    return found, p[first], q[first]


def _first_best(pair: Ints, odds: NDArray[np.float64]) -> NDArray[np.int64]:
    """The row of the best odds of each pair, the first of equals. Rows of one pair stand together."""
    if not len(pair):
        return np.zeros(0, np.int64)
    starts = np.flatnonzero(np.r_[True, pair[1:] != pair[:-1]])
    best_rows = np.flatnonzero(odds == np.maximum.reduceat(odds, starts)[pair])
    owners = pair[best_rows]
    return best_rows[np.r_[True, owners[1:] != owners[:-1]]]


def _run_together(left: Prepared, i: Ints, right: Prepared, j: Ints, odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Names of unlike numbers of words that sound alike when read without spaces: VladimirPutin, Abdu Rehim."""
    a, b = left.every[i], right.every[j]
    sizes = np.where(a < 0, 0, left.words.sizes[a]).sum(axis=1), np.where(b < 0, 0, right.words.sizes[b]).sum(axis=1)
    unlike = ((a >= 0).sum(axis=1) != (b >= 0).sum(axis=1)) & (np.abs(sizes[0] - sizes[1]) <= SLIP)
    for n in np.flatnonzero(unlike):
        one = "".join(left.words.sounds[w] for w in a[n] if w >= 0)
        other = "".join(right.words.sounds[w] for w in b[n] if w >= 0)
        if OSA.distance(one, other) <= min(SLIP, len(one) // 5):
            odds[n] = max(odds[n], SPACES)
    return odds


def _of_many(left: Prepared, i: Ints, right: Prepared, j: Ints, odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Names of many words: each word of the shorter that the longer lacks speaks against, each that it has for."""
    sizes = np.maximum((left.every[i] >= 0).sum(axis=1), (right.every[j] >= 0).sum(axis=1))
    fathers = (left.slots[left.first[i], FATHER] >= 0) | (right.slots[right.first[j], FATHER] >= 0)
    some = np.flatnonzero((sizes >= MANY) & ~(fathers & (sizes == MANY)))
    if len(some):
        shared, one, other = shared_words(left, i[some], right, j[some])
        least = np.minimum(one, other)
        odds[some] = np.where(shared < least, ALONE * (least - shared), FEW + EACH * (shared - 2))
    return odds


def all_readings(left: Prepared, i: Ints, right: Prepared, j: Ints) -> tuple[Ints, Ints, Ints]:
    """Every pair of readings of every pair of names: number of the pair, reading of the left, reading of the right."""
    mine, theirs = left.first[i + 1] - left.first[i], right.first[j + 1] - right.first[j]
    many = mine * theirs
    pair = np.repeat(np.arange(len(i), dtype=np.int32), many)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(many) - many, many)
    p = left.first[i][pair] + within // theirs[pair]
    q = right.first[j][pair] + within % theirs[pair]
    return pair, p.astype(np.int32), q.astype(np.int32)


def probability(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds as calibrated probabilities, between 0.001 and 0.999: a name alone is never certain."""
    _, _, (raw, true) = weights()
    mapped = np.interp(odds.astype(np.float64), raw, true)
    return np.clip(1 / (1 + np.exp(-mapped)), 0.001, 0.999)


def expected_error(said: NDArray[np.float64], same: NDArray[np.float64], *, parts: int = 10) -> float:
    """Expected calibration error: how far what was said lies from what was so, over `parts` bands of probability."""
    band = np.minimum((said * parts).astype(int), parts - 1)
    gaps = [
        abs(said[band == n].mean() - same[band == n].mean()) * (band == n).sum()
        for n in range(parts)
        if (band == n).any()
    ]
    return float(sum(gaps) / len(said))
