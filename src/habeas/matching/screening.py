"""A list screened for people: names by the index, then what is known beside them; the best hits with their namesakes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.matching.beside import Beside, shift
from habeas.matching.index import NameHit, NameIndex, StaleIndex

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
    wide = most * WIDER if any(k.born for k in asked) else most
    for known, hits in zip(asked, index.find([k.name for k in asked], most=wide), strict=True):
        found = [_hit(known, listed[h.place], h) for h in hits]
        yield tuple(sorted(found, key=lambda h: -h.probability)[:most])


def _hit(asked: Known, listed: Known, hit: NameHit) -> ScreeningHit:
    said, beside = shift(hit.probability, Beside(born=asked.born), Beside(born=listed.born))
    return ScreeningHit(hit.name, listed.id, said, hit.namesakes, beside)


def keep(folder: Path, listed: Sequence[Known]) -> None:
    """Writes what is known beside the names into the folder of their index."""
    lines = [[k.name, k.born, k.id] for k in listed]
    (folder / "listed.json").write_text(json.dumps(lines, ensure_ascii=False), "utf-8")


def kept(folder: Path) -> list[Known]:
    """What `keep` wrote. Raises `StaleIndex`."""
    try:
        return [Known(*line) for line in json.loads((folder / "listed.json").read_text("utf-8"))]
    except (OSError, ValueError, TypeError) as error:
        raise StaleIndex(f"{folder} does not say who is on the list.", "Build it again from the list.") from error
