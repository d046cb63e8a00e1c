"""Documents written from the register, for an audience: gathers what `habeas.reports` renders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.folding import folded, register
from habeas.desk.holdings import holdings
from habeas.desk.moments import instant
from habeas.desk.numbers import figures
from habeas.desk.pictures import shelf
from habeas.desk.targets import person_line
from habeas.desk.workspace import Workspace
from habeas.figures import count
from habeas.register import Register, as_published, photographs
from habeas.reports import Masthead, list_page
from habeas.reports import documents as reports
from habeas.reports.outside import is_outside, narrowed, public_lists
from habeas.reports.portraits import portraits
from habeas.reports.site.showing import memos, still_public

TEMPLATES = "templates"
"""The folder of a workspace in which templates of the users' own stand."""


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
    shown = _published(ws, held, known_at, made_at)
    found = count(shown, as_of=as_of, list=list_name, audience=audience)
    masthead = Masthead(ws.name, audience, made_at, instant(known_at) if known_at else None)
    return list_page(shown, found, as_of=as_of, masthead=masthead, texts={}, memos=memos(folded(ws).entries))


@told
def document_report(
    ws: Workspace,
    kind: str,
    *,
    as_of: date,
    made_at: str,
    who: str | None = None,
    known_at: str | None = None,
    list_name: str | None = None,
    audience: str = "team",
    language: str = "en",
) -> reports.Made:
    """A document of a kind (see `document_kinds`), about `who` (a name or an id) where it is about one person.

    Raises `TemplateFault`, `NotFound`, `Ambiguous`, `NoSuchAudience`, `BadRequest`.
    """
    own = own_templates(ws)
    reports.about(kind, own)
    held = register(ws, known_at=known_at)
    outside = is_outside(audience)
    if outside:
        held = _published(ws, held, known_at, made_at)
    kept = shelf(ws)
    still = _still(ws, audience, made_at)
    faces = {p: f for p, f in portraits(held, audience, kept).items() if f.fact in still}
    figures = tuple(count(held, as_of=as_of, list=list_name, audience=audience))
    texts: Mapping[str, str] = {}
    if outside:
        figures = tuple(replace(f, lists=public_lists(held, f.lists, audience)) for f in figures)
        held = narrowed(held, audience, memos(folded(ws).entries))
    else:
        texts = dict(models.SourceText.objects.using(ws.alias).values_list("source", "text"))
    masthead = reports.Masthead(
        ws.name, as_of, made_at, audience, instant(known_at) if known_at else None, _head(held), language
    )
    material = reports.Material(
        held, figures, masthead, texts, reports.Photographs(faces, kept), portraits=faces, templates=own
    )
    person = str(person_line(holdings(ws, known_at), who, audience)["id"]) if who else None
    return reports.document(kind, material, person=person)


def _published(ws: Workspace, held: Register, known_at: str | None, made_at: str) -> Register:
    """The register as it may leave the office on the day of making: without what rested on a mandate that has ended,
    and in a view of the past also without what was taken back since."""
    held = still_public(held, register(ws)) if known_at else held
    return as_published(held, date.fromisoformat(made_at[:10]))


def _still(ws: Workspace, audience: str, made_at: str) -> set[str]:
    """Photographs that the audience may see now: what was taken back since is not shown as it once was either."""
    now = register(ws)
    if is_outside(audience):
        now = as_published(now, date.fromisoformat(made_at[:10]))
    return {fact.id for fact, _ in photographs(now, audience)}


def document_kinds(ws: Workspace) -> Mapping[str, str]:
    """Name of each kind of document, those of the workspace's own templates too -> what it is about."""
    return reports.kinds(own_templates(ws))


def own_templates(ws: Workspace) -> Mapping[str, str]:
    """The texts of the templates in the workspace's folder, by file name."""
    folder: Path = ws.folder / TEMPLATES
    return {path.name: path.read_text("utf-8", errors="replace") for path in sorted(folder.glob("*.html"))}


def _head(held: Register) -> str:
    """The last entry of each feed that the register holds."""
    return ", ".join(f"{feed}:{seq}" for feed, seq in sorted(held.heads.items()))
