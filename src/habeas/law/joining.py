"""Several terms made one, and a term turned into another kind: what the parts leave possible.

How a court joins terms is its decision (Kazakhstan: Arts. 58 and 60 of the 2014 Code; Russia: Arts. 69 and 70;
Belarus: Arts. 72 and 73; recalled, to be checked). When only the parts are known, the whole lies between bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from habeas.errors import HabeasError
from habeas.lexicon.length import Length

Join = Literal["absorbed", "added", "partly_added"]


class NotJoined(HabeasError):
    """No terms, or a way of joining that codes do not know."""

    exit_code = 2


def joined(lengths: Sequence[Length], how: Join, *, most: Length | None = None) -> tuple[Length, Length]:
    """The shortest and the longest whole term that the parts leave possible.

    `absorbed`: the longest part; `added`: the sum; `partly_added`: from the longest to the sum. `most` is the longest
    whole that the code allows. Life absorbs everything. Raises `NotJoined`.
    """
    if not lengths or how not in ("absorbed", "added", "partly_added"):
        raise NotJoined(f"{len(lengths)} terms cannot be {how!r}.", "Give terms, absorbed, added or partly_added.")
    life = next((length for length in lengths if length.life), None)
    if life is not None:
        return life, life
    longest = max(lengths, key=Length.days_bounds)
    total = _within(_sum(lengths), most)
    return (total if how == "added" else longest), (longest if how == "absorbed" else total)


def less(length: Length, by: Length) -> Length:
    """A term made shorter by a part of it, months from months and days from days. Raises `NotALength` below zero."""
    return Length.of(months=length.months - by.months, days=length.days - by.days, hours=length.hours - by.hours)


def converted(days: tuple[int, int | None], rate: Fraction) -> tuple[int, int | None]:
    """Days of one kind as days of another at so many for one. A part of a day may count or not: both are bounds."""
    low, high = days
    return floor(low * rate), None if high is None else ceil(high * rate)


def _sum(lengths: Sequence[Length]) -> Length:
    return Length.of(
        months=sum(length.months for length in lengths),
        days=sum(length.days for length in lengths),
        hours=sum(length.hours for length in lengths),
    )


def _within(total: Length, most: Length | None) -> Length:
    return most if most is not None and total.exceeds(most) else total
