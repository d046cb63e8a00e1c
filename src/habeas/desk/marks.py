"""What was read out of, or written about, a stretch of a source: the passages that a reader shows marked."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.results import ProposalRow, Selection, SourceRow
from habeas.desk.selections import people_of, row_shown, selected
from habeas.desk.workspace import Workspace
from habeas.evidence.document import Document

HAND = "hand"
"""The rule of a claim that a member wrote: no rule read it."""


ORDERS = {
    "text": ("start", "position"), "surest": ("-confidence", "start", "position"),
    "doubtful": ("confidence", "start", "position"),
}  # fmt: skip
"""How the proposals of a stretch may be sorted."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked passage. `id` is a proposal's, or a claim's that a member wrote (`rule` is then `hand`)."""

    id: str
    start: int
    end: int
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Named:
    """A person as the document names them; `person` is the id in the register once something was accepted."""

    record: str
    name: str
    role: str
    person: str | None


@told
def marks(ws: Workspace, source: str, *, start: int, end: int) -> tuple[Mark, ...]:
    """The passages that begin in this stretch of the text, in order. Two queries."""
    inside = Q(start__gte=start, start__lt=end)
    rows = models.ProposalRecord.objects.using(ws.alias).filter(inside, source=source)
    read = [Mark(*row) for row in rows.values_list("id", "start", "end", "kind", "status")]
    claims = models.ClaimRow.objects.using(ws.alias).filter(inside, document=source, rule=HAND)
    hand = [Mark(*row, "accepted") for row in claims.values_list("id", "start", "end", "kind")]
    return tuple(sorted((*read, *hand), key=lambda m: (m.start, -m.end, m.id)))


@told
def proposals_in(
    ws: Workspace,
    document: Document,
    selection: Selection,
    *,
    start: int,
    end: int,
    status: str | None,
    order: str = "text",
) -> tuple[ProposalRow, ...]:
    """The proposals of one stretch that fit; `status` None: of any.

    `order` is `text`, `surest` or `doubtful` (by confidence, the highest or the lowest first).
    """
    rows = selected(ws, selection, status=status).filter(source=document.sha256, start__gte=start, start__lt=end)
    people = people_of(ws, rows)
    return tuple(row_shown(row, people.get(row.id, []), document.text) for row in rows.order_by(*ORDERS[order]))


@told
def named_in(ws: Workspace, source: str) -> tuple[Named, ...]:
    """The people that a document names, in its order."""
    rows = models.NamedRecord.objects.using(ws.alias).filter(source=source).order_by("position")
    opened = models.RecordRow.objects.using(ws.alias).filter(document=source)
    person_of, name_of = {}, {}
    for record, person, name in opened.values_list("record", "person", "name"):
        person_of[record], name_of[record] = person, name
    read = [Named(r, n, role, person_of.get(r)) for r, n, role in rows.values_list("record", "name", "role")]
    there = {named.record for named in read}
    return (*read, *(Named(r, n, "subject", person_of[r]) for r, n in name_of.items() if r not in there))


@told
def source_row(ws: Workspace, source: str, *, persons: int) -> SourceRow:
    """One line of the list of sources, for a whole SHA-256; `persons` is how many it names."""
    row = models.SourceRecord.objects.using(ws.alias).get(sha256=source)
    text = models.SourceText.objects.using(ws.alias).filter(source=source)
    waiting = Count("proposals", filter=Q(proposals__status=models.ProposalRecord.OPEN))
    restricted, made, is_open = text.annotate(n=Count("proposals"), o=waiting).values_list("restricted", "n", "o")[0]
    return SourceRow(
        row.sha256, row.title, row.media_type, row.language, row.published, row.captured_at, row.characters, persons,
        is_open, made - is_open, restricted,
    )  # fmt: skip


@told
def first_open(ws: Workspace, source: str, *, kind: str | None = None) -> int:
    """The character at which the first open proposal (of a kind) of a source begins; 0 when none waits."""
    rows = models.ProposalRecord.objects.using(ws.alias).filter(source=source, status=models.ProposalRecord.OPEN)
    rows = rows.filter(kind=kind) if kind else rows
    return int(rows.order_by("start").values_list("start", flat=True).first() or 0)
