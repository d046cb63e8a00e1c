"""People held over time: what is certain as a filled area, what dates or disputes leave open hatched above it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from habeas.web.charts.scale import Days, lines, rounded
from habeas.web.charts.svg import element, picture

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 900, 300, 50, 885, 14, 268


class OnDay(Protocol):
    """How many on a day."""

    @property
    def day(self) -> date:
        """The day."""

    @property
    def certain(self) -> int:
        """Held for certain."""

    @property
    def open(self) -> int:
        """Held, perhaps."""


def held_chart(series: Sequence[OnDay], label: str, words: tuple[str, str]) -> str:
    """The picture; empty without days. `words` are those for what is certain and what is open."""
    if not series:
        return ""
    days = Days(series[0].day, series[-1].day, LEFT, RIGHT)
    highest = rounded(max(p.certain + p.open for p in series))

    def at(value: int) -> float:
        return BOTTOM - (BOTTOM - TOP) * value / highest

    def steps(values: Sequence[int]) -> list[str]:
        found = [f"{days.at(series[0].day):.1f},{at(values[0]):.1f}"]
        for before, after, value in zip(values, series[1:], values[1:], strict=False):
            x = days.at(after.day)
            found += [f"{x:.1f},{at(before):.1f}", f"{x:.1f},{at(value):.1f}"]
        return found

    sure, either = [p.certain for p in series], [p.certain + p.open for p in series]
    ends = (f"{RIGHT:.1f},{BOTTOM:.1f}", f"{LEFT:.1f},{BOTTOM:.1f}")
    area = element("polygon", points=" ".join((*steps(sure), *ends)), cls="area")
    between = " ".join((*steps(either), *reversed(steps(sure))))
    parts = [
        *lines(TOP, BOTTOM, LEFT, RIGHT, highest),
        *days.axis(TOP, BOTTOM),
        area,
        element("polygon", points=between, cls="area-open"),
        element("polygon", points=between, fill="url(#hatch)"),
        element("polyline", points=" ".join(steps(sure)), cls="edge"),
        *(_point(p, days, at(p.certain), words) for p in series),
    ]
    return picture(WIDTH, HEIGHT, label, parts)


def _point(on: OnDay, days: Days, y: float, words: tuple[str, str]) -> str:
    said = f"{on.day.isoformat()}: {on.certain} {words[0]}" + (f", {on.open} {words[1]}" if on.open else "")
    return element("circle", cx=days.at(on.day), cy=y, r=4, cls="touch", title=said)
