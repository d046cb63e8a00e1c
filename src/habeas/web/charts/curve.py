"""A share that falls in steps, with its bounds as a band: the time people spend in detention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from habeas.web.charts.scale import rounded
from habeas.web.charts.svg import element, picture

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM, YEAR = 900, 300, 55, 885, 14, 262, 365.25


class OnShare(Protocol):
    """A step of the curve."""

    @property
    def days(self) -> int:
        """From so many days on."""

    @property
    def share(self) -> float:
        """The share still held."""

    @property
    def low(self) -> float:
        """Its lower bound."""

    @property
    def high(self) -> float:
        """Its upper bound."""


def curve_chart(steps: Sequence[OnShare], last: int, label: str, years: str) -> str:
    """The picture up to `last` days; empty without steps. `years` is the word below the axis."""
    if not steps:
        return ""
    end = max(last, steps[-1].days, 1)

    def x(days: float) -> float:
        return LEFT + (RIGHT - LEFT) * days / end

    def y(share: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * share

    def stairs(values: Sequence[float]) -> list[str]:
        points, before = [f"{x(0):.1f},{y(1):.1f}"], 1.0
        for step, value in zip(steps, values, strict=True):
            points += [f"{x(step.days):.1f},{y(before):.1f}", f"{x(step.days):.1f},{y(value):.1f}"]
            before = value
        return [*points, f"{x(end):.1f},{y(before):.1f}"]

    band = [*stairs([s.high for s in steps]), *reversed(stairs([s.low for s in steps]))]
    parts = [*_grid(end, x, y), element("polygon", points=" ".join(band), cls="area-open")]
    parts.append(element("polyline", points=" ".join(stairs([s.share for s in steps])), cls="edge", fill="none"))
    for step in steps:
        said = f"{step.days}: {step.share:.0%} ({step.low:.0%}–{step.high:.0%})"
        parts.append(element("circle", cx=x(step.days), cy=y(step.share), r=4, cls="touch", title=said))
    parts.append(element("text", x=RIGHT, y=HEIGHT - 6, cls="tick end", text=years))
    return picture(WIDTH, HEIGHT, label, parts)


def _grid(end: int, x: object, y: object) -> list[str]:
    assert callable(x) and callable(y)
    parts = []
    for percent in (0, 25, 50, 75, 100):
        at = y(percent / 100)
        parts.append(element("line", x1=LEFT, x2=RIGHT, y1=at, y2=at, cls="grid"))
        parts.append(element("text", x=LEFT - 6, y=at + 4, cls="tick end", text=f"{percent} %"))
    by = max(rounded(end / YEAR / 12), 1)
    for year in range(0, int(end / YEAR) + 1, by):
        at = x(year * YEAR)
        parts.append(element("line", x1=at, x2=at, y1=TOP, y2=BOTTOM, cls="grid"))
        parts.append(element("text", x=at, y=BOTTOM + 16, cls="tick", text=str(year)))
    return parts
