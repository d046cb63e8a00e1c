"""One person's years: liberty as a band, and each dated fact in its lane, an uncertain date as the days it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.lexicon.when import When
from habeas.web.charts.scale import Days
from habeas.web.charts.svg import element, picture

WIDTH, LEFT, RIGHT, LANE, BAND = 980, 150, 965, 26, 30
LANES: Mapping[str, tuple[str, ...]] = {
    "charges": ("charge", "proceeding", "hearing", "coercive_step"),
    "custody": ("custody", "release", "enforcement", "disappearance"),
    "sentences": ("sentence", "restriction"),
    "violations": ("ill_treatment", "health", "death"),
    "decisions": ("finding", "compliance", "recognition", "listing", "protection", "intervention"),
}
"""Lane -> the kinds of facts that stand in it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact as the picture needs it: its kind, its date, and itself in words."""

    id: str
    kind: str
    when: str
    words: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of one status."""

    status: str
    words: str
    start: date
    until: date
    certain: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the picture in the language of the page."""

    label: str
    liberty: str
    lanes: Mapping[str, str]


def timeline(facts: Sequence[Dated], bands: Sequence[Band], as_of: date, words: Wording) -> str:
    """The picture; empty when nothing has a date."""
    spans = [(f, span) for f in facts if (span := _span(f.when))]
    starts = [s for _, (s, _e) in spans] + [b.start for b in bands if b.start > date.min]
    if not starts:
        return ""
    ends = [e for _, (_s, e) in spans] + [as_of]
    first = min(starts)
    last = max(ends).year
    days = Days(date(min(first.year, last - 2), 1, 1), date(last, 12, 31), LEFT, RIGHT)
    lanes = [lane for lane, kinds in LANES.items() if any(f.kind in kinds for f, _ in spans)]
    bottom = 16 + BAND + LANE * len(lanes) + 6
    parts = [*days.axis(10, bottom), *_bands(bands, days, words.liberty)]
    for row, lane in enumerate(lanes):
        y = 16 + BAND + LANE * row + LANE / 2
        parts.append(element("text", x=LEFT - 10, y=y + 4, cls="lane", text=words.lanes[lane]))
        parts.append(element("line", x1=LEFT, x2=RIGHT, y1=y, y2=y, cls="grid"))
        parts += [_fact(f, span, days, y) for f, span in spans if f.kind in LANES[lane]]
    x = days.at(as_of)
    parts.append(element("line", x1=x, x2=x, y1=6, y2=bottom, cls="as-of", title=as_of.isoformat()))
    return picture(WIDTH, int(bottom) + 22, words.label, parts, links=True)


def _span(text: str) -> tuple[date, date] | None:
    """The days between which a date lies; an open end is one day."""
    when = When.parse(text)
    earliest, latest = when.earliest or when.latest, when.latest or when.earliest
    return (earliest, latest) if earliest and latest else None


def _bands(bands: Iterable[Band], days: Days, word: str) -> Iterator[str]:
    yield element("text", x=LEFT - 10, y=32, cls="lane", text=word)
    for band in bands:
        x, end = days.at(band.start), days.at(min(band.until, days.last + timedelta(days=1)))
        if end - x < 0.5:
            continue
        shade = f"band s-{band.status}" if band.certain else f"band open s-{band.status}"
        title = f"{band.words}: {_said(band.start)} – {_said(band.until)}{'' if band.certain else ' ?'}"
        yield element("rect", x=x, y=17, width=end - x, height=BAND - 8, cls=shade, title=title)
        if not band.certain:
            yield element("rect", x=x, y=17, width=end - x, height=BAND - 8, fill="url(#hatch)", cls="over")
        if end - x > 7 * len(band.words):
            yield element("text", x=x + 5, y=32, cls="in-band", text=band.words)


def _said(day: date) -> str:
    return "…" if day in (date.min, date.max) else day.isoformat()


def _fact(fact: Dated, span: tuple[date, date], days: Days, y: float) -> str:
    """A dot for a day; for more days a hatched bar from the first to the last that it may have been."""
    start, end = days.at(span[0]), days.at(span[1])
    sure = "" if fact.sure else " unsure"
    if span[0] == span[1] and fact.when[-1:] not in "~?%":
        mark = element("circle", cx=start, cy=y, r=5, cls=f"dot k-{fact.kind}{sure}", title=fact.words)
    else:
        wide = max(end - start, 8.0)
        ground = element("rect", x=start, y=y - 5, width=wide, height=10, rx=5, cls=f"maybe k-{fact.kind}{sure}")
        over = element("rect", x=start, y=y - 5, width=wide, height=10, rx=5, fill="url(#hatch)", title=fact.words)
        mark = ground + over
    return element("a", mark, href=f"#{fact.id}", aria_label=fact.words)
