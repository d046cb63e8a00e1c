"""Review: the source's text with its passages marked, the proposals beside it, and a decision for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.evidence import Document
from habeas.lexicon import KINDS
from habeas.web.page import Request, page
from habeas.web.reader import Part, part_at, parts, stretches
from habeas.web.views.source import chosen_part

if TYPE_CHECKING:
    from habeas.desk.results import ProposalRow

ORDERS = ("text", "surest", "doubtful")
STATES = ("open", "accepted", "rejected", "corrected", "all")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address leaves of the proposals."""

    kind: str
    person: str
    status: str
    surer: float | None
    order: str


@page("decide")
def review(request: Request) -> HttpResponse:
    """Leads to the source of which most waits, or to the list of sources when nothing does."""
    from habeas.desk.changes import waiting

    open_now = waiting(request.ws)
    if not open_now:
        return render(request, "desk/nothing.html", {"title": _("Review")})
    address = reverse("review-source", args=[open_now[0][0]])
    return HttpResponseRedirect(f"{address}?{request.GET.urlencode()}" if request.GET else address)


@page("decide")
def review_source(request: Request, sha256: str) -> HttpResponse:
    """One part of one source; when the address names none, the first one in which something (of the kind) waits."""
    from habeas.desk import document
    from habeas.desk.marks import first_open, marks, named_in, source_row

    ws = request.ws
    text = document(ws, sha256)
    cut, named = parts(text.text), named_in(ws, text.sha256)
    if request.GET.get("part") or request.GET.get("at"):
        part = chosen_part(request, cut)
    else:
        part = part_at(cut, first_open(ws, text.sha256, kind=filters(request).kind))
    return render(
        request,
        "desk/review.html",
        {
            "title": _("Review"),
            "source": source_row(ws, text.sha256, persons=len(named)),
            "part": part,
            "parts": cut,
            "stretches": stretches(text.text, marks(ws, text.sha256, start=part.start, end=part.end), part),
            "proposals": shown(request, text, part),
            "named": named,
            "filters": filters(request),
            "kinds": list(KINDS),
            "states": STATES,
        },
    )


@page("decide")
def similar(request: Request, sha256: str) -> HttpResponse:
    """People of the register who may be those of a part: a fragment that the page asks for."""
    from habeas.desk import document
    from habeas.desk.similar import similar_people

    text = document(request.ws, sha256)
    part = chosen_part(request, parts(text.text))
    records = {r for p in shown(request, text, part) for r in p.persons}
    found = similar_people(request.ws, text.sha256, records=records)
    back = request.headers.get("HX-Current-URL", "")
    return render(request, "desk/similar.html", {"similar": found, "back": urlsplit(back).path})


def filters(request: Request) -> Filters:
    """The filters in the address."""
    asked = request.GET
    status = asked.get("status", "open")
    surer = asked.get("surer", "")
    return Filters(
        kind=asked.get("kind", "") if asked.get("kind") in KINDS else "",
        person=asked.get("person", ""),
        status=status if status in STATES else "open",
        surer=float(surer) if surer.replace(".", "", 1).isdecimal() else None,
        order=order if (order := asked.get("order", "")) in ORDERS else "text",
    )


def shown(request: Request, text: Document, part: Part) -> tuple[ProposalRow, ...]:
    """The proposals of a part that the filters leave."""
    from habeas.desk import Selection
    from habeas.desk.marks import proposals_in

    asked = filters(request)
    chosen = Selection(kind=asked.kind or None, person=asked.person or None, min_confidence=asked.surer)
    status = None if asked.status == "all" else asked.status
    return proposals_in(request.ws, text, chosen, start=part.start, end=part.end, status=status, order=asked.order)
