"""Figures: each with its rule in words and both dates, whom it counts, and the charts with the numbers beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from habeas.lexicon.wording import say_count, say_when
from habeas.reports import say_number
from habeas.web.cells import cell
from habeas.web.charts.bars import Bar, Bounded, bar_chart, bounds_chart
from habeas.web.charts.held import held_chart
from habeas.web.context import language
from habeas.web.counting import counted
from habeas.web.dates import Dates, dates_of
from habeas.web.page import Request, page

if TYPE_CHECKING:
    from habeas.desk.series import Wave

SERIES = ("held", "articles", "assemblies")
ARTICLES = 15
"""The chart shows so many articles; the file holds all."""


@page("see")
def figures(request: Request) -> HttpResponse:
    """All figures of the day, and the charts."""
    dates = dates_of(request)
    found = counted(request.ws, dates)
    return render(
        request,
        "desk/figures.html",
        {
            "title": _("Figures"),
            "dates": dates,
            "known_at": found.known_at,
            "figures": [(f, say_number(f)) for f in found.figures],
            "lists": found.figures[0].lists if found.figures else (),
            "charts": charts(request, dates) if not dates.known_at else (),
        },
    )


@page("see")
def figure(request: Request, name: str) -> HttpResponse:
    """One figure: its rule, and every person or fact that it counts, cannot tell, or holds in dispute."""
    dates = dates_of(request)
    found = counted(request.ws, dates, name)
    one = found.figures[0]
    groups = (("counted", one.counted), ("unknown", one.unknown), ("disputed", one.disputed))
    return render(
        request,
        "desk/figure.html",
        {
            "title": one.title,
            "dates": dates,
            "known_at": found.known_at,
            "figure": one,
            "number": say_number(one),
            "groups": [(word, _named(ids, found.names)) for word, ids in groups],
        },
    )


@page("see")
def series_csv(request: Request, series: str) -> HttpResponse:
    """The numbers of a chart."""
    dates = dates_of(request)
    head, rows = _rows(request, dates, series)
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(head)
    write.writerows([cell(str(value)) for value in row] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{series}-{dates.as_of}.csv"'}
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


def charts(request: Request, dates: Dates) -> list[dict[str, str]]:
    """Title, rule in words and picture of each chart that has something to show."""
    from habeas.desk.series import held_over_time, sentences_by_article, waves

    held = held_over_time(request.ws, as_of=dates.as_of, list_name=dates.list)
    articles = sentences_by_article(request.ws, as_of=dates.as_of)[:ARTICLES]
    assemblies = waves(request.ws, as_of=dates.as_of)
    made = [
        _chart("held", _("People held over time"), _(
            "Of the people whom the list holds on the date: how many were held at the end of each month. Hatched: "
            "dates or disputes leave it open."
        ), held_chart(held, _("People held over time"), (_("held"), _("perhaps")))),
        _chart("articles", _("Sentences by article"), _(
            "People with a sentence, under each article they are charged with; somebody charged under several stands "
            "under each."
        ), bar_chart([
            Bar(_("Article %(a)s") % {"a": b.article},
                ((b.prison, "prison", _("prison")), (b.other, "other", _("another penalty"))))
            for b in articles
        ], _("Sentences by article"))),
        _chart("assemblies", _("Detained at assemblies"), _(
            "Each assembly as its source counts it. An arrow: the source says at least so many. Hatched: about. "
            "Outlined: contained in others, and added to nothing."
        ), bounds_chart(_bounded(assemblies), _("Detained at assemblies"))),
    ]  # fmt: skip
    return [c for c in made if c["picture"]]


def _named(ids: Iterable[str], names: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Name, id, and whether it is a person, by name."""
    return sorted((names.get(i, i), i, i in names) for i in ids)


def _chart(name: str, title: str, rule: str, picture: str) -> dict[str, str]:
    return {"name": name, "title": title, "rule": rule, "picture": picture}


def _bounded(found: Iterable[Wave]) -> list[Bounded]:
    lang = language()
    return [
        Bounded(
            (say_when(w.when, language=lang) if w.when else _("undated")) + (f", {w.place}" if w.place else ""),
            float(w.value), w.comparator,
            say_count({"value": w.value, "comparator": w.comparator}, language=lang), not w.summed,
        )
        for w in found
    ]  # fmt: skip


def _bounds(wave: Wave) -> tuple[object, object]:
    return wave.low, "" if wave.high is None else wave.high


def _rows(request: Request, dates: Dates, series: str) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
    from habeas.desk.series import held_over_time, sentences_by_article, waves

    match series:
        case "held":
            held = held_over_time(request.ws, as_of=dates.as_of, list_name=dates.list)
            return ("day", "held", "open"), ((h.day, h.certain, h.open) for h in held)
        case "articles":
            articles = sentences_by_article(request.ws, as_of=dates.as_of)
            return ("article", "prison", "other"), ((a.article, a.prison, a.other) for a in articles)
        case _:
            found = waves(request.ws, as_of=dates.as_of)
            head = ("fact", "when", "place", "value", "comparator", "low", "high", "added")
            return head, (
                (w.fact, w.when or "", w.place, w.value, w.comparator, *_bounds(w), w.summed) for w in found
            )
