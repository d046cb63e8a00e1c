"""People: the list as of a day and as known at a moment, filtered, sorted, cut into pages, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from habeas.lexicon.terms import label
from habeas.register import STATUSES
from habeas.web.cells import cell
from habeas.web.context import language
from habeas.web.dates import dates_of
from habeas.web.page import Request, page

if TYPE_CHECKING:
    from habeas.desk.listing import ListedPerson, Wanted

GROUPS = ("listed", "held", "disputed")
COLUMNS: Mapping[str, str] = {
    "name": gettext_lazy("Name"),
    "names": gettext_lazy("Also written"),
    "status": gettext_lazy("Status"),
    "category": gettext_lazy("Category"),
    "articles": gettext_lazy("Articles"),
    "facts": gettext_lazy("Facts"),
    "sources": gettext_lazy("Sources"),
}
DEFAULT = ("name", "status", "category", "articles", "facts", "sources")


@page("see")
def people(request: Request) -> HttpResponse:
    """One page of the list; the rows alone when the search box asks for them."""
    from habeas.desk.listing import PAGE, choices, people_page

    asked, start = wanted(request), _whole(request.GET.get("start"))
    found = people_page(request.ws, asked, offset=start)
    after = start + PAGE
    shown = {
        "found": found,
        "rows": [(p, {c: values(p, c) for c in columns(request)}) for p in found.people],
        "columns": [(c, COLUMNS[c]) for c in columns(request)],
        "asked": asked,
        "first": start + 1,
        "last": start + len(found.people),
        "after": after if after < found.total else None,
        "before": max(0, start - PAGE) if start else None,
    }
    if "HX-Request" in request.headers:
        return render(request, "desk/people-rows.html", shown)
    more = {
        "title": _("People"),
        "choices": choices(request.ws),
        "statuses": STATUSES,
        "groups": GROUPS,
        "all_columns": [(c, title, c in columns(request)) for c, title in COLUMNS.items()],
    }
    return render(request, "desk/people.html", {**shown, **more})


@page("see")
def people_csv(request: Request) -> HttpResponse:
    """Exactly what the list shows: its filters, order and columns, of every page."""
    from habeas.desk.listing import people_page

    asked, chosen = wanted(request), columns(request)
    found = people_page(request.ws, asked, limit=None)
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(["id", *chosen])
    write.writerows([p.id, *(cell("; ".join(values(p, c))) for c in chosen)] for p in found.people)
    name = f"people-{asked.as_of}{'-known-' + asked.known_at[:10] if asked.known_at else ''}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


def wanted(request: Request) -> Wanted:
    """What the address asks for."""
    from habeas.desk.listing import Wanted

    dates, asked = dates_of(request), request.GET
    said = {name: asked.get(name, "").strip() for name in ("name", "status", "article", "category", "place", "region")}
    return Wanted(dates.as_of, dates.known_at, **said, list_name=dates.list, sort=asked.get("sort") or "name")


def columns(request: Request) -> list[str]:
    """The columns that the address asks for, in their own order."""
    chosen = request.GET.getlist("column") or DEFAULT
    return [c for c in COLUMNS if c in chosen or c == "name"]


def values(person: ListedPerson, column: str) -> tuple[str, ...]:
    """What stands in a column."""
    return tuple(_values(person, column))


def _values(person: ListedPerson, column: str) -> Iterator[str]:
    match column:
        case "name":
            yield person.name
        case "names":
            yield from person.names
        case "status":
            yield from (label(f"liberty.{s}", language()) for s in person.states)
        case "category":
            yield from person.categories
        case "articles":
            yield from person.articles
        case "facts":
            yield str(person.facts)
        case "sources":
            yield str(person.sources)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0
