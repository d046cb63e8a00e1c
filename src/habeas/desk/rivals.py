"""The facts that a proposal may contradict, and who decided a proposal before: what a reviewer must be told."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.histories import history
from habeas.desk.persons import fact_shown
from habeas.desk.results import FactView, HistoryRow
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.errors import HabeasError


@dataclass(frozen=True, slots=True)
class Standing:
    """How a proposal was decided: the entry that decided it last, by whom, when, and why."""

    action: str
    member: str
    at: str
    entry: str
    why: str


@told
def rivals(ws: Workspace, proposal: str) -> tuple[FactView, ...]:
    """The facts of the same kind about the one person whom the proposal names; none when it names several."""
    records = list(
        models.ProposalPerson.objects.using(ws.alias).filter(proposal=proposal).values_list("record", flat=True)
    )
    persons = models.RecordRow.objects.using(ws.alias).filter(record__in=among(records)).values("person")
    kind = models.ProposalRecord.objects.using(ws.alias).filter(id=proposal).values("kind")
    if len(records) != 1:
        return ()
    facts = models.FactRow.objects.using(ws.alias).filter(person__in=persons, kind__in=kind).order_by("earliest", "id")
    return tuple(fact_shown(line) for line in facts.values())


@told
def standing(ws: Workspace, proposal: str) -> Standing | None:
    """Who decided the proposal last, or None."""
    try:
        rows = history(ws, proposal)
    except HabeasError:
        return None
    decided = [r for r in rows if r.action in ("accept", "reject", "correct")]
    return _standing(decided[-1]) if decided else None


def _standing(row: HistoryRow) -> Standing:
    return Standing(row.action, row.member, row.at, row.entry, str((row.content or {}).get("why") or ""))
