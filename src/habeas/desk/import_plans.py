"""What importing a list of people would do, without doing it: who is new, who is known, what would change.

A row is known by the id of Habeas that it carries, by this file when it was imported before, or by the list's own id
when an earlier issue of the list was. A name never makes a row known: those who may be somebody are shown.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from habeas.adapters.people_lists import PEOPLE
from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.holdings import TEAM
from habeas.desk.records import record_ids
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.evidence import Document, Taken
from habeas.lexicon import fold
from habeas.reading.rows import Columns, Entry, RowsRead, Table, Unread, Value, columns, read_rows, table_in, value_of
from habeas.reading.rows.values import SINGLE
from habeas.watch.pairing import likely_pairs
from habeas.watch.screening import KnownPerson

Verdict = Literal["new", "known", "unchanged", "perhaps", "unknown id"]
_SAID = ("happened", "alleged")


@dataclass(frozen=True, slots=True)
class CellChange:
    """A value that the register does not hold so (`adds`, `replaces` one that stands), or that the row leaves out
    (`leaves out`: nothing is withdrawn by an import).
    """

    column: str
    act: Literal["adds", "replaces", "leaves out"]
    before: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row: who it is and what it would change. `by` says how the person was known, or how likely they are."""

    number: int
    name: str
    verdict: Verdict
    person: str | None
    known_as: str | None
    by: str
    changes: tuple[CellChange, ...]
    entry: Entry


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole file.

    `held` is what its columns hold, `unused` are headers without a meaning, `repeated` counts rows equal to another.
    """

    rows: tuple[RowPlan, ...]
    unread: tuple[Unread, ...]
    unused: tuple[str, ...]
    held: Columns
    repeated: int

    def of(self, verdict: Verdict) -> tuple[RowPlan, ...]:
        """The rows of one verdict."""
        return tuple(r for r in self.rows if r.verdict == verdict)


@told
def plan_import(
    ws: Workspace, taken: Taken, table: Table, *, given: Columns | None = None
) -> ImportPlan:
    """What importing this list would do; writes nothing. `given` overrides what the columns are taken to hold.

    Raises `NoNames` when no column holds names.
    """
    held = columns(table.headers, {**kept_columns(ws, table), **(given or {})})
    rows = read_rows(table, held)
    known = _known(ws, taken.document, rows)
    people = {line["id"]: line for line in models.PersonRow.objects.using(ws.alias).values("id", "name", "names")}
    present = values_of(ws, {p for p, _ in known.values() if p})
    perhaps = _perhaps(ws, [e for e in rows.entries if e.person not in known], people)
    planned = []
    for entry in rows.entries:
        person, by = known.get(entry.person, (None, ""))
        changes = _changes(entry, present.get(person or "", ()), held)
        if person:
            verdict: Verdict = "known" if changes else "unchanged"
        elif entry.person in known:
            verdict = "unknown id"
        else:
            person, by = perhaps.get(entry.person, (None, ""))
            verdict = "perhaps" if person else "new"
        name = str(people[person]["name"]) if person else None
        planned.append(RowPlan(entry.number, entry.name, verdict, person, name, by, changes, entry))
    return ImportPlan(tuple(planned), rows.unread, rows.headers, held, sum(e.rows - 1 for e in rows.entries))


def kept_columns(ws: Workspace, table: Table) -> Columns:
    """What the columns of a table with these headers were said to hold before."""
    row = models.KeptColumns.objects.using(ws.alias).filter(headers=headers_key(table.headers)).first()
    return dict(row.columns) if row else {}


def headers_key(headers: Sequence[str]) -> str:
    """The hash under which the meaning of these headers is kept; their order does not count."""
    return hashlib.sha256(json.dumps(sorted(map(fold, headers)), ensure_ascii=False).encode()).hexdigest()


def values_of(ws: Workspace, persons: Iterable[str]) -> Mapping[str, tuple[Value, ...]]:
    """Person -> what the register holds of them for the team, as the cells of a list would say it."""
    chosen = among(list(persons))
    facts = models.FactRow.objects.using(ws.alias).filter(person__in=chosen, preferred__isnull=False)
    preferred = dict(facts.values_list("id", "preferred"))
    found: dict[str, dict[Value, None]] = defaultdict(dict)
    for person, names in models.PersonRow.objects.using(ws.alias).filter(id__in=chosen).values_list("id", "names"):
        found[person] = {Value("names", name): None for name in names}
    claims = models.ClaimRow.objects.using(ws.alias).filter(person__in=chosen, modality__in=_SAID, level__lte=TEAM)
    rows = claims.order_by("since", "id")
    for claim, fact, person, kind, fields, when in rows.values_list("id", "fact", "person", "kind", "fields", "when"):
        if person and preferred.get(fact, claim) == claim and (value := value_of(kind, fields, when)):
            found[person][value] = None
    return {person: tuple(values) for person, values in found.items()}


def _known(ws: Workspace, document: Document, rows: RowsRead) -> Mapping[str, tuple[str | None, str]]:
    """Reading's person -> person of the register and how they are known. None: the row carries an id of nobody."""
    reading = rows.reading(document)
    here = record_ids(document.sha256, reading.persons)
    before = _persons(ws, here.values())
    named = {e.habeas_id for e in rows.entries if e.habeas_id}
    by_id = _persons(ws, named)
    by_list = _earlier_issues(ws, document) if any(e.identifier for e in rows.entries) else {}
    found: dict[str, tuple[str | None, str]] = {}
    for entry in rows.entries:
        if entry.habeas_id:
            found[entry.person] = by_id.get(entry.habeas_id), f"its Habeas id {entry.habeas_id}"
        elif person := before.get(here[entry.person]):
            found[entry.person] = person, "this file, imported before"
        elif entry.identifier and (person := by_list.get(entry.identifier)):
            found[entry.person] = person, f"the list's own id {entry.identifier}"
    return found


