"""A column a month; months that may still grow are hatched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from habeas.web.charts.scale import lines, rounded
from habeas.web.charts.svg import element, picture

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 900, 260, 50, 885, 14, 222


class InMonth(Protocol):
    """A month's number."""

    @property
    def month(self) -> str:
        """`2019-05`."""

    @property
    def arrests(self) -> int:
        """How many."""

    @property
    def growing(self) -> bool:
        """Whether it may still grow."""


def month_chart(months: Sequence[InMonth], label: str, word: str) -> str:
    """The picture; empty without months. `word` is said of a month that may still grow."""
    if not months:
        return ""
    highest = rounded(max(m.arrests for m in months))
    step = (RIGHT - LEFT) / len(months)
    wide = max(min(step - 1.5, 28.0), 1.0)
    parts = list(lines(TOP, BOTTOM, LEFT, RIGHT, highest))
    every = max(1, -(-len({m.month[:4] for m in months}) // 14))
    for place, one in enumerate(months):
        x, tall = LEFT + step * place + (step - wide) / 2, (BOTTOM - TOP) * one.arrests / highest
        if (one.month.endswith("-01") and int(one.month[:4]) % every == 0) or place == 0:
            parts.append(element("text", x=x + wide / 2, y=BOTTOM + 16, cls="tick", text=one.month[:4]))
        if not one.arrests:
            continue
        box = {"x": x, "y": BOTTOM - tall, "width": wide, "height": tall}
        said = f"{one.month}: {one.arrests}" + (f" ({word})" if one.growing else "")
        parts.append(element("rect", **box, cls="maybe-bar" if one.growing else "prison", title=said))
        if one.growing:
            parts.append(element("rect", **box, fill="url(#hatch)", title=said))
    return picture(WIDTH, HEIGHT, label, parts)
