"""What became of each proposal, as the ledger says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from habeas.desk import models
from habeas.desk.folding import Folded
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry

Row = models.ProposalRecord


def mark_proposals(ws: Workspace, now: Folded) -> None:
    """Sets the status of every proposal to what the ledger says."""
    for status, names in differing(ws, now).items():
        for start in range(0, len(names), 500):
            Row.objects.using(ws.alias).filter(id__in=names[start : start + 500]).update(status=status)


def differing(ws: Workspace, now: Folded) -> Mapping[str, list[str]]:
    """Status by the ledger -> the proposals to which the table gives another one."""
    wanted = decided(now)
    found: dict[str, list[str]] = {}
    for name, status in Row.objects.using(ws.alias).values_list("id", "status"):
        if status != wanted.get(name, Row.OPEN):
            found.setdefault(wanted.get(name, Row.OPEN), []).append(name)
    return found


def decided(now: Folded) -> Mapping[str, str]:
    """Proposal -> accepted, corrected or rejected, for those on which a decision stands.

    A claim that was accepted and withdrawn later stays decided; withdrawing the decision itself opens the proposal
    again.
    """
    found = {}
    for entry in _standing(now.entries, now.register.withdrawn):
        content = entry.body.content if entry.body else {}
        if entry.action == "reject":
            found[content["proposal"]] = Row.REJECTED
        elif content.get("proposal"):
            claim = now.register.claims.get(content["claim"])
            found[content["proposal"]] = Row.CORRECTED if claim and claim.earlier else Row.ACCEPTED
    return found


def _standing(entries: Iterable[Entry], withdrawn: Mapping[str, str]) -> Iterable[Entry]:
    return (e for e in entries if e.action in ("accept", "reject") and e.body and e.id not in withdrawn)
