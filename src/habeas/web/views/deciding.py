"""Decisions on proposals, each one press of a button or a key; the card comes back as it then stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from habeas.adapters.clock import now
from habeas.web.claimform import common, inputs, read_fields
from habeas.web.page import Request, page

UNDO, KEPT = "undo", 50
"""Key of the session: the entries of this visit's last decisions, the newest last."""


@page("decide", "POST")
def accept(request: Request, proposal: str) -> HttpResponse:
    """The source says this: a claim, in the name of the one who asks."""
    from habeas.desk import accept_one

    made = accept_one(request.ws, proposal, by=_by(request), now=now())
    return _card(request, proposal, made.entries, late=bool(made.already))


@page("decide", "POST")
def reject(request: Request, proposal: str) -> HttpResponse:
    """The source does not say this."""
    from habeas.desk import Selection
    from habeas.desk import reject as turn_down

    why = request.POST.get("why", "").strip() or _("The source does not say this.")
    made = turn_down(request.ws, Selection(ids=(proposal,)), by=_by(request), now=now(), why=why)
    return _card(request, proposal, made.entries, late=bool(made.already))


@page("decide", "GET", "POST")
def correct(request: Request, proposal: str) -> HttpResponse:
    """The source says something else than what was read: the form, then the claim as corrected."""
    from habeas.desk.correcting import correct_proposal

    row = _row(request, proposal)
    if request.method == "GET":
        form = {"inputs": [*inputs(row.kind, row.fields), *common(row.when, row.attribution, row.modality)]}
        return render(request, "desk/correct.html", {"p": row, **form})
    if row.status != "open":
        return _card(request, proposal, (), late=True)
    changes = _changes(row, request)
    if not changes:
        return accept(request, proposal)
    why = request.POST.get("why", "").strip() or _("Read wrongly.")
    made = correct_proposal(request.ws, proposal, changes, by=_by(request), now=now(), why=why)
    return _card(request, proposal, made.entries, late=bool(made.already))


@page("decide", "GET", "POST")
def dispute(request: Request, proposal: str) -> HttpResponse:
    """The source says this, and it contradicts a fact: the claim joins that fact, which is in dispute from then on."""
    from habeas.desk import accept_one
    from habeas.desk.rivals import rivals

    ws, fact = request.ws, request.POST.get("fact", "")
    if request.method == "GET" or not fact:
        return render(request, "desk/dispute.html", {"p": _row(request, proposal), "facts": rivals(ws, proposal)})
    made = accept_one(ws, proposal, by=_by(request), now=now(), fact=fact)
    return _card(request, proposal, made.entries, late=bool(made.already))


@page("decide", "POST")
def bulk(request: Request) -> HttpResponse:
    """Accepts or rejects all that are selected, marked as decided in bulk."""
    from habeas.desk import Selection
    from habeas.desk import accept as take
    from habeas.desk import reject as turn_down

    ids = tuple(dict.fromkeys(request.POST.getlist("id")))
    if not ids:
        return _told(request, _("Nothing is selected."))
    ws, chosen = request.ws, Selection(ids=ids)
    made: Any
    if request.POST.get("act") == "reject":
        why = _("The source does not say this.")
        made = turn_down(ws, chosen, by=_by(request), now=now(), why=why, bulk=True)
    else:
        made = take(ws, chosen, by=_by(request), now=now(), bulk=True)
    remember(request, made.entries)
    decided = len(ids) - len(made.already)
    words = ngettext("%(n)s decided in bulk.", "%(n)s decided in bulk.", decided) % {"n": decided}
    late = len(made.already)
    if late:
        words += " " + ngettext(
            "%(n)s had been decided before and stays as it is.", "%(n)s had been decided before and stay as they are.",
            late,
        ) % {"n": late}  # fmt: skip
    return _told(request, words, ids)


@page("decide", "POST")
def undo(request: Request) -> HttpResponse:
    """Takes back the last decision of this visit, or the last ones when they were made together."""
    from habeas.desk.undoing import undo_all

    kept = list(request.session.get(UNDO, []))
    if not kept:
        return _told(request, _("There is nothing to undo in this visit."))
    last = kept.pop()
    ids = undo_all(request.ws, last, by=_by(request), now=now(), why=_("Undone in review."))
    request.session[UNDO] = kept
    words = ngettext("%(n)s decision undone.", "%(n)s decisions undone.", len(last)) % {"n": len(last)}
    return _told(request, words, ids)


def _by(request: Request) -> str:
    return str(request.who.member)


def _row(request: Request, proposal: str) -> Any:
    from habeas.desk import Selection, proposals

    return proposals(request.ws, Selection(ids=(proposal,)), status=None)[0]


def _changes(row: Any, request: Request) -> dict[str, Any]:
    """What the form says otherwise than the proposal does."""
    sent = read_fields(row.kind, request.POST)
    fields = {name: value for name, value in sent.items() if value != row.fields.get(name)}
    rest = {"when": request.POST.get("when", "").strip() or None}
    rest |= {name: request.POST.get(name, getattr(row, name)) for name in ("attribution", "modality")}
    changes: dict[str, Any] = {name: value for name, value in rest.items() if value != getattr(row, name)}
    return {**changes, "fields": {**row.fields, **fields}} if fields else changes


def remember(request: Request, entries: Sequence[str]) -> None:
    """Keeps what was decided together, so that one press takes it back together."""
    if entries:
        request.session[UNDO] = [*request.session.get(UNDO, []), list(entries)][-KEPT:]


def _card(request: Request, proposal: str, entries: Sequence[str], *, late: bool = False) -> HttpResponse:
    """The card as it stands now. Somebody who came second is told who was first; nothing of theirs was written."""
    from habeas.desk.rivals import standing

    remember(request, entries)
    if "HX-Request" not in request.headers:
        return HttpResponseRedirect(request.headers.get("Referer") or reverse("review"))
    row, before = _row(request, proposal), standing(request.ws, proposal)
    return render(request, "desk/card.html", {"p": row, "standing": before, "late": late, "fresh": True})


def _told(request: Request, words: str, ids: Sequence[str] = ()) -> HttpResponse:
    """A line in the page's place for messages, and the cards that changed, wherever they stand."""
    if "HX-Request" not in request.headers:
        return HttpResponseRedirect(request.headers.get("Referer") or reverse("review"))
    from habeas.desk import Selection, proposals

    rows = proposals(request.ws, Selection(ids=tuple(ids)), status=None) if ids else ()
    return render(request, "desk/decided.html", {"words": words, "cards": rows})
