"""Writing a claim about marked words: what the rules missed, in the name of the one who writes."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from habeas.adapters.clock import now
from habeas.lexicon import KINDS, ROLES
from habeas.web.claimform import common, inputs, kinds, read_fields
from habeas.web.page import Request, page
from habeas.web.views.deciding import remember

FIRST = "sentence"


@page("decide")
def write(request: Request, sha256: str) -> HttpResponse:
    """The form for the words between `start` and `end`; choosing another kind asks for it again."""
    from habeas.desk import document
    from habeas.desk.marks import named_in

    asked = request.GET
    start, end = (int(asked[k]) if asked.get(k, "").isdecimal() else 0 for k in ("start", "end"))
    kind = asked.get("kind", FIRST) if asked.get("kind", FIRST) in KINDS else FIRST
    text = document(request.ws, sha256)
    form = {
        "source": text.sha256,
        "start": start,
        "end": end,
        "words": text.text[start:end],
        "kind": kind,
        "kinds": kinds(),
        "roles": ROLES,
        "named": named_in(request.ws, text.sha256),
        "chosen": asked.get("record", ""),
        "new_name": asked.get("name", ""),
        "inputs": [*inputs(kind, {}), *common(None, "author", "happened")],
    }
    return render(request, "desk/write.html", form)


@page("decide", "POST")
def written(request: Request, sha256: str) -> HttpResponse:
    """The claim, accepted."""
    from habeas.desk.writing import Written, write_claim

    sent = request.POST
    kind = sent.get("kind", "") if sent.get("kind") in KINDS else FIRST
    start, end = (int(sent[k]) if sent.get(k, "").isdecimal() else 0 for k in ("start", "end"))
    said = Written(
        (start, end),
        kind,
        {name: value for name, value in read_fields(kind, sent).items() if value is not None},
        sent.get("when", "").strip() or None,
        sent.get("attribution", "author"),
        sent.get("modality", "happened"),
        sent.get("record") or None,
        sent.get("name", ""),
        sent.get("role", "subject"),
    )
    made = write_claim(request.ws, sha256, said, by=request.who.member, now=now())
    remember(request, made.entries)
    if "HX-Request" in request.headers:
        return render(request, "desk/written.html", {"said": said, "entries": made.entries})
    return HttpResponseRedirect(f"{reverse('review-source', args=[sha256])}?at={start}")
