"""Documents written from the register, for an audience: gathers what `habeas.reports` renders."""

from __future__ import annotations

from datetime import date

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.folding import register
from habeas.desk.numbers import figures
from habeas.desk.workspace import Workspace
from habeas.reports import Masthead, list_page


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
    page = figures(ws, as_of=as_of, known_at=known_at, list_name=list_name, audience=audience)
    texts = dict(models.SourceText.objects.using(ws.alias).values_list("source", "text"))
    masthead = Masthead(ws.name, audience, made_at, page.known_at if known_at else None)
    return list_page(held, page.figures, as_of=as_of, masthead=masthead, texts=texts)
