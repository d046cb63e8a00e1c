"""Mandates and consents: the list, a new one, and taking one back with all that rests on it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from habeas.adapters.clock import now
from habeas.web.page import Request, page
from habeas.web.views.decisions import back


@page("release")
def mandates(request: Request) -> HttpResponse:
    """The list, for those who release: givers are sealed from everyone else."""
    from habeas.desk.mandates import mandates as all_mandates

    return render(
        request, "desk/mandates.html", {"title": _("Mandates and consents"), "rows": all_mandates(request.ws)}
    )


@page("release", "POST")
def record(request: Request) -> HttpResponse:
    """A power of attorney or a consent."""
    from habeas.desk import record_mandate

    said = {name: request.POST.get(name, "").strip() for name in ("giver", "scope", "purpose", "until", "proof")}
    record_mandate(
        request.ws, giver=said["giver"], scope=said["scope"], purpose=said["purpose"], until=said["until"] or None,
        proof=said["proof"] or None, person=request.POST.get("person", "").strip() or None, by=request.who.member,
        now=now(),
    )  # fmt: skip
    return back(request, _("Recorded."))


@page("release", "POST")
def withdraw(request: Request) -> HttpResponse:
    """Takes a basis back: whatever was released on it is closed again, and nothing rests on it from now on."""
    from habeas.desk import withdraw_basis

    basis, why = request.POST.get("basis", ""), request.POST.get("why", "").strip()
    withdraw_basis(request.ws, basis, by=request.who.member, now=now(), why=why)
    return back(request, _("Withdrawn. What rested on it is closed again."))
