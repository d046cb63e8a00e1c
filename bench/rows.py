"""One row of the table: what was measured, the value, the target, and whether it is reached."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "examples" / "kazakhstan-2020" / "report.md"
GOLD = "gold/report-2020.json"
REPORT = "reading/texts/report-2020.txt"


@dataclass(frozen=True, slots=True)
class Row:
    """`target` 0 with `reached` None means that the row is told without one."""

    name: str
    value: str
    target: str = ""
    reached: bool | None = None

    def __str__(self) -> str:
        mark = {True: "reached", False: "MISSED", None: ""}[self.reached]
        return f"{self.name:<58} {self.value:>14}  {self.target:<12} {mark}".rstrip()


def at_least(name: str, value: float, target: float, form: str = ",.0f") -> Row:
    """A row whose value should not be below the target."""
    return Row(name, format(value, form), f">= {format(target, form)}", value >= target)


def at_most(name: str, value: float, target: float, form: str = ".2f") -> Row:
    """A row whose value should not be above the target."""
    return Row(name, format(value, form), f"<= {format(target, form)}", value <= target)


PEAK = """(lambda s: int(s[s.index("VmHWM:") + 6 :].split()[0]) / 1024)(open("/proc/self/status").read())"""
"""An expression for the highest memory of the process that evaluates it, in MB. `ru_maxrss` would hold its parent's."""


def shared(part: str) -> Path | None:
    """The path of `part` in the shared folder (`../shared` or `$HABEAS_SHARED`), None when it is absent."""
    path = Path(os.environ.get("HABEAS_SHARED") or PROJECT.parent / "shared") / part
    return path if path.exists() else None


def report() -> Path:
    """The shared report, or the example when it is absent."""
    return shared(REPORT) or EXAMPLE


Rows = Iterator[Row]
