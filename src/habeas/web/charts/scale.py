"""Days and numbers along an axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from habeas.web.charts.svg import element


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last` along the width from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day stands; days outside stand at the ends."""
        whole = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / whole, 0.0), 1.0)
        return self.left + share * (self.right - self.left)

    def years(self) -> Iterator[int]:
        """The years that are marked: all, or every second, fifth, tenth when there are many."""
        span = self.last.year - self.first.year + 1
        by = next(b for b in (1, 2, 5, 10, 20, 50, 1000) if span / b <= 14)
        return (y for y in range(self.first.year, self.last.year + 1) if y % by == 0)

    def axis(self, top: float, bottom: float) -> Iterator[str]:
        """A line and a number at the beginning of each marked year."""
        for year in self.years():
            if date(year, 1, 1) < self.first:
                continue
            x = self.at(date(year, 1, 1))
            yield element("line", x1=x, x2=x, y1=top, y2=bottom, cls="grid")
            yield element("text", x=x, y=bottom + 14, cls="tick", text=str(year))


def rounded(highest: float) -> int:
    """The number at the top of an axis: 1, 2 or 5 times a power of ten, or a bit less."""
    step = 1
    while True:
        for factor in (1, 2, 4, 5, 8):
            if step * factor >= highest:
                return max(step * factor, 1)
        step *= 10


def lines(top: float, bottom: float, left: float, right: float, highest: int) -> Iterator[str]:
    """Numbers beside an upright axis, with a line across for each."""
    parts = 4 if highest % 4 == 0 else 5 if highest % 5 == 0 else 2 if highest % 2 == 0 else 1
    for n in range(parts + 1):
        y = bottom - (bottom - top) * n / parts
        yield element("line", x1=left, x2=right, y1=y, y2=y, cls="grid")
        yield element("text", x=left - 6, y=y + 4, cls="tick end", text=f"{highest * n // parts:,}")
