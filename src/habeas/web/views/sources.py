"""Sources: the list, several files at once, a memo of a call or a visit, and full-text search."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from habeas.adapters.clock import now
from habeas.errors import HabeasError
from habeas.evidence import LIMIT
from habeas.web.context import language
from habeas.web.page import Request, page
from habeas.web.permissions import allowed

PAGE = 50


@page("see")
def sources(request: Request) -> HttpResponse:
    """The list of sources, newest first, and what a search for words found in them."""
    from habeas.desk import sources as all_sources
    from habeas.desk.searching import search_sources

    ws = request.ws
    words = request.GET.get("words", "").strip()
    rows = all_sources(ws)[::-1]
    start = _whole(request.GET.get("start"))
    return render(
        request,
        "desk/sources.html",
        {
            "title": _("Sources"),
            "rows": rows[start : start + PAGE],
            "total": len(rows),
            "start": start,
            "next": start + PAGE if start + PAGE < len(rows) else None,
            "before": max(0, start - PAGE) if start else None,
            "words": words,
            "found": search_sources(ws, words) if words else (),
            "may_add": allowed(request.who, "capture"),
            "may_decide": allowed(request.who, "decide"),
            "limit": LIMIT // (1024 * 1024),
        },
    )


@page("capture", "POST")
def upload(request: Request) -> HttpResponse:
    """Archives the files sent and reads them. One that cannot become a source is told and does not stop the others."""
    files = request.FILES.getlist("files")
    lines = [_taken(request, f.name or _("file"), f.read()) for f in files]
    if request.headers.get("Accept", "").startswith("text/plain"):  # the page's own script sends one file at a time
        status = 200 if all(good for good, _line in lines) and lines else 400
        text = "\n".join(line for _good, line in lines) or _("No file was sent.")
        return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    for good, line in lines:
        messages.add_message(request, messages.SUCCESS if good else messages.ERROR, line)
    return HttpResponseRedirect(reverse("sources"))


@page("capture", "GET", "POST")
def memo(request: Request) -> HttpResponse:
    """Writes down a call, a letter or a visit: the memo is a source, and who told it is sealed (level 4)."""
    from habeas.desk import capture_bytes, read_source, record_mandate

    if request.method == "GET":
        return render(request, "desk/memo.html", {"title": _("Write down")})
    ws, by = request.ws, request.who.member
    title, text = request.POST.get("title", "").strip(), request.POST.get("text", "").strip()
    giver, purpose = request.POST.get("giver", "").strip(), request.POST.get("purpose", "").strip()
    written = f"{title}\n\n{text}\n" if title else f"{text}\n"
    made = capture_bytes(
        ws, written.encode(), name="memo.txt", by=by, now=now(), title=title or None, language=language(),
        published=request.POST.get("day", "").strip() or None,
    )  # fmt: skip
    if giver and made.new:
        record_mandate(
            ws, giver=giver, scope=f"source:{made.source}", purpose=purpose or "store", by=by, now=now()
        )
    read_source(ws, made.source, now=now())
    return HttpResponseRedirect(reverse("source", args=[made.source]))


def _taken(request: Request, name: str, data: bytes) -> tuple[bool, str]:
    from habeas.desk import capture_bytes, read_source

    ws, by = request.ws, request.who.member
    try:
        made = capture_bytes(ws, data, name=name, by=by, now=now(), how="file")
        if not made.new:
            return True, _("%(name)s was archived before; nothing changed.") % {"name": name}
        read = read_source(ws, made.source, now=now())
    except HabeasError as error:
        return False, f"{name}: {error.cause} {error.next_step}".strip()
    told = ngettext("%(name)s: archived, %(n)s proposal.", "%(name)s: archived, %(n)s proposals.", read.new)
    return True, " ".join((told % {"name": name, "n": read.new}, *made.notes))


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0
