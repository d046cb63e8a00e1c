"""One source: its text with what was taken from it marked, its hash and capture, and its bytes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from habeas.web.page import Request, page
from habeas.web.permissions import allowed
from habeas.web.reader import Part, part_at, parts, stretches


@page("see")
def source(request: Request, sha256: str) -> HttpResponse:
    """The reader. `at` in the address is a character that is to be seen, `to` the end of the passage."""
    from habeas.desk import document, shown_in
    from habeas.desk.marks import marks, named_in, source_row

    ws = request.ws
    text = document(ws, sha256)
    cut, named = parts(text.text), named_in(ws, text.sha256)
    part = chosen_part(request, cut)
    marked = marks(ws, text.sha256, start=part.start, end=part.end)
    target, row = sought(request), source_row(ws, text.sha256, persons=len(named))
    is_photograph = row.media_type.startswith("image/")
    return render(
        request,
        "desk/source.html",
        {
            "title": text.title,
            "source": row,
            "is_photograph": is_photograph,
            "photographs": shown_in(ws, text.sha256) if is_photograph and not row.restricted else (),
            "part": part,
            "parts": cut,
            "stretches": stretches(text.text, (*marked, *target), part),
            "named": named,
            "may_decide": allowed(request.who, "decide"),
        },
    )


_NO_TEXT = (b"%PDF-", b"WARC/", b"PK\x03\x04\x14", b"PK\x03\x04\x0a")
"""How files begin that are no text, and get a neutral ending."""


@page("see")
def original(request: Request, sha256: str) -> HttpResponse:
    """The captured bytes as a file to keep: never shown by the browser, whatever they are."""
    from habeas.desk import original as captured

    data = captured(request.ws, sha256)
    name = f"{sha256[:16]}.bin" if data[:5] in _NO_TEXT else f"{sha256[:16]}.txt"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)


def chosen_part(request: Request, cut: tuple[Part, ...]) -> Part:
    """The part that the address names, by its number or by a character in it; the first one otherwise."""
    number, at = request.GET.get("part", ""), request.GET.get("at", "")
    if number.isdecimal() and 1 <= int(number[:6]) <= len(cut):
        return cut[int(number[:6]) - 1]
    return part_at(cut, int(at[:9])) if at.isdecimal() else cut[0]


class _Sought:
    """The passage that the address points at, as a mark."""

    id, kind, status = "sought", "sought", ""

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end


def sought(request: Request) -> tuple[_Sought, ...]:
    """The passage between `at` and `to` of the address, or nothing."""
    start, end = request.GET.get("at", ""), request.GET.get("to", "")
    if start.isdecimal() and end.isdecimal() and int(start[:9]) < int(end[:9]):
        return (_Sought(int(start[:9]), int(end[:9])),)
    return ()
