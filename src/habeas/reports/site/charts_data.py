"""The four charts of the public site, as numbers: who was held over time, arrests, sentences by article, assemblies.

Only what the public view shows is drawn. A chart without a point is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from habeas.figures import ARRESTS, arrivals
from habeas.lexicon.count import Count
from habeas.lexicon.when import When
from habeas.register import HELD, Register, stretches, visible
from habeas.reports.site.view import Chart, Point, Shown, Statement

MONTHS = 48
"""How far back the charts over time go."""


def charts(
    register: Register, shown: Sequence[Shown], events: Sequence[Statement], people: Iterable[str], as_of: date
) -> tuple[Chart, ...]:
    """The charts of what is shown. `people` are the persons, by their ids in the register, of whom something is."""
    made = (_held(register, people, as_of), _arrests(shown, as_of), _sentences(shown), _assemblies(events))
    return tuple(chart for chart in made if chart.points)


def month_ends(last: date, months: int) -> Iterator[date]:
    """The last days of so many months before the one of `last`, and `last` itself, in order."""
    ends = [last]
    while len(ends) <= months and (ends[-1].year, ends[-1].month) > (1, 1):
        ends.append(ends[-1].replace(day=1) - timedelta(days=1))
    return reversed(ends)


def _held(register: Register, people: Iterable[str], as_of: date) -> Chart:
    """People of the site who were behind walls at the end of each month, whether or not a list held them by then.

    Lists begin on a day: counting only whom they held would draw their beginning as a wave of arrests.
    """
    spells = [spell for person in people for spell in _spells(register, person)]
    points = []
    for day in month_ends(as_of, MONTHS):
        on = [certain for start, end, certain in spells if start <= day and (end is None or day < end)]
        points.append(Point(day.isoformat(), "", sum(on), sum(on), len(on)))
    first = next((n for n, p in enumerate(points) if p.high), len(points))
    return Chart("held", "line", "persons", tuple(points[max(first - 1, 0) :]))


def _spells(register: Register, person: str) -> Iterator[tuple[date, date | None, bool]]:
    """(start, first day after, certainly held) of the stretches on which a person may be held, as far as public."""
    for stretch in stretches(register, person):
        facts = (register.facts[f] for state in stretch.states for f in state.because)
        inside = [state.status in HELD for state in stretch.states]
        if any(inside) and all(visible(f.kind, None, f.level, "public") for f in facts):
            yield stretch.start, stretch.end, all(inside)


def _arrests(people: Sequence[Shown], as_of: date) -> Chart:
    """People by the month of each arrest. Months that may still grow are marked open."""
    custody = _of_people(people, "custody")
    told = ((p, _when(s), _released_on(s)) for p, s in custody if s.fields.get("form") in ARRESTS)
    found = arrivals(told, as_of)
    shown = found.months[-MONTHS - 1 :]
    points = tuple(Point(m.month, "", m.arrests, m.arrests, m.arrests, m.growing) for m in shown)
    return Chart("arrests", "bars", "persons", points, found.delay or 0)


def _released_on(statement: Statement) -> date | None:
    return date.fromisoformat(statement.released) if statement.released else None


def _sentences(people: Sequence[Shown]) -> Chart:
    """People with a sentence, under each article with which they are charged."""
    sentenced = {p for p, s in _of_people(people, "sentence") if s.modality == "happened"}
    found: dict[str, set[str]] = defaultdict(set)
    for person, statement in _of_people(people, "charge"):
        article = str(statement.fields.get("article") or "")
        if person in sentenced and article:
            code = str(statement.fields.get("code") or "")
            found[f"{code} {article}".strip()].add(person)
    ranked = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:20]
    points = tuple(Point(None, article, len(who), len(who), len(who)) for article, who in ranked)
    return Chart("sentences", "bars", "persons", points)


def _assemblies(events: Sequence[Statement]) -> Chart:
    points = [p for s in events if s.kind == "assembly" and (p := _crowd(s))]
    return Chart("assemblies", "bars", "detentions", tuple(points))


def _crowd(statement: Statement) -> Point | None:
    detained = statement.fields.get("detained")
    if not detained or statement.modality != "happened":
        return None
    count = Count.from_json(detained)
    low, high = count.bounds()
    place = str(statement.fields.get("place") or ("" if statement.when else "–"))
    return Point(statement.when, place, count.value, low, count.value if high is None else high, high is None)


def _of_people(people: Iterable[Shown], kind: str) -> Iterator[tuple[str, Statement]]:
    return ((p.id, s) for p in people for s in p.statements if s.kind == kind and s.modality != "denied")


def _when(statement: Statement) -> When | None:
    return When.parse(statement.when) if statement.when else None


def _month(day: date) -> str:
    return day.isoformat()[:7]
