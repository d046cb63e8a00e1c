"""Officials by degree of involvement, and international decisions remedy by remedy."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from habeas.web.dates import dates_of
from habeas.web.drawn import decisions
from habeas.web.page import Request, page


@page("see")
def officials(request: Request) -> HttpResponse:
    """A table of officials, each with posts, acts and people."""
    from habeas.desk import officials_page

    found = officials_page(request.ws, known_at=dates_of(request).known_at)
    return render(request, "desk/officials.html", {"title": _("Officials"), "officials": found})


@page("see")
def compliance(request: Request) -> HttpResponse:
    """Each decision with its remedies, and the share that was met, as bounds."""
    from habeas.desk import compliance_page

    dates = dates_of(request)
    found, held = compliance_page(request.ws, as_of=dates.as_of, known_at=dates.known_at)
    rows = [(d, [(p, held.people[p].name) for p in d.people if p in held.people]) for d in found.decisions]
    shown = {
        "title": _("Decisions and compliance"),
        "found": found,
        "rows": rows,
        "met": found.count("met"),
        "low": round((found.low or 0) * 100),
        "high": round((found.high or 0) * 100),
        "dates": dates,
        "chart": decisions(request.ws, dates),
    }
    return render(request, "desk/compliance.html", shown)
