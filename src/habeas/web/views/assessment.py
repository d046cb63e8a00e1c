"""Assessment: a person by a definition, criterion by criterion; one member answers, another seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.adapters.clock import now
from habeas.web.context import language
from habeas.web.dates import dates_of
from habeas.web.page import Request, page
from habeas.web.permissions import allowed

if TYPE_CHECKING:
    from habeas.desk.assessments import Standing

FIRST = "pace-1900"


@page("see")
def assessment(request: Request, who: str) -> HttpResponse:
    """Each criterion: what bears it, what weakens it, what is missing, the answer and who seconded it."""
    from habeas.desk import assessment as stand
    from habeas.law import definitions

    dates = dates_of(request)
    found = stand(request.ws, who, name=request.GET.get("by") or FIRST, on=dates.as_of, known_at=dates.known_at)
    shown = {
        "title": _("Assessment"),
        "found": found,
        "definitions": [(d.id, _said(d.name)) for d in definitions().values()],
        "name": _said(found.definition.name),
        "outcome": _said(found.definition.outcome),
        "rows": [_row(s, request.who.member) for s in found.criteria],
        "dates": dates,
        "may_decide": allowed(request.who, "decide"),
        "others": dates.known_at,
    }
    return render(request, "desk/assessment.html", shown)


@page("decide", "POST")
def assess(request: Request, who: str) -> HttpResponse:
    """One answer."""
    from habeas.desk import assess as decide

    asked = request.POST
    name = asked.get("by", FIRST)
    decide(
        request.ws, who, name=name, criterion=asked.get("criterion", ""), answer=asked.get("answer", ""),
        why=asked.get("why", ""), facts=asked.getlist("for"), against=asked.getlist("against"), by=request.who.member,
        now=now(),
    )  # fmt: skip
    return _back(request, who, name, asked.get("criterion", ""))


@page("decide", "POST")
def second(request: Request, who: str) -> HttpResponse:
    """Another member's word on an answer."""
    from habeas.desk import second as decide

    asked = request.POST
    agrees = asked.get("agrees") == "yes"
    decide(
        request.ws, asked.get("entry", ""), agrees=agrees, why=asked.get("why", ""), by=request.who.member, now=now()
    )
    return _back(request, who, asked.get("by", FIRST), asked.get("criterion", ""))


def _back(request: Request, who: str, name: str, criterion: str) -> HttpResponse:
    day = dates_of(request).as_of.isoformat()
    return HttpResponseRedirect(f"{reverse('assessment', args=[who])}?by={name}&as_of={day}#criterion-{criterion}")


def _row(standing: Standing, member: str) -> dict[str, Any]:
    criterion = standing.borne.criterion
    return {
        "standing": standing,
        "id": criterion.id,
        "words": _said(criterion.words),
        "asks": _said(criterion.asks),
        "own": standing.author == member,
    }


def _said(words: Any) -> str:
    """Criteria are law, not ours to put into Kazakh: its pages have them in Russian, which their readers know."""
    code = language()
    return str(words.get(code) or words.get({"kk": "ru"}.get(code, "en")) or words["en"])
