"""How long people are held before they are released: the share still held after so many days, with those still inside.

Whoever is still held on the day, or whose release nobody knows, leaves the count when last known to be held (right-
censored); leaving them out, or ending their time there, would make detention look shorter than it is. Source: Kaplan
and Meier 1958; the interval is the 95 % log-log interval with Greenwood's variance (Kalbfleisch and Prentice 2002,
section 1.4).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""
ROUNDING = 1e-9
"""A product of floats that is meant to be one half may come out this much above it."""


@dataclass(frozen=True, slots=True)
class Time:
    """Days that somebody was held at least, and whether a release ended them."""

    days: int
    released: bool


@dataclass(frozen=True, slots=True)
class Step:
    """From so many days on: the share still held with its bounds, and how many were held just before."""

    days: int
    share: float
    low: float
    high: float
    at_risk: int
    released: int


def survival(times: Iterable[Time]) -> tuple[Step, ...]:
    """The steps of the curve, one for each number of days after which somebody was released."""
    known = list(times)
    lengths, released = sorted(t.days for t in known), Counter(t.days for t in known if t.released)
    share, variance, steps = 1.0, 0.0, []
    for days, out in sorted(released.items()):
        at_risk = len(lengths) - bisect_left(lengths, days)
        share *= 1 - out / at_risk
        variance += out / (at_risk * (at_risk - out)) if at_risk > out else 0.0
        steps.append(Step(days, share, *_bounds(share, variance), at_risk, out))
    return tuple(steps)


def median_days(steps: Iterable[Step]) -> int | None:
    """After how many days half were released; None while more than half are still held."""
    return next((s.days for s in steps if s.share <= 0.5 + ROUNDING), None)


def _bounds(share: float, variance: float) -> tuple[float, float]:
    if not 0 < share < 1:
        return share, share
    wide = Z * sqrt(variance) / log(share)
    return share ** exp(-wide), share ** exp(wide)
