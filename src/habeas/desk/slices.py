"""The part of the register around some people: what one decision can change, and what deciding needs to know.

A person's rows follow from the entries about their records, from decisions on which records are one, and from few
things that everyone shares. Folding those entries alone gives the same rows as folding the whole ledger (`verify`
compares, a test decides at random), at a cost that does not grow with the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.desk import models
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry
from habeas.register import Register, fold

SHARED = ("member_added", "mandate_recorded", "basis_withdrawn")
"""Actions of which every slice holds all entries: few, and about everyone."""
GROUPING = ("same", "different", "split")


@dataclass(frozen=True, slots=True)
class Slice:
    """The register around `records`. Other people may stand in it, incomplete; only those of `records` are whole."""

    entries: tuple[Entry, ...]
    register: Register
    records: frozenset[str]


def slice_about(ws: Workspace, entities: Iterable[str]) -> Slice:
    """The slice around these records, people, facts, claims, proposals or sources; ids that they once had will do."""
    wanted = set(entities)
    found = ws.journal.about(wanted)
    wanted |= {c["case"] for c in _contents(found) if c.get("case")}  # claims of one proposal share its status
    found = ws.journal.about(wanted)
    records = _closed(
        ws, {s for e in found if e.body for s in e.body.subjects if is_record(s)} | set(filter(is_record, wanted))
    )
    claims = models.ClaimRow.objects.using(ws.alias)
    around = wanted | records
    documents = {c["document"] for c in _contents(ws.journal.about(around)) if "document" in c}
    latest = _latest_recognitions(
        ws, documents | set(claims.filter(record__in=among(records)).values_list("document", flat=True))
    )
    entries = ws.journal.about(around | documents | latest, actions=SHARED)
    return Slice(tuple(entries), fold(entries), frozenset(records))


def _contents(entries: Iterable[Entry]) -> Iterator[Mapping[str, Any]]:
    return (e.body.content for e in entries if e.body)


def is_record(entity: str) -> bool:
    """True for the id of a record, of a person or of a group."""
    return entity.startswith(("r-", "g-"))


def _closed(ws: Workspace, records: set[str]) -> set[str]:
    """The records with all that were ever joined with them, judged different, split, or given a claim of theirs."""
    rows = models.RecordRow.objects.using(ws.alias)
    seen: set[str] = set()
    while new := records - seen:
        seen |= new
        persons = rows.filter(record__in=among(new)).values("person")
        records |= set(rows.filter(person__in=persons).values_list("record", flat=True))
        tying = (e.body.subjects for e in ws.journal.about(new) if e.body and _ties(e.action, e.body.content))
        records |= {s for subjects in tying for s in subjects if is_record(s)}
    return records


def _ties(action: str, content: Mapping[str, Any]) -> bool:
    return action in GROUPING or (action == "correct" and "record" in content)


def _latest_recognitions(ws: Workspace, documents: Iterable[str]) -> set[str]:
    """For each document the claim of recognition with the latest day: it says up to which day the document speaks."""
    rows = models.ClaimRow.objects.using(ws.alias).filter(kind="recognition", document__in=among(documents))
    latest: dict[str, tuple[str, str]] = {}
    for claim, document, day in rows.filter(latest__isnull=False).values_list("id", "document", "latest"):
        latest[document] = max(latest.get(document, ("", "")), (day, claim))
    return {claim for _, claim in latest.values()}
