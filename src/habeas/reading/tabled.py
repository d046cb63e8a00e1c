"""Rows of a table inside a text: each a person, each known column a claim, instead of what prose rules make of it.

A row under known headers says more surely what it says than rules for sentences can: a date belongs to its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.evidence import Document
from habeas.reading.proposals import NamedPerson, Proposal, Reading, Span, proposal_id
from habeas.reading.rows.entries import values_of_row
from habeas.reading.rows.grid import Grid, GridRow, aligned, grids, labelled
from habeas.reading.rows.table import Row
from habeas.reading.rows.values import claim_of

CONFIDENCE = 0.9
_KIND_OF = {
    "article": "charge", "sentence": "sentence", "sentenced": "sentence", "arrested": "custody",
    "held_since": "custody",
    "released": "release", "status": "custody",
}  # fmt: skip
"""Column -> the kind of claim that it is read for, and prose rules then are not."""
_SPARE = ("habeas_id", "identifier", "names")


def with_tables(reading: Reading) -> Reading:
    """The reading with the rows of its tables read as rows."""
    text = reading.document.text
    found = [*grids(text), *aligned(text), *labelled(text)]
    return _merged(reading, found) if found else reading


def _merged(reading: Reading, tables: Sequence[Grid]) -> Reading:
    persons, claims = list(reading.persons), list(reading.claims)
    for table in map(_dated, tables):
        kinds = {_KIND_OF[m] for m in table.held if m in _KIND_OF}
        for row in table.rows:
            who = _person(persons, table, row, reading.document.text)
            if who is None:
                continue
            claims = [c for c in claims if not (c.kind in kinds and _inside(c.span, row.span))]
            claims += _claims(reading.document, table, row, who)
    order = sorted({c.id: c for c in claims}.values(), key=lambda c: (c.span, c.kind))
    return replace(reading, persons=tuple(persons), claims=tuple(order))


_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def _dated(table: Grid) -> Grid:
    """The table with its slashed dates written so that the day is told from the month, where its other rows tell it."""
    found = [m for r in table.rows for c in r.cells.values() for m in _SLASHED.finditer(c)]
    first, second = (any(int(m[n]) > 12 for m in found) for n in (1, 2))
    if first == second:
        return table
    form = r"\1.\2.\3" if first else r"\2.\1.\3"
    rows = (replace(r, cells={h: _SLASHED.sub(form, c) for h, c in r.cells.items()}) for r in table.rows)
    return replace(table, rows=tuple(rows))


def _inside(span: Span, row: Span) -> bool:
    return row[0] <= span[0] < row[1]


def _person(persons: list[NamedPerson], table: Grid, row: GridRow, text: str) -> NamedPerson | None:
    """Who stands in the cell of names: as the reading knows them, else a new subject. None where no name is, and for
    the head of the table when it stands there again.
    """
    columns = [table.held[m] for m in ("name", "surname", "given", "patronymic") if m in table.held]
    chosen = columns[:1] if "name" in table.held else columns
    said = " ".join(row.cells[c] for c in chosen if c in row.cells)
    if not said or not any(map(str.isalpha, said)) or len(said) > 120 or said.casefold() == " ".join(chosen).casefold():
        return None
    filled = [row.places[c] for c in chosen if c in row.places]
    place = _trimmed(text, (filled[0][0], filled[-1][1]))
    for number, person in enumerate(persons):
        if any(_inside(m, place) for m in person.mentions):
            persons[number] = _named(person, said)
            return persons[number]
    known = [n for n, p in enumerate(persons) if said in p.names]
    if len(known) == 1:
        found = persons[known[0]]
        persons[known[0]] = replace(found, role="subject", mentions=(*found.mentions, place))
        return persons[known[0]]
    made = NamedPerson(f"p{len(persons) + 1}", said, (said,), "subject", (place,))
    persons.append(made)
    return made


def _trimmed(text: str, place: Span) -> Span:
    """The place without the blanks at its ends."""
    words = text[slice(*place)]
    start = place[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _named(person: NamedPerson, said: str) -> NamedPerson:
    """The person as a subject, under the whole name that the cell prints when the reading has but a part of it."""
    words = said.split()
    if said in person.names or not 2 <= len(words) <= 5 or not all(w.strip(".,-").isalpha() for w in words):
        return replace(person, role="subject")
    name = said if len(person.name.split()) == 1 else person.name
    return replace(person, role="subject", name=name, names=(*person.names, said))


def _claims(document: Document, table: Grid, row: GridRow, who: NamedPerson) -> Iterator[Proposal]:
    held = {m: h for m, h in table.held.items() if m not in _SPARE}
    values = [v for v, _, _ in values_of_row(Row(row.cells, row.span), held) if v]
    sentenced = any(v.meaning == "sentence" for v in values)
    for value in values:
        claim = claim_of(value)
        if claim is None or value.meaning == "category":
            continue
        kind, fields, when = claim
        if value.meaning == "facility" and not sentenced:
            fields = {**fields, "form": "pretrial_detention"}
        name = proposal_id(document.sha256, kind, row.span, (who.name,), when, fields)
        rule = f"table.{value.meaning}"
        yield Proposal(name, kind, (who.id,), row.span, when, fields, rule, CONFIDENCE)
