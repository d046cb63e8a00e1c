"""Editions: those that were frozen, one more, their files, and what changed between two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from habeas.adapters.clock import now
from habeas.web.context import language
from habeas.web.dates import dates_of
from habeas.web.page import Request, page
from habeas.web.permissions import allowed
from habeas.web.views.documents import TYPES, offered

CAUSES: Mapping[str, Any] = {
    "definition": gettext_lazy("definition"),
    "merges": gettext_lazy("joined records"),
    "late_news": gettext_lazy("late news"),
    "corrections": gettext_lazy("corrections"),
    "events": gettext_lazy("events"),
    "residual": gettext_lazy("not explained"),
}
"""Cause of a figure's move -> what it is called."""


@page("see")
def editions(request: Request) -> HttpResponse:
    """The list of editions; with two of them in the address, what changed from one to the other."""
    from habeas.desk import compare_editions
    from habeas.desk import editions as all_editions

    found = all_editions(request.ws)
    names = [e.name for e in found]
    a, b = request.GET.get("a", ""), request.GET.get("b", "")
    compared = compare_editions(request.ws, a, b) if a in names and b in names else None
    shown = {
        "title": _("Editions"),
        "editions": list(reversed(found)),
        "compared": compared,
        "moves": [(m, [(CAUSES[p.cause], p) for p in m.parts if p.change]) for m in compared.moves] if compared else [],
        "dates": dates_of(request),
        "may_freeze": allowed(request.who, "release"),
        "a": a,
        "b": b,
    }
    return render(request, "desk/editions.html", shown)


@page("release", "POST")
def freeze(request: Request) -> HttpResponse:
    """Freezes the list of a day."""
    from habeas.desk import freeze_edition

    made, since = freeze_edition(
        request.ws,
        request.POST.get("name", ""),
        as_of=dates_of(request).as_of,
        by=request.who.member,
        now=now(),
        language=offered(language()),
    )
    address = reverse("editions")
    return HttpResponseRedirect(f"{address}?a={since.a.name}&b={made.name}" if since else address)


@page("see")
def edition_file(request: Request, sha256: str) -> HttpResponse:
    """A file of an edition, by its SHA-256: only what an edition names is handed out."""
    from habeas.desk import edition_file as file_of
    from habeas.desk import editions as all_editions
    from habeas.desk.faults import NotFound

    for edition in all_editions(request.ws):
        for name, sha in {"edition.json": edition.sha256, **edition.files}.items():
            if sha == sha256:
                kind = TYPES.get(name.rsplit(".", 1)[-1], "application/json")
                headers = {"Content-Disposition": f'attachment; filename="{edition.as_of}-{name}"'}
                return HttpResponse(file_of(request.ws, edition.name, name), content_type=kind, headers=headers)
    raise NotFound(_("There is no such file."), _("Open the page of editions."))
