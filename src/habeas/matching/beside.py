"""What is known beside a name, and how far it moves the probability: birth, place, articles, arrest, co-defendants."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.lexicon import When
from habeas.matching.sounds import sounds_of


@dataclass(frozen=True, slots=True)
class Beside:
    """Facts beside a name, each unknown when left out. Dates are EDTF; `articles` as `174(2)`; `others` are the names
    of co-defendants.
    """

    born: str | None = None
    place: str | None = None
    articles: tuple[str, ...] = ()
    arrested: str | None = None
    others: tuple[str, ...] = ()


_DAY_SAME, _MONTH_SAME, _YEAR_SAME, _YEAR_NEXT, _YEAR_OTHER = 5.0, 3.5, 2.0, -0.5, -4.0
"""Log-odds. People of a list are spread over some fifty years of birth: a shared year says little, a day much."""
_PLACE_SAME, _PLACE_OTHER, _ARTICLE_SAME, _ARREST_SAME, _ARREST_OTHER, _OTHERS_SAME = 0.8, -0.4, 0.7, 3.0, -0.7, 2.5


def shift(probability: float, one: Beside, other: Beside) -> tuple[float, tuple[str, ...]]:
    """The probability after all that both sides know, and a sentence for each thing compared."""
    moved = list(_compared(one, other))
    odds = math.log(probability / (1 - probability)) + sum(weight for weight, _ in moved)
    return 1 / (1 + math.exp(-max(min(odds, 12.0), -12.0))), tuple(said for _, said in moved)


def _compared(one: Beside, other: Beside) -> Iterator[tuple[float, str]]:
    if one.born and other.born:
        yield _births(one.born, other.born)
    if one.place and other.place:
        same = sounds_of(one.place).sounds == sounds_of(other.place).sounds
        yield (_PLACE_SAME, f"both of {one.place}") if same else (_PLACE_OTHER, f"{one.place} and {other.place}")
    if shared := sorted(set(one.articles) & set(other.articles)):
        yield _ARTICLE_SAME, f"both charged under {', '.join(shared)}"
    if one.arrested and other.arrested:
        fits = When.parse(one.arrested).overlaps(When.parse(other.arrested))
        said = f"arrested {one.arrested} and {other.arrested}"
        yield (
            (_ARREST_SAME if len(one.arrested) == len(other.arrested) == 10 else 1.0, said)
            if fits
            else (_ARREST_OTHER, said)
        )
    if common := sorted({sounds_of(n).sounds for n in one.others} & {sounds_of(n).sounds for n in other.others}):
        yield _OTHERS_SAME, f"{len(common)} co-defendants in common"


def year_of(born: str | None) -> int:
    """The one year of a birth (EDTF), 0 when it is not known or not one."""
    if not born:
        return 0
    when = When.parse(born)
    known = when.earliest and when.latest and when.earliest.year == when.latest.year
    return when.earliest.year if known and when.earliest else 0


def _births(one: str, other: str) -> tuple[float, str]:
    a, b = When.parse(one), When.parse(other)
    said = f"born {one} and {other}"
    if a.overlaps(b):
        length = min(len(one), len(other))
        return (_DAY_SAME if length >= 10 else _MONTH_SAME if length >= 7 else _YEAR_SAME), said
    if a.earliest and b.earliest and abs(a.earliest.year - b.earliest.year) == 1:
        return _YEAR_NEXT, f"{said}: a year apart"
    return _YEAR_OTHER, f"{said}: not the same"
