"""A chart as SVG: no script, no font, no reference; its numbers stand in a table and a CSV beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from habeas.lexicon.direction import isolated
from habeas.lexicon.wording import say_digits
from habeas.reports.site.speech import title
from habeas.reports.site.view import Chart, Point

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 720, 260, 46, 44, 14
INK, BLUE, BAND = "#1c2430", "#1f4e79", "#c9dcef"


def draw(chart: Chart, language: str = "en") -> str:
    """The chart as one `<svg>` element that a screen reader can name, in a language."""
    top = _ceiling(max((p.high for p in chart.points), default=0))
    marks = _line(chart.points, top, language) if chart.form == "line" else _bars(chart, top, language)
    parts = [*_grid(top, language), *marks, *_labels(chart.points)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'lang="{language}" aria-labelledby="t-{chart.name}" font-family="sans-serif" font-size="11" fill="{INK}">'
        f'<title id="t-{chart.name}">{escape(title(chart, language))}</title>'
        f'<defs><pattern id="h-{chart.name}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="{BAND}"/><path d="M0 6L6 0" stroke="{BLUE}"/></pattern></defs>'
    )
    return head + "".join(parts) + "</svg>"


def _ceiling(most: int | float) -> int:
    """The next round number: 1, 2 or 5 times a power of ten."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if most <= factor * step:
                return factor * step
        step *= 10


def _x(place: int, of: int) -> float:
    return LEFT + (WIDTH - LEFT - 10) * (place + 0.5) / max(of, 1)


def _y(value: int | float, top: int) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)


def _grid(top: int, language: str) -> Iterator[str]:
    for value in sorted({0, top // 2, top}):
        y = _y(value, top)
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - 10}" stroke="#d9dee6"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{say_digits(value, language)}</text>'


def _line(points: Sequence[Point], top: int, language: str) -> Iterator[str]:
    of = len(points)
    upper = [f"{_x(n, of):.1f} {_y(p.high, top):.1f}" for n, p in enumerate(points)]
    lower = [f"{_x(n, of):.1f} {_y(p.low, top):.1f}" for n, p in enumerate(points)]
    yield f'<path d="M{"L".join(upper)}L{"L".join(reversed(lower))}Z" fill="{BAND}" stroke="none"/>'
    yield f'<path d="M{"L".join(lower)}" fill="none" stroke="{BLUE}" stroke-width="2"/>'
    for n, point in enumerate(points):
        x, y = _x(n, of), _y(point.value, top)
        said = f"<title>{_said(point, language)}</title>"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{BLUE}">{said}</circle>'


def _bars(chart: Chart, top: int, language: str) -> Iterator[str]:
    of = len(chart.points)
    wide = max(min((WIDTH - LEFT - 10) / of * 0.7, 40), 2)
    for n, point in enumerate(chart.points):
        x, y = _x(n, of), _y(point.value, top)
        fill = f"url(#h-{chart.name})" if point.open and chart.name == "arrests" else BLUE
        yield (
            f'<rect x="{x - wide / 2:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{_y(0, top) - y:.1f}" '
            f'fill="{fill}" stroke="{BLUE}"><title>{_said(point, language)}</title></rect>'
        )
        if point.low != point.high or (point.open and chart.name != "arrests"):
            end = TOP if point.open else _y(point.high, top)
            yield f'<path d="M{x:.1f} {_y(point.low, top):.1f}V{end:.1f}" stroke="{INK}" stroke-width="1.5"/>'


def _labels(points: Sequence[Point]) -> Iterator[str]:
    """As many labels as have room; the table beside the chart has them all."""
    step = max(len(points) // 8, 1)
    for n, point in enumerate(points):
        if n % step == 0:
            short = point.label if len(point.label) <= 16 else point.label[:15] + "…"
            x = _x(n, len(points))
            anchor = "end" if x > WIDTH - 40 else "middle"
            said = escape(isolated(short))
            yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="{anchor}">{said}</text>'


def _said(point: Point, language: str) -> str:
    value, low, high = (say_digits(number, language) for number in (point.value, point.low, point.high))
    bounds = f" ({low}–{high})" if low != high else ""
    return escape(f"{isolated(point.name(language))}: {value}{bounds}")
