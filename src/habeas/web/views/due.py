"""Due: what falls due in the days ahead, what has passed and is open, what is counted; and the same as a calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from habeas.adapters.clock import now
from habeas.web.dates import dates_of
from habeas.web.page import Request, page

if TYPE_CHECKING:
    from habeas.desk import DuePage
    from habeas.watch import Item

DAYS = 90
"""How far ahead the page looks."""
SHORT = 6
"""Items that the first page shows."""
SHOWN = 200
KINDS: Mapping[str, Any] = {
    "sentence_end": gettext_lazy("End of a term"),
    "pretrial_days": gettext_lazy("Days in custody before trial"),
    "hearing": gettext_lazy("Hearing"),
    "deadline": gettext_lazy("Deadline of a body"),
    "mandate_end": gettext_lazy("End of a mandate"),
    "unconfirmed": gettext_lazy("Not confirmed lately"),
    "listed_after_sentence": gettext_lazy("On a list of the State after the sentence"),
}


@page("see")
def due_page(request: Request) -> HttpResponse:
    """All of it in groups; asked for by the first page, the few that come first."""
    found = _due(request)
    if "HX-Request" in request.headers:
        running = [i for i in found.items if i.days is None and (i.earliest or i.latest)]
        return render(request, "desk/due-short.html", {"rows": _rows(running[:SHORT], found), "total": len(running)})
    shown = {"title": _("Due"), "groups": _groups(found), "on": found.on, "until": found.until}
    return render(request, "desk/due.html", shown)


@page("see")
def due_ics(request: Request) -> HttpResponse:
    """The same as a calendar file."""
    from habeas.desk import due_calendar

    text = due_calendar(request.ws, _due(request), stamp=now())
    headers = {"Content-Disposition": 'attachment; filename="due.ics"'}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


def _due(request: Request) -> DuePage:
    from habeas.desk import due

    on = dates_of(request).as_of
    return due(request.ws, on=on, until=on + timedelta(days=DAYS))


def _groups(found: DuePage) -> list[Mapping[str, Any]]:
    running = [i for i in found.items if i.days is None]
    parts = {
        _("Passed and open"): [i for i in running if i.passed(found.on)],
        _("In the next days"): [i for i in running if not i.passed(found.on) and (i.earliest or i.latest)],
        _("Day not known"): [i for i in running if not (i.earliest or i.latest)],
        _("Counted"): [i for i in found.items if i.days is not None],
    }
    return [{"name": n, "rows": _rows(i[:SHOWN], found), "total": len(i)} for n, i in parts.items() if i]


def _rows(items: Sequence[Item], found: DuePage) -> list[Mapping[str, Any]]:
    return [
        {
            "kind": KINDS.get(i.kind, i.kind),
            "person": i.person,
            "name": found.names.get(i.person or "", ""),
            "what": i.what,
            "when": _when(i),
            "passed": i.passed(found.on),
            "rule": i.rule,
            "source": i.source,
            "note": i.note,
        }
        for i in items
    ]


def _when(item: Item) -> str:
    if item.days is not None:
        least, most = item.days
        return f"{least}" if least == most else f"{least}–{most if most is not None else '…'}"
    return item.between
