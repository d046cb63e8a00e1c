"""Correcting a proposal before it is accepted, also one that names several people: the claim of each says the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.desk.acceptance import accept_one
from habeas.desk.decisions import correct
from habeas.desk.faults import told
from habeas.desk.results import Decided
from habeas.desk.workspace import Workspace


@told
def correct_proposal(
    ws: Workspace, proposal: str, changes: Mapping[str, Any], *, by: str, now: str, why: str
) -> Decided:
    """Accepts an open proposal as what the source really says; see `correct` for `changes`.

    One that was decided before stays as it is and is named in `already`. All or nothing.
    """
    with ws.transaction():
        made = accept_one(ws, proposal, by=by, now=now)
        entries = list(made.entries)
        for claim in made.claims:
            entries += correct(ws, claim, changes, by=by, now=now, why=why).entries
    return Decided("correct", tuple(entries), made.claims, made.already)
