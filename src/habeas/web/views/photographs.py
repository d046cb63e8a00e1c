"""Photographs: added on a person's page, shown as a copy that says nothing of where and when it was taken."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from habeas.adapters.clock import now
from habeas.web.page import Request, page
from habeas.web.views.decisions import back


@page("see")
def photo(request: Request, fact: str) -> HttpResponse:
    """The copy of a photograph that the team may see."""
    from habeas.desk import photograph

    headers = {"Content-Disposition": "inline"}
    return HttpResponse(photograph(request.ws, fact), content_type="image/jpeg", headers=headers)


@page("decide", "POST")
def add(request: Request, who: str) -> HttpResponse:
    """A photograph of a person, with its source, its credit and the consent to it."""
    from habeas.desk import About, add_photograph

    file, sent = request.FILES.get("file"), request.POST
    about = About(
        sent.get("credit", ""), sent.get("source", ""), sent.get("consent", "").strip() or None, sent.get("alt", ""),
        minor=bool(sent.get("minor")),
    )  # fmt: skip
    data, name = (file.read(), file.name) if file else (b"", None)
    done = add_photograph(
        request.ws, data, file=name or _("The photograph"), who=who, about=about, by=request.who.member, now=now()
    )
    if not done.new:
        return back(request, _("This photograph had been added before; nothing changed."))
    if done.level > 2:
        return back(request, _("Archived at level 3: of a minor. Only named members of the case may see it."))
    return back(request, _("Added. Outside the office nobody sees it before it is released."))


@page("decide", "POST")
def consent(request: Request, fact: str) -> HttpResponse:
    """On what the photograph may be shown."""
    from habeas.desk import consent_to

    given = request.POST.get("consent", "").strip()
    consent_to(request.ws, fact, given, by=request.who.member, now=now(), why=_("Consent recorded."))
    return back(request, _("Recorded."))
