"""What became of each proposal, as the ledger says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from habeas.desk import models
from habeas.desk.folding import Folded
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry

Row = models.ProposalRecord


def mark_proposals(ws: Workspace, now: Folded, *, within: Collection[str] | None = None) -> None:
    """Sets the status of every proposal (of those `within`) to what the ledger says."""
    for status, names in differing(ws, now, within=within).items():
        Row.objects.using(ws.alias).filter(id__in=among(names)).update(status=status)


def differing(ws: Workspace, now: Folded, *, within: Collection[str] | None = None) -> Mapping[str, list[str]]:
    """Status by the ledger -> the proposals (of those `within`) to which the table gives another one."""
    wanted = decided(now)
    found: dict[str, list[str]] = {}
    rows = Row.objects.using(ws.alias)
    for name, status in (rows if within is None else rows.filter(id__in=among(within))).values_list("id", "status"):
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
            corrected = found.get(content["proposal"]) == Row.CORRECTED or bool(claim and claim.earlier)
            found[content["proposal"]] = Row.CORRECTED if corrected else Row.ACCEPTED
    return found


def proposals_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The proposals that these entries decide on."""
    decisions = (e.body.content for e in entries if e.action in ("accept", "reject") and e.body)
    return frozenset(c["proposal"] for c in decisions if c.get("proposal"))


def _standing(entries: Iterable[Entry], withdrawn: Mapping[str, str]) -> Iterable[Entry]:
    return (e for e in entries if e.action in ("accept", "reject") and e.body and e.id not in withdrawn)
