"""The liberty table at work: lives of one invented person, a day, and what the register answers.

`cases.csv` holds them; `tests/register/test_liberty.py` runs them and `docs/liberty.md` prints them. A life is a line
for each fact, in the order of the telling: kind, date (`-` for none) and fields. The source speaks up to 31 January
2021.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Case:
    """`statuses` are those that may hold on `day`, the strongest first."""

    name: str
    life: tuple[str, ...]
    day: str
    statuses: tuple[str, ...]


def cases() -> tuple[Case, ...]:
    """Every case, in the order of the file."""
    text = files("habeas.register").joinpath("cases.csv").read_text(encoding="utf-8")
    return tuple(
        Case(
            row["name"],
            tuple(part for part in row["life"].split("; ") if part),
            row["day"],
            tuple(row["statuses"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    )