def _persons(ws: Workspace, records: Iterable[str]) -> Mapping[str, str]:
    rows = models.RecordRow.objects.using(ws.alias).filter(record__in=among(records))
    return dict(rows.values_list("record", "person"))


def _earlier_issues(ws: Workspace, document: Document) -> Mapping[str, str]:
    """The list's own id -> person, from the issues of this list (by its title) that were imported before."""
    issues = models.SourceRecord.objects.using(ws.alias).filter(media_type__contains=PEOPLE, title=document.title)
    found: dict[str, str] = {}
    for sha256 in issues.exclude(sha256=document.sha256).order_by("captured_at").values_list("sha256", flat=True):
        text = models.SourceText.objects.using(ws.alias).get(source=sha256)
        if text.restricted:
            continue
        table = table_in(text.text)
        rows = read_rows(table, columns(table.headers, kept_columns(ws, table)))
        issue = Document(sha256, text.text, text.title, text.language)
        ids = record_ids(sha256, rows.reading(issue).persons)
        persons = _persons(ws, ids.values())
        found |= {e.identifier: p for e in rows.entries if e.identifier and (p := persons.get(ids[e.person]))}
    return found


def _perhaps(
    ws: Workspace, entries: Sequence[Entry], people: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, tuple[str, str]]:
    """Reading's person -> the likeliest person of the register, and why. For people to judge."""
    births = _births(ws)
    ours = [KnownPerson(i, (p["name"], *p["names"]), births.get(i)) for i, p in people.items()]
    rows = [KnownPerson(e.person, _names(e), _birth(e)) for e in entries]
    found: dict[str, tuple[str, str]] = {}
    for row, person, likeness in likely_pairs(rows, ours).found:
        said = f"{likeness.probability:.2f}: " + "; ".join(likeness.reasons)
        found.setdefault(rows[row].id, (ours[person].id, said))
    return found


def _births(ws: Workspace) -> Mapping[str, str]:
    claims = models.ClaimRow.objects.using(ws.alias).filter(kind="identity", fields__attribute="birth")
    return {p: str(f["value"]) for p, f in claims.values_list("person", "fields") if p and f.get("value")}


def _names(entry: Entry) -> tuple[str, ...]:
    return entry.name, *(v.text for v in entry.values if v.meaning == "names")


def _birth(entry: Entry) -> str | None:
    return next((v.text for v in entry.values if v.meaning == "birth"), None)


def _changes(entry: Entry, present: Sequence[Value], held: Columns) -> tuple[CellChange, ...]:
    found = [_change(held[v.meaning], v, present) for v in entry.values]
    if entry.habeas_id:
        found.append(_change(held.get("name", held.get("surname", "")), entry.named, present))
        found += _left_out(entry, present, held)
    return tuple(c for c in found if c)


def _change(column: str, value: Value, present: Sequence[Value]) -> CellChange | None:
    alike = [p for p in present if p.meaning == value.meaning]
    if any(value.fits(p) for p in alike):
        return None
    if value.meaning in SINGLE and alike:
        return CellChange(column, "replaces", tuple(p.printed for p in alike), value.printed)
    return CellChange(column, "adds", (), value.printed)


def _left_out(entry: Entry, present: Sequence[Value], held: Columns) -> list[CellChange]:
    """What the register holds and an edited row of ours does not say any more, but for what it replaces."""
    said = (*entry.values, entry.named)
    replaced = {v.meaning for v in entry.values} & set(SINGLE)
    left = [p for p in present if p.meaning in held and p.meaning not in replaced]
    gone = [p for p in left if not any(v.fits(p) for v in said)]
    return [CellChange(held[p.meaning], "leaves out", (p.printed,), "") for p in gone]
