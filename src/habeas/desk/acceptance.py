"""Accepting proposals: each becomes one claim for each person that it names, and each claim supports a fact.

A proposal's persons get their records opened when a claim of theirs is first accepted. Claims of one proposal that
names several people are tied by `case`. The whole selection is written in one transaction, or not at all.
"""

from __future__ import annotations

from datetime import date

from habeas.desk import models
from habeas.desk.batches import Batch
from habeas.desk.faults import told
from habeas.desk.members import member
from habeas.desk.readings import Progress
from habeas.desk.results import ALL, Accepted, Selection
from habeas.desk.selections import people_of, selected
from habeas.desk.signing import Pen
from habeas.desk.workspace import Workspace

OPEN = models.ProposalRecord.OPEN


@told
def accept(
    ws: Workspace, selection: Selection, *, by: str, now: str, bulk: bool = False, progress: Progress | None = None
) -> Accepted:
    """Accepts the proposals that fit. Those decided before stay as they are and are named in `already`.

    `bulk` marks decisions made without looking at each one. Raises `NotFound` for an unknown member or id.
    """
    return _accept(ws, selection, by=by, now=now, bulk=bulk, progress=progress)


@told
def accept_all(
    ws: Workspace, *, by: str, now: str, selection: Selection = ALL, progress: Progress | None = None
) -> Accepted:
    """Accepts every open proposal that fits, marked as bulk."""
    return _accept(ws, selection, by=by, now=now, bulk=True, progress=progress)


@told
def accept_one(ws: Workspace, proposal: str, *, by: str, now: str, fact: str | None = None) -> Accepted:
    """Accepts one proposal.

    `fact` is the fact that the member says it supports, `new` a new one, None what is proposed.

    Raises `NotFound`, and `Refused` when the fact is another person's or of another kind.
    """
    return _accept(ws, Selection(ids=(proposal,)), by=by, now=now, bulk=False, fact=fact)


def _accept(
    ws: Workspace,
    selection: Selection,
    *,
    by: str,
    now: str,
    bulk: bool,
    progress: Progress | None = None,
    fact: str | None = None,
) -> Accepted:
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now)
        chosen = selected(ws, selection)
        rows = list(chosen)
        is_open = [row for row in rows if row.status == OPEN]
        batch = Batch(pen, is_open, people_of(ws, chosen), today=date.fromisoformat(now[:10]))
        drafts = batch.drafts(bulk=bulk, fact=fact, progress=progress)
        entries = pen.write(drafts)
    said = [e.body.content for e in entries if e.body and e.action == "accept"]
    return Accepted(
        claims=tuple(c["claim"] for c in said),
        facts=tuple(dict.fromkeys(c["fact"] for c in said)),
        records=tuple(e.body.content["record"] for e in entries if e.body and e.action == "record_opened"),
        entries=tuple(e.id for e in entries),
        already=tuple(row.id for row in rows if row.status != OPEN),
        bulk=bulk,
    )
