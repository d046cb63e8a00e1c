"""Documents written from the register, for an audience: gathers what `habeas.reports` renders."""

from __future__ import annotations

from datetime import date

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.folding import folded, register
from habeas.desk.moments import instant
from habeas.desk.numbers import figures
from habeas.desk.workspace import Workspace
from habeas.figures import count
from habeas.register import Register, as_published
from habeas.reports import Masthead, list_page
from habeas.reports.outside import is_outside
from habeas.reports.site.showing import memos


@told
def list_report(
    ws: Workspace,
    *,
    as_of: date,
    made_at: str,
    known_at: str | None = None,
    list_name: str | None = None,
    audience: str = "team",
) -> str:
    """The list as one HTML page. `made_at` is UTC ISO 8601 with Z. Raises `NoSuchAudience`, `BadRequest`."""
    held = register(ws, known_at=known_at)
    if is_outside(audience):
        return _for_others(ws, held, as_of, made_at, known_at, list_name, audience)
    page = figures(ws, as_of=as_of, known_at=known_at, list_name=list_name, audience=audience)
    texts = dict(models.SourceText.objects.using(ws.alias).values_list("source", "text"))
    masthead = Masthead(ws.name, audience, made_at, page.known_at if known_at else None)
    return list_page(held, page.figures, as_of=as_of, masthead=masthead, texts=texts)


def _for_others(
    ws: Workspace, held: Register, as_of: date, made_at: str, known_at: str | None, list_name: str | None, audience: str
) -> str:
    """The page for those outside the office: on the day it is made, no mandate that has ended releases anything."""
    shown = as_published(held, date.fromisoformat(made_at[:10]))
    found = count(shown, as_of=as_of, list=list_name, audience=audience)
    masthead = Masthead(ws.name, audience, made_at, instant(known_at) if known_at else None)
    return list_page(shown, found, as_of=as_of, masthead=masthead, texts={}, memos=memos(folded(ws).entries))
