"""Check: a draft's own numbers and names held against its entries, in its text. The draft is read and not kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from habeas.adapters.parsing import take_any
from habeas.check import CheckResult, check
from habeas.evidence import LIMIT, BadInput, Document
from habeas.reading import read
from habeas.web.dates import dates_in
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
    if request.POST.get("against") == "register":
        return _against(request, document, shown)
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


def _against(request: Request, document: Document, shown: dict[str, object]) -> HttpResponse:
    """The draft with its numbers, people and statements held against the register."""
    from habeas.desk import check_register

    day = request.POST.get("as_of", "").strip()
    held = check_register(request.ws, document, as_of=dates_in(day))
    differing = [c for c in held.claims if c.verdict == "differs"]
    unsaid = [c for c in held.claims if c.verdict == "not_in_register"]
    strangers = [p for p in held.people if p.verdict != "same"]
    places = [
        *(Place(f"number-{n}", *x.span, x.verdict) for n, x in enumerate(held.numbers)),
        *(Place(f"stranger-{n}", *x.span, "finding-of") for n, x in enumerate(strangers)),
        *(Place(f"differs-{n}", *x.span, "differs") for n, x in enumerate(differing)),
        *(Place(f"unsaid-{n}", *x.span, "finding-of") for n, x in enumerate(unsaid)),
    ]
    more = {
        "document": document,
        "stretches": stretches(document.text, places, Part(1, 0, len(document.text))),
        "held": held,
        "numbers": [(f"number-{n}", x) for n, x in enumerate(held.numbers)],
        "strangers": [(f"stranger-{n}", x) for n, x in enumerate(strangers)],
        "differing": [(f"differs-{n}", x) for n, x in enumerate(differing)],
        "unsaid": [(f"unsaid-{n}", x) for n, x in enumerate(unsaid)],
        "agree": sum(c.verdict == "agrees" for c in held.claims),
    }
    return render(request, "desk/checked-register.html", {**shown, **more})


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
