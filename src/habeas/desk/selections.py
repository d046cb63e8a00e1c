"""Which proposals a member means, and how a reviewer sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from habeas.desk import models
from habeas.desk.faults import NotFound, told
from habeas.desk.results import ALL, ProposalRow, Selection
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace

AROUND = 160
"""How many characters before and after a passage a reviewer sees."""


def selected(ws: Workspace, selection: Selection, *, status: str | None = models.ProposalRecord.OPEN) -> QuerySet[Any]:
    """The proposals that fit, in the order of their documents. Ids are not held against `status`; filters are.

    Raises `NotFound` for an id that no reading made.
    """
    rows = models.ProposalRecord.objects.using(ws.alias).order_by("source", "position")
    if selection.ids:
        rows = rows.filter(id__in=among(selection.ids))
        if missing := sorted(set(selection.ids) - set(rows.values_list("id", flat=True))):
            raise NotFound(f"There is no proposal {', '.join(missing)}.", "`habeas review` lists the open ones.")
    elif status:
        rows = rows.filter(status=status)
    exact = {"kind": selection.kind, "rule": selection.rule, "source__source__startswith": selection.document}
    rows = rows.filter(**{k: v for k, v in exact.items() if v is not None})
    if selection.min_confidence is not None:
        rows = rows.filter(confidence__gte=selection.min_confidence)
    if selection.person is not None:
        about = models.ProposalPerson.objects.using(ws.alias).filter(
            record__in=among(records_named(ws, selection.person))
        )
        rows = rows.filter(id__in=about.values("proposal"))
    return rows


def records_named(ws: Workspace, who: str) -> list[str]:
    """Records with this id, or whose document writes this in one of their names (any case, part of the name)."""
    wanted = " ".join(who.split()).casefold()
    rows = models.NamedRecord.objects.using(ws.alias).values_list("record", "name", "names")
    return [
        record
        for record, name, names in rows
        if wanted == record or any(wanted in n.casefold() for n in (name, *names))
    ]


@told
def proposals(
    ws: Workspace, selection: Selection = ALL, *, status: str | None = "open", limit: int | None = None
) -> tuple[ProposalRow, ...]:
    """The proposals that fit, each with its words and what stands around them. `status` None: of any status."""
    rows = selected(ws, selection, status=status)
    people = people_of(ws, rows)
    shown = list(rows[:limit])
    texts = _texts(ws, {row.source_id for row in shown})
    return tuple(row_shown(row, people.get(row.id, []), texts[row.source_id]) for row in shown)


def people_of(ws: Workspace, rows: QuerySet[Any]) -> Mapping[str, list[models.NamedRecord]]:
    """Proposal -> the records that it names, in its order; in one query however many there are."""
    links = models.ProposalPerson.objects.using(ws.alias).filter(proposal__in=rows.order_by().values("id"))
    people: dict[str, list[models.NamedRecord]] = {}
    for link in links.select_related("record").order_by("proposal", "place"):
        people.setdefault(link.proposal_id, []).append(link.record)
    return people


def _texts(ws: Workspace, sources: Iterable[str]) -> Mapping[str, str]:
    found = models.SourceText.objects.using(ws.alias).filter(source__in=among(sources))
    return dict(found.values_list("source", "text"))


def row_shown(row: models.ProposalRecord, people: Sequence[models.NamedRecord], text: str) -> ProposalRow:
    """A proposal as a reviewer sees it, with the words around its passage."""
    return ProposalRow(
        id=row.id, document=row.source_id, kind=row.kind, persons=tuple(p.record for p in people),
        names=tuple(p.name for p in people), when=row.when, fields=row.fields, attribution=row.attribution,
        modality=row.modality, of=tuple(row.of), span=(row.start, row.end), passage=text[row.start : row.end],
        before=text[max(0, row.start - AROUND) : row.start], after=text[row.end : row.end + AROUND], rule=row.rule,
        confidence=row.confidence, status=row.status,
    )  # fmt: skip
