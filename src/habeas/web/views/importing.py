"""Import: a list of people as a table; first what it would bring, then the import, signed by the member."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from habeas.adapters.clock import now
from habeas.adapters.people_lists import LIMIT, take_people
from habeas.evidence import BadInput
from habeas.reading.rows import MEANINGS
from habeas.web.cells import cell
from habeas.web.page import Request, page

if TYPE_CHECKING:
    from habeas.desk import ImportPlan

SHOWN = 100
"""Rows of one kind that the page shows; the sums count all."""
NOT_READ = "-"


@page("decide", "GET", "POST")
def import_list(request: Request) -> HttpResponse:
    """The form; with a file what it would bring; with the button of the import, the import."""
    shown = {"title": _("Import a list of people"), "limit": LIMIT // (1024 * 1024), "meanings": MEANINGS}
    if request.method == "POST":
        shown |= _asked(request)
    fragment = request.headers.get("HX-Request") == "true"
    return render(request, "desk/import-plan.html" if fragment else "desk/import.html", shown)


@page("see")
def export(request: Request) -> HttpResponse:
    """The people as CSV, one row each with their Habeas id: to edit, and to import again."""
    from habeas.desk import EXPORTED, export_people

    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="people.csv"'
    writer = csv.writer(answer)
    writer.writerow(EXPORTED.values())
    writer.writerows([cell(c) for c in row] for row in export_people(request.ws))
    return answer


def _asked(request: Request) -> dict[str, object]:
    from habeas.desk import import_people, plan_import

    file = request.FILES.get("file")
    if file is None:
        raise BadInput(_("No list was sent."), _("Choose a file with the people, one in a row."))
    post = request.POST
    title, list_name = post.get("title", "").strip() or None, post.get("list", "").strip() or None
    taken, table = take_people(file.read(), file=file.name or "list.csv", title=title or list_name)
    given = _given(post)
    if post.get("act") != "import":
        plan = plan_import(request.ws, taken, table, given=given)
        return {"plan": plan, "columns": _columns(plan, table.headers), "parts": _parts(plan)}
    made = import_people(
        request.ws, taken, table, by=request.who.member, now=now(), given=given, list_name=list_name,
        published=post.get("published", "").strip() or None,
    )  # fmt: skip
    return {"made": made, "plan": made.plan, "parts": _parts(made.plan)}


def _given(post: Mapping[str, str]) -> dict[str, str]:
    """Meaning -> header, as the selects of the page say it; what a select took from a column is held by none."""
    chosen = {name.removeprefix("column:"): post[name] for name in post if name.startswith("column:")}
    given = {meaning: header for header, meaning in chosen.items() if meaning in MEANINGS}
    return given | {m: "" for m in MEANINGS if chosen and m not in given}


def _columns(plan: ImportPlan, headers: tuple[str, ...]) -> list[tuple[str, str]]:
    holds = {header: meaning for meaning, header in plan.held.items()}
    return [(header, holds.get(header, NOT_READ)) for header in headers]


def _parts(plan: ImportPlan) -> list[dict[str, object]]:
    words = {
        "known": _("Changed"),
        "new": _("New"),
        "perhaps": _("Perhaps in the register already"),
        "unknown id": _("Left out: nobody has this id"),
    }
    found = [(name, plan.of(name)) for name in words]  # type: ignore[arg-type]
    return [{"name": words[n], "rows": rows[:SHOWN], "total": len(rows)} for n, rows in found if rows]
