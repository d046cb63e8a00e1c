"""The projection: a register as flat rows that any SQL engine can count. What the desk stores in its tables.

Days are ISO text (`2020-01-31`); text order is date order. `start` is the first day, `until` the first day after; an
open beginning is `0001-01-01`, an open end `9999-12-31`. `certain` and `disputed` are 0 or 1, `level` is 0 to 4: the
lowest audience level that may see the row (never 0 for what is not in the public list). Tables (see `TABLES`):

- `person (person, name)`: one row for each person.
- `spell (person, kind, name, category, start, until, certain, disputed, level, because)`: a stretch of days.
  `kind` is `liberty` (name: a status; every day is covered; certain = no other status is possible), `recognition`
  (name: a list) or `state_list` (name: a list). `because` holds fact ids, separated by spaces.
- `fact (fact, person, kind, low, high, modality, disputed, level, topic)`: one row for each fact. `low` and `high`
  bound the day on which it happened; without a date it is known to have happened by its source's day. `topic` is the
  same for facts that one decision makes.
- `term (fact, field, value)`: the words of a fact, for those fields that are controlled terms.
- `assembly (fact, high, value, comparator, summed, dated, level)`: one row for each assembly fact with people detained.
- `compliance (fact, topic, high, state, level)`: what a source says about compliance, by the topic of the decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from habeas.figures.assemblies import assembly_rows
from habeas.figures.topics import compliance_rows, topic
from habeas.lexicon.kinds import KINDS
from habeas.register import Fact, Listing, Register, Stretch, listings, stretches, visible
from habeas.register.lists import on_state_lists

Row = tuple[str | int | float, ...]

TABLES: Mapping[str, tuple[str, ...]] = {
    "person": ("person", "name"),
    "spell": ("person", "kind", "name", "category", "start", "until", "certain", "disputed", "level", "because"),
    "fact": ("fact", "person", "kind", "low", "high", "modality", "disputed", "level", "topic"),
    "term": ("fact", "field", "value"),
    "assembly": ("fact", "high", "value", "comparator", "summed", "dated", "level"),
    "compliance": ("fact", "topic", "high", "state", "level"),
}
"""Table -> its columns, in the order of a row. All text but certain, disputed, level, summed, dated (whole) and value
(a number)."""

INDEXES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "person": (("person",),),
    "spell": (("kind", "certain", "name", "start", "until", "level", "person"), ("person", "kind", "start")),
    "fact": (("kind", "high", "low", "level", "modality", "person"), ("person", "kind")),
    "term": (("fact", "field", "value"),),
    "assembly": (("high",),),
    "compliance": (("topic",),),
}
"""Table -> the columns of each index that keeps counting fast."""

STATED = ("happened", "alleged")
"""Modalities in which a source says that something took place. A fact in dispute has such a one if any reading has."""


@dataclass(slots=True)
class Rows:
    """Table -> rows. Filled by `rows`; sorted, so that two projections of one register are equal."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in TABLES})

    def __getitem__(self, table: str) -> list[Row]:
        return self.tables[table]


def rows(register: Register) -> Rows:
    """The whole projection of a register."""
    made = Rows()
    for person in register.people.values():
        made["person"].append((person.id, person.name))
        made["spell"].extend(person_spells(register, person.id))
    for fact in register.facts.values():
        made["fact"].append(_fact_row(fact))
        made["term"].extend(_term_rows(fact))
    made["assembly"].extend(assembly_rows(register.facts.values()))
    made["compliance"].extend(compliance_rows(register))
    for table in made.tables.values():
        table.sort()
    return made


def person_spells(register: Register, person: str) -> Iterator[Row]:
    """The `spell` rows of one person; the rows of others do not depend on them."""
    for stretch in stretches(register, person):
        yield from _liberty_rows(register, stretch)
    for listing in listings(register, person):
        yield _listing_row("recognition", listing)
    for listing in on_state_lists(register, person):
        yield _listing_row("state_list", listing)


def _liberty_rows(register: Register, stretch: Stretch) -> Iterator[Row]:
    certain = int(len(stretch.states) == 1)
    for state in stretch.states:
        facts = [register.facts[f] for f in state.because]
        level = max((public_level(f.kind, f.level) for f in facts), default=0)
        yield (
            stretch.person,
            "liberty",
            state.status,
            "",
            _iso(stretch.start),
            _iso(stretch.end or date.max),
            certain,
            int(stretch.disputed and not certain),
            level,
            " ".join(state.because),
        )


def _listing_row(kind: str, listing: Listing) -> Row:
    level = public_level("recognition" if kind == "recognition" else "listing", listing.level)
    return (
        listing.person,
        kind,
        listing.list,
        listing.category or "",
        _iso(listing.start),
        _iso(listing.end or date.max),
        int(listing.certain),
        int(listing.disputed),
        level,
        " ".join(listing.because),
    )


def _fact_row(fact: Fact) -> Row:
    low, high = fact_days(fact)
    modality = next((r.modality for r in fact.readings if r.modality in STATED), fact.modality)
    return (
        fact.id,
        fact.person or "",
        fact.kind,
        _iso(low),
        _iso(high),
        modality,
        int(fact.disputed),
        public_level(fact.kind, fact.level),
        topic(fact),
    )


def _term_rows(fact: Fact) -> Iterator[Row]:
    for name, known in KINDS.get(fact.kind, {}).items():
        if known.type == "term":
            for value in sorted({str(r.fields[name]) for r in fact.readings if r.fields.get(name)}):
                yield (fact.id, name, value)


def fact_days(fact: Fact) -> tuple[date, date]:
    """The days between which a fact happened, over all its answers; without a date, by the day its source speaks of."""
    spoken = fact.state_of or date.min
    lows = [r.when.earliest if r.when and r.when.earliest else date.min for r in fact.readings]
    highs = [(r.when.latest or date.max) if r.when else spoken for r in fact.readings]
    return min(lows), max(highs)


def public_level(kind: str, level: int) -> int:
    """The level of a row that says that such a fact is there: never 0 when the public list does not hold the kind."""
    return level if visible(kind, None, level, "public") else max(level, 1)


def _iso(day: date) -> str:
    return day.isoformat()
