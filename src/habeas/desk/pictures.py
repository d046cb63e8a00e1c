"""The copies of photographs: kept beside the register, handed out to whoever may see the photograph, erased with it.

The file that came never leaves the vault: a camera wrote into it where and when it was taken, and with what.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from django.db.models import OuterRef, Subquery

from habeas.adapters.parsing.photographs import Photograph
from habeas.desk import models
from habeas.desk.faults import NotFound, told
from habeas.desk.results import FactView, PersonView
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry
from habeas.register import is_photograph, visible
from habeas.reports.portraits import Shelf


@dataclass(frozen=True, slots=True)
class Shown:
    """A photograph on a person's page. `sha256` is its source; width and height are the copy's, in pixels.

    `consent` is what permits it, empty when nothing does yet; `basis` what it is released on.
    """

    fact: str
    sha256: str
    alt: str
    credit: str
    consent: str
    level: int
    basis: str
    width: int
    height: int


@told
def photographs_of(ws: Workspace, seen: PersonView) -> tuple[Shown, ...]:
    """The photographs among the facts of a person that somebody sees, the newest first; in a view of the past without
    those that were taken back since. One query."""
    facts = [f for f in seen.facts if is_photograph(f.kind, f.fields) and f.modality == "happened" and f.claims]
    copy = models.Picture.objects.using(ws.alias).filter(source=OuterRef("document"))
    rows = models.FactRow.objects.using(ws.alias).filter(id__in=among(f.id for f in facts), kind="identity")
    found = rows.annotate(wide=Subquery(copy.values("width")), high=Subquery(copy.values("height")))
    there = {id: rest for id, *rest in found.values_list("id", "document", "wide", "high") if rest[1] is not None}
    return tuple(
        _shown(f, *there[f.id])
        for f in sorted(facts, key=lambda f: (f.claims[0].decided_at, f.id), reverse=True)
        if f.id in there
    )


def _shown(fact: FactView, sha256: str, wide: int, high: int) -> Shown:
    alt, credit, consent = (str(fact.fields.get(name) or "") for name in ("value", "credit", "consent"))
    return Shown(fact.id, sha256, alt, credit, consent, fact.level, fact.basis or "", wide, high)


@told
def shown_in(ws: Workspace, source: str, *, audience: str = "team") -> tuple[tuple[str, str, str], ...]:
    """(fact, person, name) of each person whom a photograph is said to show, as far as the audience may see it."""
    facts = models.FactRow.objects.using(ws.alias).filter(document=source, kind="identity", person__isnull=False)
    seen = [f for f in facts if is_photograph(f.kind, f.fields) and visible("picture", "copy", f.level, audience)]
    rows = models.PersonRow.objects.using(ws.alias).filter(id__in=among(str(f.person) for f in seen))
    names = dict(rows.values_list("id", "name"))
    return tuple((f.id, str(f.person), names[str(f.person)]) for f in seen)


@told
def photograph(ws: Workspace, fact: str, *, audience: str = "team") -> bytes:
    """The copy of a photograph, a JPEG of at most 800 pixels to a side.

    Raises `NotFound`, alike for one that there is not and for one that the audience may not see.
    """
    row = models.FactRow.objects.using(ws.alias).filter(id=fact, kind="identity").first()
    seen = row is not None and is_photograph(row.kind, row.fields)
    if row is not None and seen and visible("picture", "copy", row.level, audience):
        data = copy_of(ws.alias, row.document, small=False)
        if data is not None:
            return data
    raise NotFound(f"There is no photograph {fact}.", "`habeas person NAME` prints the ids of facts.")


def copy_of(alias: str, source: str, small: bool) -> bytes | None:
    """The bytes of a copy; None when there is none."""
    row = models.Picture.objects.using(alias).filter(source=source)
    data = row.values_list("small" if small else "shown", flat=True).first()
    return None if data is None else bytes(data)


def shelf(ws: Workspace) -> Shelf:
    """Every copy, for the documents and the site. The bytes are fetched when they are asked for."""
    rows = models.Picture.objects.using(ws.alias).values_list("source", "width", "height")
    return Shelf({source: (wide, high) for source, wide, high in rows}, partial(copy_of, ws.alias))


def keep_copies(ws: Workspace, source: str, taken: Photograph) -> None:
    """Keeps the copies of a photograph."""
    row = {
        "width": taken.shown.width, "height": taken.shown.height, "shown": taken.shown.data, "small": taken.small.data,
    }  # fmt: skip
    models.Picture.objects.using(ws.alias).update_or_create(source=source, defaults=row)


def is_picture(ws: Workspace, source: str) -> bool:
    """True for a source that is a photograph, whether or not its copies are still there."""
    rows = models.SourceRecord.objects.using(ws.alias).filter(sha256=source, media_type__startswith="image/")
    return rows.exists()


def pictured(entries: Iterable[Entry], records: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Each photograph that was ever said to show one of the records, and whether it shows them alone."""
    accepted = [e.body.content for e in entries if e.action == "accept" and e.body]
    said = [c for c in accepted if is_photograph(c["kind"], c["fields"])]
    for source in dict.fromkeys(c["document"] for c in said if c["record"] in records):
        yield source, all(c["record"] in records for c in said if c["document"] == source)


def remove_copies(ws: Workspace, sources: Collection[str]) -> None:
    """Removes the copies of these photographs."""
    models.Picture.objects.using(ws.alias).filter(source__in=among(sources)).delete()
