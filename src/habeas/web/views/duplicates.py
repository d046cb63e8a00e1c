"""Duplicates: people who may be one person, beside each other; a member says same, different, or cannot tell."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.adapters.clock import now
from habeas.errors import HabeasError
from habeas.web.page import Request, page
from habeas.web.permissions import allowed

SHOWN = 20


@page("see")
def duplicates(request: Request) -> HttpResponse:
    """The pairs that wait, the likeliest first; with `?undecided=1` those that nobody could tell."""
    from habeas.desk import likely_duplicates

    undecided = request.GET.get("undecided") == "1"
    found = likely_duplicates(request.ws, most=SHOWN, undecided=undecided)
    shown = {"title": _("Perhaps one person"), "page": found, "undecided": undecided}
    return render(request, "desk/duplicates.html", {**shown, "may_decide": allowed(request.who, "decide")})


@page("decide", "POST")
def judge(request: Request) -> HttpResponse:
    """Same, different, or not to be told, of two people; the reason goes into the history."""
    from habeas.desk import cannot_tell, different, same

    acts = {"same": same, "different": different, "cannot_tell": cannot_tell}
    said = {"same": _("Joined."), "different": _("Kept apart."), "cannot_tell": _("Left open.")}
    act, ids = request.POST.get("act", ""), request.POST.getlist("id")
    why = request.POST.get("why", "").strip() or _("Judged on the page of duplicates.")
    try:
        if act not in acts:
            raise _no_judgement()
        acts[act](request.ws, ids, by=request.who.member, now=now(), why=why)
        messages.success(request, said[act])
    except HabeasError as error:
        messages.error(request, f"{error.cause} {error.next_step}".strip())
    return HttpResponseRedirect(_back(request))


def _back(request: Request) -> str:
    """The page of review that asked, else that of duplicates; never anywhere else."""
    wanted = request.POST.get("next", "")
    return wanted if wanted.startswith("/review/") and "//" not in wanted else reverse("duplicates")


def _no_judgement() -> HabeasError:
    return HabeasError(_("No judgement was sent."), _("Press one of the buttons beside the pair."))
