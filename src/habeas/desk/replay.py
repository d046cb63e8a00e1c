"""Decisions kept in a file, made again in another workspace: for examples, tests and training.

One JSON object a line: `{"accept": "c-…"}`, `{"reject": "c-…", "why": "…"}` or
`{"correct": "c-…", "why": "…", "changes": {"fields": {…}, "when": "…"}}`. Proposal ids depend on the source's bytes and
on what was read there, so that a file fits exactly the text and the rules under which its decisions were made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from habeas.desk import models
from habeas.desk.acceptance import accept, accept_one
from habeas.desk.decisions import correct, reject
from habeas.desk.faults import told
from habeas.desk.results import Selection
from habeas.desk.workspace import Workspace
from habeas.errors import HabeasError

ACTS = ("accept", "reject", "correct")


class BadDecisions(HabeasError):
    """The file holds no decisions, or decisions on proposals that this workspace does not have."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many decisions were made again, and how many proposals still wait."""

    accepted: int
    rejected: int
    corrected: int
    open: int


@told
def replay(ws: Workspace, path: Path, *, by: str, now: str) -> Replayed:
    """Makes the decisions of a file in a member's name, all or none. Raises `BadDecisions`, `NoSuchMember`."""
    decisions = _read(path)
    _refuse_unknown(ws, path, [d["id"] for d in decisions])
    done = dict.fromkeys(ACTS, 0)
    with ws.transaction():
        for (act, why), group in groupby(decisions, key=lambda d: (d["act"], d["why"])):
            found = list(group)
            done[act] += len(found)
            _make(ws, act, why, found, by=by, now=now)
    waiting = models.ProposalRecord.objects.using(ws.alias).filter(status=models.ProposalRecord.OPEN).count()
    return Replayed(done["accept"], done["reject"], done["correct"], waiting)


def _make(ws: Workspace, act: str, why: str, found: list[dict[str, Any]], *, by: str, now: str) -> None:
    chosen = Selection(ids=tuple(d["id"] for d in found))
    if act == "accept":
        accept(ws, chosen, by=by, now=now)
    elif act == "reject":
        reject(ws, chosen, by=by, now=now, why=why)
    else:
        for one in found:
            for claim in accept_one(ws, one["id"], by=by, now=now).claims:
                correct(ws, claim, one["changes"], by=by, now=now, why=why)


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise BadDecisions(
            f"{path} is no readable file of decisions.", "Give a file with one JSON object a line."
        ) from None
    return [_decision(path, n, line) for n, line in enumerate(lines, 1) if line.strip()]


def _decision(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
        (act,) = [a for a in ACTS if a in found]
        return {"act": act, "id": found[act], "why": found.get("why", ""), "changes": found.get("changes", {})}
    except (ValueError, TypeError):
        raise BadDecisions(
            f"Line {number} of {path} is no decision.", 'Write {"accept": "c-…"}, or reject or correct with "why".'
        ) from None


def _refuse_unknown(ws: Workspace, path: Path, ids: list[str]) -> None:
    known = set(models.ProposalRecord.objects.using(ws.alias).values_list("id", flat=True))
    gone = [i for i in ids if i not in known]
    if gone:
        raise BadDecisions(
            f"{len(gone)} of {len(ids)} decisions in {path.name} are about no proposal here, such as {gone[0]}.",
            "Add and read the source that they were made on; decisions fit one text and one set of rules.",
        )
