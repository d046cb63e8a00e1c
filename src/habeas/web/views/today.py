"""Today: what waits for a decision, what changed, and the five headline figures with their change and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from habeas.reports import say_number
from habeas.web.actions import said
from habeas.web.context import language
from habeas.web.counting import counted
from habeas.web.dates import Dates, dates_of
from habeas.web.page import Request, page

if TYPE_CHECKING:
    from habeas.desk import Workspace

HEADLINE = ("political_prisoners", "listed", "held_not_recognised", "non_custodial", "ill_treatment")
NAMED = 5
"""So many names stand under a figure that changed; the others are a number."""


@page("see")
def today(request: Request) -> HttpResponse:
    """The first page."""
    from habeas.desk.changes import changes, waiting

    ws, since = request.ws, request.here_before
    dates = dates_of(request)
    lately = changes(ws, since=since)
    return render(
        request,
        "desk/today.html",
        {
            "title": _("Today"),
            "dates": dates,
            "tiles": list(_tiles(ws, dates, since if lately else None)),
            "waiting": waiting(ws),
            "changes": [{"words": said(c.action, c.entries), "change": c} for c in lately],
            "since": since,
        },
    )


def _tiles(ws: Workspace, dates: Dates, since: str | None) -> Iterator[Mapping[str, Any]]:
    from habeas.desk.effects import change_between

    now = counted(ws, dates, *HEADLINE)
    before = counted(ws, replace(dates, known_at=since), *HEADLINE) if since and not dates.known_at else None
    changed = {c.figure: c for c in change_between(before, now)} if before else {}
    for figure in now.figures:
        change = changed.get(figure.name)
        yield {
            "figure": figure,
            "number": say_number(figure, language()),
            "change": f"{change.after - change.before:+}" if change and change.after != change.before else "",
            "why": list(_why(change)) if change else [],
        }


def _why(change: Any) -> Iterator[str]:
    if change.came:
        yield _("Counted now: %(names)s") % {"names": _names(change.came)}
    if change.left:
        yield _("No longer counted: %(names)s") % {"names": _names(change.left)}


def _names(names: tuple[str, ...]) -> str:
    more = len(names) - NAMED
    rest = ngettext("and %(n)s more", "and %(n)s more", more) % {"n": more}
    return ", ".join((*names[:NAMED], *((rest,) if more > 0 else ())))
