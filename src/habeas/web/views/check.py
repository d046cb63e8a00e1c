"""Check: a draft's own numbers and names held against its entries, in its text. The draft is read and not kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from habeas.adapters.parsing import take_any
from habeas.check import CheckResult, check
from habeas.evidence import LIMIT, BadInput
from habeas.reading import read
from habeas.web.page import Request, page
from habeas.web.reader import Part, stretches


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text that a figure or finding is about, in the form of a mark."""

    id: str
    start: int
    end: int
    kind: str
    status: str = ""


@page("check", "GET", "POST")
def check_draft(request: Request) -> HttpResponse:
    """The form; then the draft with each of its figures and findings marked, and what was found beside it."""
    shown = {"title": _("Check a draft"), "limit": LIMIT // (1024 * 1024)}
    if request.method == "GET":
        return render(request, "desk/check.html", shown)
    document = take_any(_draft(request), file=_name(request)).document
    result = check(document, read(document))
    text = document.text
    told = [f for f in result.figures if f.recount.verdict != "cannot_tell"]
    untold = [f for f in result.figures if f.recount.verdict == "cannot_tell"]
    more = {
        "document": document,
        "stretches": stretches(text, list(_places(result)), Part(1, 0, len(text))),
        "figures": [(f"figure-{n}", f) for n, f in enumerate(result.figures) if f in told],
        "untold": [(f"figure-{n}", f) for n, f in enumerate(result.figures) if f in untold],
        "findings": [(f"finding-{n}", f) for n, f in enumerate(result.findings)],
    }
    return render(request, "desk/checked.html", {**shown, **more})


def _places(result: CheckResult) -> Iterator[Place]:
    for n, figure in enumerate(result.figures):
        yield Place(f"figure-{n}", *figure.span, figure.recount.verdict)
    for n, finding in enumerate(result.findings):
        for start, end in finding.spans:
            yield Place(f"finding-{n}", start, end, "finding-of")


def _draft(request: Request) -> bytes:
    sent = request.FILES.get("file")
    if sent is not None:
        return sent.read()
    text = request.POST.get("text", "")
    if not text.strip():
        raise BadInput(_("No draft was sent."), _("Choose a file, or paste the text."))
    return text.replace("\r\n", "\n").encode()


def _name(request: Request) -> str:
    sent = request.FILES.get("file")
    return (sent.name if sent is not None else None) or "draft.md"
