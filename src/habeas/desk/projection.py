"""Keeps the projection tables at what the ledger says, in the transaction of the entries that changed it.

A decision about a few people folds the entries around them and rewrites their rows alone. Many people at once, an
erasure, an assembly (which is held against all others), or a document that now speaks of a later day fold the whole
ledger. Either way only groups of rows that differ are written. `rebuild` makes the same rows from the whole ledger, so
that both can only agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from django.db.models import Model

from habeas.desk import models
from habeas.desk.folding import Folded, folded
from habeas.desk.rows import Row, lists_of_steps, rows_of
from habeas.desk.slices import Slice, is_record, slice_about
from habeas.desk.statuses import mark_proposals, proposals_of
from habeas.desk.tables import among, columns_of, delete, grouped, insert, stored_rows
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry

MANY = 100
"""From how many records on the whole ledger is folded rather than a slice."""
UNSLICED_KINDS = frozenset(("assembly",))


def project(ws: Workspace, entries: Sequence[Entry]) -> None:
    """Brings the tables up to what these new entries say. Call it in the transaction that appended them."""
    subjects = {s for e in entries if e.body for s in e.body.subjects}
    if (
        any(map(_reaches_everyone, entries))
        or sum(map(is_record, subjects)) > MANY
        or (entries and not _project_slice(ws, slice_about(ws, subjects)))
    ):
        project_all(ws)


def project_all(ws: Workspace) -> None:
    """Makes every projection what the ledger says."""
    now = folded(ws)
    for model, rows in rows_of(now).items():
        _replace_differing(ws, model, rows)
    mark_proposals(ws, now)


def _reaches_everyone(entry: Entry) -> bool:
    return entry.action == "erased" or bool(entry.body and entry.body.content.get("kind") in UNSLICED_KINDS)


def _project_slice(ws: Workspace, part: Slice) -> bool:
    """Rewrites the rows of the slice's people. False, and nothing written, when others' rows hang on what changed."""
    now = Folded(part.entries, part.register)
    made = rows_of(now)
    keys = _keys(ws, part, [row[0] for row in made[models.SourceRecord]])
    if _reaches_others(ws, keys, made):
        return False
    for model, (column, key) in _COLUMN.items():
        place = columns_of(model).index(column)
        rows = [row for row in made[model] if row[place] in keys[key]]
        _replace_differing(ws, model, rows, within=(column, keys[key]))
    _replace_differing(ws, models.ListRow, lists_of_steps(_steps(ws)))
    mark_proposals(ws, now, within=proposals_of(part.entries))
    return True


_COLUMN: Mapping[type[Model], tuple[str, str]] = {
    models.MemberRow: ("name", "member"),
    models.SourceRecord: ("sha256", "source"),
    models.RecordRow: ("record", "record"),
    models.PersonRow: ("id", "person"),
    models.FactRow: ("id", "fact"),
    models.ClaimRow: ("record", "record"),
    models.CountedPerson: ("person", "person"),
    models.Spell: ("person", "person"),
    models.CountedFact: ("fact", "fact"),
    models.Term: ("fact", "fact"),
    models.Compliance: ("fact", "fact"),
}
"""Table -> the column that says whether a row belongs to a slice, and what kind of value stands in it."""


def _keys(ws: Workspace, part: Slice, sources: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The values that mark the rows of the slice, those that are there and those to come."""
    now, records = part.register, part.records
    there = models.RecordRow.objects.using(ws.alias).filter(record__in=among(records))
    persons = {*records, *there.values_list("person", flat=True), *(now.person_of.get(r, r) for r in records)}
    old = models.ClaimRow.objects.using(ws.alias).filter(record__in=among(records)).values_list("fact", flat=True)
    new = (f.id for f in now.facts.values() if any(now.claims[c].record in records for c in f.claims))
    keys = {
        "member": now.members.values(),
        "source": sources,
        "record": records,
        "person": persons,
        "fact": {*old, *new},
    }
    return {name: frozenset(values) for name, values in keys.items()}


def _reaches_others(
    ws: Workspace, keys: Mapping[str, frozenset[str]], made: Mapping[type[Model], Sequence[Row]]
) -> bool:
    """True when a document of the slice speaks of another day than before, or an assembly may have changed."""
    sources = models.SourceRecord.objects.using(ws.alias).filter(sha256__in=among(keys["source"]))
    days = dict(sources.values_list("sha256", "state_of"))
    if any(row[-1] != days[row[0]] for row in made[models.SourceRecord] if row[0] in days):
        return True
    facts = models.FactRow.objects.using(ws.alias).filter(id__in=among(keys["fact"]))
    return facts.filter(kind__in=UNSLICED_KINDS).exists()


def _steps(ws: Workspace) -> Iterator[tuple[str, bool]]:
    """List and whether members decided it, for every step of every person."""
    for steps in models.PersonRow.objects.using(ws.alias).exclude(steps=[]).values_list("steps", flat=True):
        yield from ((step[1], step[-1]) for step in steps)


def _replace_differing(
    ws: Workspace, model: type[Model], rows: Iterable[Row], *, within: tuple[str, Collection[str]] | None = None
) -> None:
    """Makes the table (`within` these values of a column) hold these rows. Only groups that differ are written."""
    wanted, there = grouped(rows), stored_rows(ws.alias, model, within=within)
    stale = [key for key, group in there.items() if wanted.get(key) != group]
    fresh = [key for key, group in wanted.items() if there.get(key) != group]
    delete(ws.alias, model, stale)
    insert(ws.alias, model, (row for key in fresh for row in wanted[key]))
