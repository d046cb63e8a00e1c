"""Bars beside each other: sentences by article; and assemblies, each with the bounds that its source's words set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.web.charts.scale import rounded
from habeas.web.charts.svg import element, picture

WIDTH, LEFT, RIGHT, ROW = 900, 230, 830, 26


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: parts of one population, each with its class and words, drawn one after the other."""

    label: str
    parts: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Bounded:
    """One line: a number, whether it is exact, at least, at most or about, and itself in words."""

    label: str
    value: float
    comparator: str
    words: str
    apart: bool


def bar_chart(bars: Sequence[Bar], label: str) -> str:
    """Bars of parts that add up; empty without bars."""
    if not bars:
        return ""
    highest = rounded(max(sum(n for n, _, _ in bar.parts) for bar in bars))
    drawn = []
    for row, bar in enumerate(bars):
        y, x = 8 + ROW * row, float(LEFT)
        drawn.append(element("text", x=LEFT - 8, y=y + 16, cls="lane", text=bar.label))
        for n, shade, words in bar.parts:
            wide = (RIGHT - LEFT) * n / highest
            if n:
                drawn.append(element("rect", x=x, y=y, width=wide, height=ROW - 8, cls=shade, title=f"{words}: {n}"))
            x += wide
        drawn.append(element("text", x=x + 6, y=y + 14, cls="value", text=str(sum(n for n, _, _ in bar.parts))))
    return picture(WIDTH, 16 + ROW * len(bars), label, drawn)


def bounds_chart(bars: Sequence[Bounded], label: str) -> str:
    """A filled bar for a number that is exact or a floor; an arrow where it may be more; hatched where it is about.

    What others already contain stands apart, without a filling: it is added to nothing.
    """
    if not bars:
        return ""
    highest = rounded(max(bar.value for bar in bars))
    drawn = []
    for row, bar in enumerate(bars):
        y, end = 8 + ROW * row, LEFT + (RIGHT - LEFT) * bar.value / highest
        drawn.append(element("text", x=LEFT - 8, y=y + 14, cls="lane", text=bar.label))
        shade = "contained" if bar.apart else "maybe-bar" if bar.comparator == "~" else "floor"
        box = {"x": LEFT, "y": y, "width": max(end - LEFT, 1.0), "height": ROW - 8}
        drawn.append(element("rect", **box, cls=shade, title=bar.words))
        if bar.comparator == "~" and not bar.apart:
            drawn.append(element("rect", **box, fill="url(#hatch)"))
        if bar.comparator in (">", ">="):
            points = f"{end:.1f},{y} {end + 9:.1f},{y + (ROW - 8) / 2:.1f} {end:.1f},{y + ROW - 8}"
            drawn.append(element("polygon", points=points, cls=f"{shade} more"))
        drawn.append(element("text", x=end + 14, y=y + 14, cls="value", text=bar.words))
    return picture(WIDTH, 16 + ROW * len(bars), label, drawn)
