"""What is asked of whom: declared in `recommendations.toml`, each demand resting on a figure and whom it counts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.figures import Figure


@dataclass(frozen=True, slots=True)
class Demand:
    """Words, the figure that the demand rests on, and (id, name) of those whom it counts."""

    words: str
    figure: Figure
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """The demands to one addressee."""

    addressee: str
    demands: tuple[Demand, ...]


def advice(figures: Mapping[str, Figure], names: Mapping[str, str], language: str) -> Iterator[Advice]:
    """The recommendations that these figures support. `names` gives the words for each counted id."""
    for addressee in _declared():
        demands = tuple(_demands(addressee, figures, names, language))
        if demands:
            yield Advice(addressee[language], demands)


def _demands(
    addressee: Mapping[str, Any], figures: Mapping[str, Figure], names: Mapping[str, str], language: str
) -> Iterator[Demand]:
    for declared in addressee["demand"]:
        figure = figures.get(declared["figure"])
        if figure and figure.counted:
            people = sorted(
                ((i, names.get(i, i)) for i in figure.counted), key=lambda pair: (pair[1].casefold(), pair[0])
            )
            yield Demand(declared[language], figure, tuple(people))


@cache
def _declared() -> list[dict[str, Any]]:
    text = (files("habeas.reports.documents") / "recommendations.toml").read_text("utf-8")
    return list(tomllib.loads(text)["addressee"])
