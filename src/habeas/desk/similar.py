"""People of the register who may be those whom a source names: offered in review, with reasons; nobody is joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.ledger import Head
from habeas.matching import NameIndex, build_index, compare
from habeas.matching.compare import Part

LEAST = 0.5
"""The probability from which somebody is offered."""
MOST = 3
"""People who are offered for one name."""


@dataclass(frozen=True, slots=True)
class SimilarPerson:
    """Somebody of the register: how likely the name is one person's, part by part, and how many bear the name."""

    id: str
    name: str
    compared: str
    probability: float
    parts: tuple[Part, ...]
    namesakes: int
    facts: int


@dataclass(frozen=True, slots=True)
class SimilarTo:
    """A person whom the source names. `opened`: something about them was accepted, so that they can be joined."""

    record: str
    name: str
    person: str | None
    opened: bool
    people: tuple[SimilarPerson, ...]


@told
def similar_people(ws: Workspace, source: str, *, records: Iterable[str] | None = None) -> tuple[SimilarTo, ...]:
    """For each person whom a source names, those of the register whose names may be theirs, the likeliest first.

    Only people who have a whole name and somebody like them are returned. `records` None: all of the source.
    """
    rows = models.NamedRecord.objects.using(ws.alias).filter(source_id=source)
    if records is not None:
        rows = rows.filter(record__in=among(records))
    named = [(r, n) for r, n in rows.order_by("position").values_list("record", "name") if len(n.split()) > 1]
    names, people, index = _index(ws, ws.journal.head())
    if index is None or not named:
        return ()
    known = models.RecordRow.objects.using(ws.alias).filter(record__in=among(r for r, _ in named))
    persons = dict(known.values_list("record", "person"))
    hits = index.find([name for _, name in named], most=4 * MOST, least=LEAST)
    shown = models.PersonRow.objects.using(ws.alias).filter(id__in=among(people))
    about = {p: (name, facts) for p, name, facts in shown.values_list("id", "name", "facts")}
    found = []
    for (record, name), hit in zip(named, hits, strict=True):
        own = persons.get(record)
        best: dict[str, SimilarPerson] = {}
        for h in hit:
            id = people[h.place]
            if id != own and id in about and id not in best:
                reasons = compare(name, names[h.place])
                best[id] = SimilarPerson(
                    id, about[id][0], names[h.place], h.probability, reasons.parts, h.namesakes, about[id][1]
                )
        if best:
            found.append(SimilarTo(record, name, own, own is not None, tuple(best.values())[:MOST]))
    return tuple(found)


@lru_cache(maxsize=4)
def _index(ws: Workspace, head: Head) -> tuple[list[str], list[str], NameIndex | None]:
    """Whole names of the register, whose they are, and an index over them; made once for each state of the ledger."""
    rows = models.PersonRow.objects.using(ws.alias).order_by("id").values_list("id", "name", "names")
    pairs = [(n, id) for id, name, names in rows for n in dict.fromkeys((name, *names)) if len(n.split()) > 1]
    listed = [name for name, _ in pairs]
    return listed, [id for _, id in pairs], build_index(listed) if listed else None
