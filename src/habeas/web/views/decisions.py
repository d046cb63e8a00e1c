"""Decisions on what is in the register: prefer, withdraw, undo, our own list, release. Each leads back where it was."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from habeas.adapters.clock import now
from habeas.web.dates import day_in
from habeas.web.page import Request, page


@page("decide", "POST")
def prefer(request: Request, fact: str, claim: str) -> HttpResponse:
    """Of claims that conflict, this one holds; the others stay visible."""
    from habeas.desk import prefer as let_hold

    why = request.POST.get("why", "").strip() or _("Judged the better source.")
    let_hold(request.ws, fact, claim, by=request.who.member, now=now(), why=why)
    return back(request, _("The dispute is settled; the other claims stay visible."))


@page("decide", "POST")
def withdraw_fact(request: Request, fact: str) -> HttpResponse:
    """Takes a fact back, and says who is counted no more."""
    from habeas.desk import withdraw

    why = request.POST.get("why", "").strip()
    on = day_in(request.POST.get("next", ""))
    effect = withdraw(request.ws, fact, by=request.who.member, now=now(), why=why, on=on)
    lines = [_("Withdrawn.")]
    lines += [f"{c.figure}: {c.before} → {c.after}" for c in effect.changes]
    return back(request, " ".join(lines))


@page("decide", "POST")
def undo_entry(request: Request, entry: str) -> HttpResponse:
    """Withdraws one decision as if never made; undoing an undoing restores."""
    from habeas.desk import undo

    why = request.POST.get("why", "").strip() or _("Undone from the history.")
    undo(request.ws, entry, by=request.who.member, now=now(), why=why)
    return back(request, _("Undone. It stays in the history, and can be restored there."))


@page("decide", "POST")
def recognise(request: Request, who: str) -> HttpResponse:
    """Our own list: entered, left or refused, with the reason."""
    from habeas.desk import recognise as decide

    sent = request.POST
    decide(
        request.ws, who, step=sent.get("step", ""), reason=sent.get("reason", "").strip(),
        category=sent.get("category", "").strip() or None, when=sent.get("when") or None, by=request.who.member,
        now=now(),
    )  # fmt: skip
    return back(request, _("Decided."))


@page("release", "POST")
def release(request: Request, who: str) -> HttpResponse:
    """Who may see facts of a person, on a basis: one that is named, or all that fit."""
    from habeas.desk import release as open_to

    sent = request.POST
    level = int(sent["level"]) if sent.get("level", "").isdecimal() else -1
    facts = [sent["fact"]] if sent.get("fact") else []
    made = open_to(
        request.ws, facts, level=level, basis=sent.get("basis", ""), person=who, kind=sent.get("kind") or None,
        by=request.who.member, now=now(),
    )  # fmt: skip
    count = sum(subject.startswith("f-") for subject in made.subjects)
    return back(request, _("Released: %(n)s facts.") % {"n": count})


def back(request: Request, words: str) -> HttpResponse:
    """Where the form stood (its field `next`, else the page that sent it), with a line that says what was done."""
    messages.success(request, words)
    sent_by = urlsplit(request.headers.get("Referer", ""))
    where = request.POST.get("next") or f"{sent_by.path}{'?' if sent_by.query else ''}{sent_by.query}"
    safe = url_has_allowed_host_and_scheme(where, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(where if safe and where.startswith("/") else reverse("today"))
