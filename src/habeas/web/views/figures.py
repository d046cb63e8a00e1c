"""Figures: each with its rule in words and both dates, whom it counts, and the charts with the numbers beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from habeas.reports import say_number
from habeas.reports.figure_words import say_title
from habeas.web.cells import cell
from habeas.web.context import language
from habeas.web.counting import counted
from habeas.web.dates import Dates, dates_of
from habeas.web.drawn import CHARTS, FILES, TITLES, drawn
from habeas.web.page import Request, page
from habeas.web.refusals import not_found

if TYPE_CHECKING:
    from habeas.desk import FiguresPage
    from habeas.figures import Breakdown

DIVISIONS: Mapping[str, object] = {
    "sex": gettext_lazy("by sex"),
    "age": gettext_lazy("by age"),
    "region": gettext_lazy("by region"),
    "occupation": gettext_lazy("by occupation"),
    "article": gettext_lazy("by article"),
}
"""How a figure may be divided, in words."""


@page("see")
def figures(request: Request) -> HttpResponse:
    """All figures of the day. The charts come one by one behind them: each looks at everybody."""
    dates = dates_of(request)
    found = counted(request.ws, dates)
    return render(
        request,
        "desk/figures.html",
        {
            "title": _("Figures"),
            "dates": dates,
            "known_at": found.known_at,
            "figures": [(f, say_number(f, language())) for f in found.figures],
            "lists": found.figures[0].lists if found.figures else (),
            "charts": () if dates.known_at else TITLES.items(),
        },
    )


@page("see")
def chart(request: Request, series: str) -> HttpResponse:
    """One chart: as a part of the page of figures, or alone."""
    if series not in CHARTS:
        return not_found(request)
    dates = dates_of(request)
    shown = {"title": TITLES[series], "dates": dates, "c": drawn(request.ws, dates, series)}
    return render(request, "desk/chart.html" if "HX-Request" in request.headers else "desk/chart-page.html", shown)


@page("see")
def figure(request: Request, name: str) -> HttpResponse:
    """One figure: its rule, and every person or fact that it counts, cannot tell, or holds in dispute; with `by`,
    divided.
    """
    dates, by = dates_of(request), request.GET.get("by", "")
    found = counted(request.ws, dates, name)
    one = found.figures[0]
    parts = _parts(request, found, dates) if by else None
    part = request.GET.get("part") if parts else None
    chosen = next((line.people for line in parts.lines if line.word == part), ()) if parts else ()
    groups = (("counted", chosen or one.counted), ("unknown", one.unknown), ("disputed", one.disputed))
    return render(
        request,
        "desk/figure.html",
        {
            "title": say_title(one, language()),
            "dates": dates,
            "known_at": found.known_at,
            "figure": one,
            "number": say_number(one, language()),
            "by": by,
            "divisions": DIVISIONS.items() if _people(found) else (),
            "parts": parts,
            "part": part,
            "nameless": [(_named(ids, found.names), word) for ids, word in _apart(parts)],
            "groups": [(word, _named(ids, found.names)) for word, ids in groups],
        },
    )


@page("see")
def figure_csv(request: Request, name: str) -> HttpResponse:
    """The parts of a figure as a file: a line a part, with how many and who."""
    dates, by = dates_of(request), request.GET.get("by", "")
    parts = _parts(request, counted(request.ws, dates, name), dates)
    lines = [(line.word, line.people) for line in parts.lines] + [("(unknown)", parts.unknown), ("(open)", parts.open)]
    rows = [(word, len(ids), "; ".join(ids)) for word, ids in lines]
    return _csv(f"{name}-by-{by}-{dates.as_of}", (by, "people", "ids"), rows)


@page("see")
def series_csv(request: Request, series: str) -> HttpResponse:
    """The numbers of a chart."""
    draw = FILES.get(series)
    if draw is None:
        return not_found(request)
    dates = dates_of(request)
    return _csv(f"{series}-{dates.as_of}", *draw(request.ws, dates).rows)


def _csv(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(head)
    write.writerows([cell(str(value)) for value in row] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


def _people(found: FiguresPage) -> list[str]:
    """Those whom the first figure counts, as far as it counts people."""
    return [i for i in found.figures[0].counted if i in found.names]


def _parts(request: Request, found: FiguresPage, dates: Dates) -> Breakdown:
    """The first figure divided as the address asks. Raises `NoSuchDivision`."""
    from habeas.desk.breakdowns import breakdown

    by = request.GET.get("by", "")
    return breakdown(request.ws, _people(found), by, as_of=dates.as_of, known_at=dates.known_at)


def _apart(parts: Breakdown | None) -> list[tuple[Sequence[str], str]]:
    """People whom a division puts nowhere, with why."""
    if parts is None:
        return []
    found = [(parts.unknown, _("Nothing is said")), (parts.open, _("The date leaves two groups"))]
    return [(ids, word) for ids, word in found if ids]


def _named(ids: Iterable[str], names: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Name, id, and whether it is a person, by name."""
    return sorted((names.get(i, i), i, i in names) for i in ids)
