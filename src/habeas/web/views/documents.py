"""Documents: choose one, see what it lacks, take it as PDF, DOCX or HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from habeas.adapters.clock import now
from habeas.web.context import language
from habeas.web.dates import dates_of
from habeas.web.page import Request, page
from habeas.web.permissions import allowed
from habeas.web.views.data import AUDIENCES
from habeas.web.views.data import FORMATS as DATA

if TYPE_CHECKING:
    from habeas.reports.documents import Made

TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}
TITLES: Mapping[str, Any] = {
    "list": gettext_lazy("The list report"),
    "person": gettext_lazy("Person sheet"),
    "case": gettext_lazy("Case sheet: all defendants"),
    "wgad": gettext_lazy("UN Working Group on Arbitrary Detention: communication"),
    "hrc-followup": gettext_lazy("UN Human Rights Committee: follow-up to Views"),
    "urgent-appeal": gettext_lazy("Urgent appeal"),
    "ccf": gettext_lazy("Interpol's Commission for the Control of Files: request"),
    "sanctions": gettext_lazy("Dossier on an official for sanctions"),
}


@page("see")
def documents(request: Request) -> HttpResponse:
    """The form; once a document is chosen, what it lacks and where to take it."""
    from habeas.desk import document_kinds

    known = document_kinds(request.ws)
    kind = request.GET.get("kind", "")
    made = _made(request) if kind and (known.get(kind) == "list" or request.GET.get("who", "").strip()) else None
    shown = {
        "title": _("Documents"),
        "kinds": [(name, TITLES.get(name, name), about) for name, about in known.items()],
        "audiences": AUDIENCES,
        "asked": request.GET,
        "dates": dates_of(request),
        "chosen": _chosen(request) if made else None,
        "lacking": made.lacking if made else (),
        "wants_who": bool(kind) and made is None,
        "formats": TYPES,
        "name": made.rendered.cover.title if made else "",
        "data_formats": DATA if allowed(request.who, "release") else (),
        "language_now": request.GET.get("language") or offered(language()),
    }
    return render(request, "desk/documents.html", shown)


@page("see")
def document_file(request: Request) -> HttpResponse:
    """The document's bytes in the format that the address names."""
    format = request.GET.get("format", "pdf")
    data = _made(request).rendered.to(format)
    name = f"{request.GET.get('kind', 'document')}-{dates_of(request).as_of}.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{"".join(c for c in name if c.isalnum() or c in "-._")}"'}
    return HttpResponse(data, content_type=TYPES[format], headers=headers)


def _made(request: Request) -> Made:
    from habeas.desk import document_report

    dates = dates_of(request)
    return document_report(
        request.ws,
        request.GET.get("kind", ""),
        who=request.GET.get("who", "").strip() or None,
        as_of=dates.as_of,
        known_at=dates.known_at,
        list_name=dates.list,
        audience=request.GET.get("audience") or "team",
        language=request.GET.get("language") or offered(language()),
        made_at=now(),
    )


def offered(wanted: str) -> str:
    """The language where documents have it, else English."""
    from habeas.reports.documents.words import LANGUAGES

    return wanted if wanted in LANGUAGES else "en"


def _chosen(request: Request) -> str:
    """The query of the address without the format."""
    asked = request.GET.copy()
    asked.pop("format", None)
    return str(asked.urlencode())
