"""Powers of attorney and consents: who gave what, until when, and what rests on each. Sealed: for those who release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry


@dataclass(frozen=True, slots=True)
class Mandate:
    """`people` are ids and names of those whom it is about; `rests` how many claims are released on it.

    `withdrawn` says why it was taken back, None while it holds.
    """

    id: str
    giver: str
    scope: str
    purpose: str
    until: str | None
    proof: str | None
    recorded_at: str
    people: tuple[tuple[str, str], ...]
    rests: int
    withdrawn: str | None


@told
def bases_held(ws: Workspace) -> tuple[tuple[str, str], ...]:
    """Basis (`mandate:ID`) and what it permits, of every mandate that was not taken back. One query."""
    said, taken = _entries(ws)
    found = ((f"mandate:{c['mandate']}", f"{c['scope']}, {c['purpose']}") for _, c in said)
    return tuple((basis, words) for basis, words in found if basis not in taken)


@told
def mandates(ws: Workspace) -> tuple[Mandate, ...]:
    """Every mandate whose body was not erased, the newest first."""
    said, taken = _entries(ws)
    claims = models.ClaimRow.objects.using(ws.alias).filter(basis__startswith="mandate:")
    rests = dict(claims.values("basis").annotate(n=Count("id")).values_list("basis", "n"))
    people = _people(ws)
    return tuple(_mandate(e, taken, rests, people) for e, _ in reversed(said))


def _entries(ws: Workspace) -> tuple[list[tuple[Entry, Mapping[str, Any]]], Mapping[str, str]]:
    """The entries that record a mandate with their contents, and bases that were taken back with the reason."""
    entries = ws.journal.about((), actions=("mandate_recorded", "basis_withdrawn", "withdraw"))
    said = [(e, e.body.content) for e in entries if e.body]
    gone = {c["decision"] for e, c in said if e.action == "withdraw" and c.get("decision")}
    taken = {c["basis"]: str(c["why"]) for e, c in said if e.action == "basis_withdrawn" and e.id not in gone}
    return [(e, c) for e, c in said if e.action == "mandate_recorded" and e.id not in gone], taken


def _mandate(
    entry: Entry, taken: Mapping[str, str], rests: Mapping[str, int], people: Mapping[str, tuple[str, str]]
) -> Mandate:
    assert entry.body is not None
    c = entry.body.content
    basis = f"mandate:{c['mandate']}"
    about = tuple(dict.fromkeys(people[s] for s in entry.body.subjects if s in people))
    return Mandate(
        c["mandate"], c["giver"], c["scope"], c["purpose"], c.get("until"), c.get("proof"), entry.header.at, about,
        rests.get(basis, 0), taken.get(basis),
    )  # fmt: skip


def _people(ws: Workspace) -> Mapping[str, tuple[str, str]]:
    names = dict(models.PersonRow.objects.using(ws.alias).values_list("id", "name"))
    records = models.RecordRow.objects.using(ws.alias).values_list("record", "person")
    return {record: (person, names[person]) for record, person in records if person in names}
