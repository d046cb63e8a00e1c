"""Importing a list of people: the file becomes a source, its rows claims, all in one transaction, or nothing at all.

Rows that carry the id of a person of the register speak of them; every other row is a new record, to be joined by a
member. Rows with an id that nobody has are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from habeas.desk import models
from habeas.desk.acceptance import accept_all
from habeas.desk.decisions import prefer
from habeas.desk.faults import told
from habeas.desk.import_plans import ImportPlan, RowPlan, headers_key, plan_import, values_of
from habeas.desk.known import persons_of
from habeas.desk.members import member
from habeas.desk.readings import read_source
from habeas.desk.records import fact_id, record_ids
from habeas.desk.results import Captured, Selection
from habeas.desk.signing import Pen
from habeas.desk.sources import capture_taken
from habeas.desk.workspace import Workspace
from habeas.evidence import Taken
from habeas.reading.proposals import Reading
from habeas.reading.rows import Columns, RowsRead, Table
from habeas.reading.rows.values import SINGLE
from habeas.register.visibility import START_LEVEL

Records = Mapping[str, str]
"""Reading's person -> record."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import wrote. `preferred` counts values that now stand in place of earlier ones."""

    captured: Captured
    plan: ImportPlan
    claims: int
    records: int
    joined: int
    preferred: int


@told
def import_people(
    ws: Workspace,
    taken: Taken,
    table: Table,
    *,
    by: str,
    now: str,
    given: Columns | None = None,
    list_name: str | None = None,
    published: str | None = None,
) -> Imported:
    """Imports a list as `plan_import` shows it. `list_name`: being in a row means being on this list.

    Importing the same file again changes nothing. Raises `NoNames`, `NotFound` for an unknown member.
    """
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now)
        plan = plan_import(ws, taken, table, given=given)
        captured = capture_taken(
            ws, taken, by=by, now=now, title=None, language=None, published=published, how="file", address=None
        )
        _keep(ws, table, plan)
        reading = _reading(ws, taken, plan, list_name)
        read_source(ws, captured.source, now=now, reader=lambda _: reading)
        records = record_ids(captured.source, reading.persons)
        joined = _join(pen, plan, reading, records)
        made = accept_all(ws, by=by, now=now, selection=Selection(document=captured.source))
        preferred = _prefer(ws, plan, records, by=by, now=now, file=taken.file)
    return Imported(captured, plan, len(made.claims), len(made.records) + joined, joined, preferred)


def _keep(ws: Workspace, table: Table, plan: ImportPlan) -> None:
    models.KeptColumns.objects.using(ws.alias).update_or_create(
        headers=headers_key(table.headers), defaults={"columns": dict(plan.held)}
    )


def _reading(ws: Workspace, taken: Taken, plan: ImportPlan, list_name: str | None) -> Reading:
    """All rows but those of unknown ids. What an edited row of ours repeats from the register needs no claim."""
    chosen = [r for r in plan.rows if r.verdict != "unknown id"]
    ours = {r.entry.person: r.person for r in chosen if r.entry.habeas_id and r.person}
    present = values_of(ws, ours.values())
    known = {entry: present.get(person, ()) for entry, person in ours.items()}
    whole = RowsRead(tuple(r.entry for r in plan.rows), plan.unread, plan.unused)
    reading = whole.reading(taken.document, list_name=list_name, known=known)
    wanted = {r.entry.person for r in chosen}
    return replace(reading, claims=tuple(c for c in reading.claims if set(c.persons) <= wanted))


def _join(pen: Pen, plan: ImportPlan, reading: Reading, records: Records) -> int:
    """Opens the records of rows that are known to be somebody, and joins them: their claims then find their facts."""
    told_of = {p for c in reading.claims for p in c.persons}
    opened = persons_of(pen.ws, records.values())
    persons = {p.id: p for p in reading.persons}
    drafts = []
    for row in plan.rows:
        record = records[row.entry.person]
        if row.verdict not in ("known", "unchanged") or row.entry.person not in told_of or record in opened:
            continue
        named = persons[row.entry.person]
        who = {"record": record, "name": named.name, "names": list(named.names), "role": named.role}
        content = {**who, "document": reading.document.sha256}
        drafts.append(pen.draft("record_opened", content, (record,), level=START_LEVEL))
        why = f"Row {row.number} of the list is known by {row.by}."
        pair = sorted({record, str(row.person)})
        drafts.append(pen.draft("same", {"records": pair, "why": why}, pair))
    if drafts:
        pen.write(drafts)
    return len(drafts) // 2


def _prefer(ws: Workspace, plan: ImportPlan, records: Records, *, by: str, now: str, file: str) -> int:
    """In rows that carry our own id, what replaces an earlier value is meant to stand."""
    edited = [r for r in plan.rows if r.entry.habeas_id and any(c.act == "replaces" for c in r.changes)]
    pairs = [(row, fact, claim) for row in edited for fact, claim in _single(ws, records, row)]
    return sum(_prefer_claim(ws, fact, claim, by=by, now=now, file=file, row=row) for row, fact, claim in pairs)


def _single(ws: Workspace, records: Records, row: RowPlan) -> list[tuple[str, str]]:
    """Fact and claim of the values of this row of which a person has one."""
    claims = models.ClaimRow.objects.using(ws.alias).filter(record=records[row.entry.person], kind="identity")
    rows = claims.filter(fields__attribute__in=SINGLE).values_list("fact", "id")
    return list(rows)


def _prefer_claim(ws: Workspace, fact: str, claim: str, *, by: str, now: str, file: str, row: RowPlan) -> bool:
    if fact == fact_id(claim):
        return False
    prefer(ws, fact, claim, by=by, now=now, why=f"Changed by hand in row {row.number} of {file}.")
    return True
