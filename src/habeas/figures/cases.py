"""The counting rules at work: what sources tell of a few people, a day, and the figure.

`cases.csv` holds them; `tests/figures/test_cases.py` runs them on both engines, and `docs/figures.md` prints them. Each
fact is told as `PERSON: kind date fields` (`-` for no date); the source speaks up to 31 January 2021.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Case:
    """`told` are (person, line) pairs; `value`, `high` and `comparator` are those of the figure on `day`."""

    figure: str
    name: str
    told: tuple[tuple[str, str], ...]
    day: str
    value: int
    high: int
    comparator: str


def cases() -> tuple[Case, ...]:
    """Every case, in the order of the file."""
    text = files("habeas.figures").joinpath("cases.csv").read_text(encoding="utf-8")
    return tuple(_case(row) for row in csv.DictReader(text.splitlines()))


def _case(row: dict[str, str]) -> Case:
    told = tuple((line.split(": ", 1)[0], line.split(": ", 1)[1]) for line in row["told"].split("; "))
    return Case(row["figure"], row["name"], told, row["day"], int(row["value"]), int(row["high"]), row["comparator"])
