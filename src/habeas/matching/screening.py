"""A list screened for people: by the index of names, then by what is known beside them; hits with their namesakes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.matching.beside import Beside, shift, year_of
from habeas.matching.index import NameHit, NameIndex

WIDER = 5
"""How many times as many names are taken before birth is looked at as are shown after it."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of a list or somebody who is looked for: the name, the birth (EDTF) and an id, where known."""

    name: str
    born: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ScreeningHit:
    """Somebody of the list who may be the one looked for. `namesakes`: others whose names nothing tells apart."""

    name: str
    id: str | None
    probability: float
    namesakes: int
    beside: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """All of it. `by` says what the probability rests on: a name alone is never a match."""
        by = "name and birth" if self.beside else "name"
        found = {"name": self.name, "id": self.id, "probability": round(self.probability, 4), "by": by}
        return {**found, "namesakes": self.namesakes, "beside": list(self.beside)}


def screened(
    index: NameIndex, listed: Sequence[Known], asked: Sequence[Known], *, most: int = 10
) -> Iterator[tuple[ScreeningHit, ...]]:
    """For each of `asked` the likeliest of `listed`, whose names `index` holds in the same order."""
    years = (_years(asked), _years(listed)) if any(k.born for k in asked) else None
    wide = most * WIDER if years else most
    for known, hits in zip(asked, index.find([k.name for k in asked], most=wide, years=years), strict=True):
        found = [_hit(known, listed[h.place], h) for h in hits]
        yield tuple(sorted(found, key=lambda h: -h.probability)[:most])


def _years(people: Sequence[Known]) -> NDArray[np.int32]:
    return np.array([year_of(k.born) for k in people], np.int32)


def _hit(asked: Known, listed: Known, hit: NameHit) -> ScreeningHit:
    said, beside = shift(hit.probability, Beside(born=asked.born), Beside(born=listed.born))
    return ScreeningHit(hit.name, listed.id, said, hit.namesakes, beside)
