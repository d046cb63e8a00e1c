"""The rows of a table as people and claims: each claim has its row as the passage, and its column as the rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from habeas.evidence import Document
from habeas.reading.proposals import NamedPerson, Proposal, Reading, Span, proposal_id
from habeas.reading.rows.cells import canonical
from habeas.reading.rows.columns import NAMING, Columns
from habeas.reading.rows.table import Row, Table
from habeas.reading.rows.values import Value, claim_of

CLAIMED = (
    "names", "birth", "sex", "occupation", "residence", "citizenship", "affiliation", "article", "arrested",
    "held_since", "facility", "sentence", "status", "released", "category",
)  # fmt: skip
"""The columns that make claims, in the order of the claims."""
_READ = (*CLAIMED, *NAMING, "sentenced", "court", "identifier", "habeas_id", "running")
CONFIDENCE = 0.95
"""A cell under a known header says what it says; that its row is well filled in is for the reviewer to see."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as a person: `number` is that of the row (the first under the headers is 1), `person` the reading's id.

    `habeas_id` names a person of the register, `identifier` is the list's own. `rows` counts equal rows.
    """

    number: int
    person: str
    name: str
    habeas_id: str | None
    identifier: str | None
    values: tuple[Value, ...]
    span: Span
    rows: int = 1

    @property
    def named(self) -> Value:
        """The name as a value, to be held against the names that are known."""
        return Value("names", self.name)


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that was not understood, or a row without a name (`column` is then empty)."""

    number: int
    column: str
    cell: str


@dataclass(frozen=True, slots=True)
class RowsRead:
    """What the rows say: people, the cells that made no claim, and the headers that have no meaning here."""

    entries: tuple[Entry, ...]
    unread: tuple[Unread, ...]
    headers: tuple[str, ...]

    def reading(
        self, document: Document, *, list_name: str | None = None, known: Mapping[str, Collection[Value]] | None = None
    ) -> Reading:
        """The same as proposals. `list_name`: the rows say that these people are on this list.

        `known`: reading's person -> values that need no claim, as the register holds them already.
        """
        persons = tuple(
            NamedPerson(e.person, e.name, (e.name, *_aliases(e)), "subject", (e.span,)) for e in self.entries
        )
        claims = (c for e in self.entries for c in _claims(document, e, list_name, (known or {}).get(e.person, ())))
        return Reading(document, persons, tuple({c.id: c for c in claims}.values()))


def read_rows(table: Table, held: Columns) -> RowsRead:
    """The entries of a table whose columns hold what `held` says. Equal rows are one entry."""
    entries: dict[tuple[tuple[str, str], ...], Entry] = {}
    unread: list[Unread] = []
    for number, row in enumerate(table.rows, start=1):
        key = tuple(sorted(row.cells.items()))
        if key in entries:
            entries[key] = replace(entries[key], rows=entries[key].rows + 1)
            continue
        name = _name(row, held)
        if not name:
            unread.append(Unread(number, "", " | ".join(row.cells.values())[:120]))
            continue
        values = []
        for value, cell, meaning in values_of_row(row, held):
            if value is None:
                unread.append(Unread(number, held[meaning], cell))
            else:
                values.append(value)
        one = {m: row.cells.get(held.get(m, "")) for m in ("habeas_id", "identifier")}
        entries[key] = Entry(
            number, f"p{len(entries) + 1}", name, one["habeas_id"], one["identifier"], tuple(values), row.span
        )
    known = {held[m] for m in _READ if m in held}
    return RowsRead(tuple(entries.values()), tuple(unread), tuple(h for h in table.headers if h not in known))


def known_rows(table: Table, held: Columns) -> Iterator[tuple[str, str | None, str | None]]:
    """Name (perhaps empty), birth (EDTF) and the list's own id of every row, also of equal ones."""
    for row in table.rows:
        births = canonical("birth", row.cells.get(held.get("birth", ""), ""))
        birth = next((v.text for v in births if v), None)
        own = row.cells.get(held.get("identifier", "")) or row.cells.get(held.get("habeas_id", ""))
        yield _name(row, held), birth, own


def _name(row: Row, held: Columns) -> str:
    if said := row.cells.get(held.get("name", "")):
        return said
    return " ".join(p for m in NAMING[1:] if (p := row.cells.get(held.get(m, ""))))


def values_of_row(row: Row, held: Columns) -> Iterator[tuple[Value | None, str, str]]:
    """Each value with its cell and what its column holds; the date of the sentence joins the sentence."""
    on = next((v for v in canonical("sentenced", row.cells.get(held.get("sentenced", ""), "")) if v), None)
    for meaning in CLAIMED:
        cell = row.cells.get(held.get(meaning, ""))
        for value in canonical(meaning, cell) if cell else ():
            dated = value and meaning == "sentence" and not value.when and on
            yield (replace(value, when=on.text) if value and dated and on else value), cell or "", meaning
    if on is None and (cell := row.cells.get(held.get("sentenced", ""))):
        yield None, cell, "sentenced"


def _aliases(entry: Entry) -> list[str]:
    return [v.text for v in entry.values if v.meaning == "names" and v.text != entry.name]


def _claims(document: Document, entry: Entry, list_name: str | None, known: Collection[Value]) -> Iterator[Proposal]:
    if list_name and not any(v.meaning == "category" for v in entry.values):
        fields = {"list": list_name, "step": "entered", "reason": "entry"}
        yield _proposal(document, entry, "recognition", fields, None, "listed")
    elif not any(entry.named.fits(k) for k in known) if entry.habeas_id else not any(map(claim_of, entry.values)):
        yield _proposal(document, entry, "identity", {"attribute": "name", "value": entry.name}, None, "name")
    for value in entry.values:
        if any(value.fits(k) for k in known) or (claim := claim_of(value, list_name=list_name)) is None:
            continue
        kind, fields, when = claim
        if value.meaning == "facility" and not any(v.meaning == "sentence" for v in entry.values):
            fields = {**fields, "form": "pretrial_detention"}
        yield _proposal(document, entry, kind, fields, when, value.meaning)


def _proposal(
    document: Document, entry: Entry, kind: str, fields: dict[str, str], when: str | None, column: str
) -> Proposal:
    name = proposal_id(document.sha256, kind, entry.span, (entry.name,), when, fields)
    return Proposal(name, kind, (entry.person,), entry.span, when, fields, f"rows.{column}", CONFIDENCE)
