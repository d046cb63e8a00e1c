"""Decisions on claims and facts: reject, correct, prefer, withdraw, undo.

Each is one entry; nothing is edited in place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from habeas.desk import models
from habeas.desk.acceptance import accept_one
from habeas.desk.effects import change_between
from habeas.desk.faults import BadRequest, Refused, told
from habeas.desk.members import member
from habeas.desk.numbers import figures
from habeas.desk.results import Decided, Effect, Selection
from habeas.desk.selections import people_of, selected
from habeas.desk.signing import Pen
from habeas.desk.targets import claim_in, entry_of, expect, fact_in, last_decision, near, subjects_of
from habeas.desk.workspace import Workspace
from habeas.ledger import Draft

CORRECTABLE = ("kind", "fields", "when", "attribution", "modality", "record")
LASTING = frozenset(("member_added", "source_captured", "record_opened", "erased", "received"))
"""Actions that are no decisions: they happened, and cannot be undone."""


@told
def reject(ws: Workspace, selection: Selection, *, by: str, now: str, why: str, bulk: bool = False) -> Decided:
    """Turns down the open proposals that fit. Decided ones stay as they are and are named in `already`."""
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now)
        chosen = selected(ws, selection)
        rows, people = list(chosen), people_of(ws, chosen)
        turned = [row for row in rows if row.status == models.ProposalRecord.OPEN]
        entries = pen.write([_rejection(pen, row, people.get(row.id, ()), why, bulk=bulk) for row in turned])
    already = tuple(row.id for row in rows if row.status != models.ProposalRecord.OPEN)
    return Decided("reject", tuple(e.id for e in entries), tuple(row.id for row in turned), already)


def _rejection(
    pen: Pen, row: models.ProposalRecord, people: Sequence[models.NamedRecord], why: str, *, bulk: bool
) -> Draft:
    content = {"proposal": row.id, "document": row.source_id, "why": why, "bulk": bulk}
    return pen.draft("reject", content, (row.id, *(p.record for p in people)))


@told
def correct(
    ws: Workspace,
    target: str,
    changes: Mapping[str, Any],
    *,
    by: str,
    now: str,
    why: str,
    replaces: str | None = None,
    key: str | None = None,
) -> Decided:
    """Says that we misread the source: `changes` holds what the claim really says (fields, when, kind, ...).

    `target` is a claim, or an open proposal about one person at most, which is accepted first. A field set to None is
    taken away. `replaces` is the decision that the member saw last. Raises `DecidedMeanwhile`, `NotInVocabulary`,
    `NotFound`.
    """
    if unknown := sorted(set(changes) - set(CORRECTABLE)):
        raise BadRequest(f"{', '.join(unknown)} cannot be corrected.", f"Correct {', '.join(CORRECTABLE)}.")
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        if target not in near(ws, [target]).claims:
            accept_one(ws, target, by=by, now=now)
        return pen.decide(lambda: _correction(pen, target, changes, why, replaces))


def _correction(pen: Pen, target: str, changes: Mapping[str, Any], why: str, replaces: str | None) -> Draft:
    claim = claim_in(near(pen.ws, [target]), target)
    latest = expect(pen.ws, replaces, claim.entries[-1])
    content = {"claim": claim.id, **changes, "why": why, "replaces": latest}
    if "fields" in changes and "kind" not in changes:
        content["kind"] = claim.kind
    moved = [changes["record"]] if changes.get("record") else []
    return pen.draft("correct", content, (claim.record, *moved, claim.fact, claim.id))


@told
def prefer(
    ws: Workspace,
    fact: str,
    claim: str,
    *,
    by: str,
    now: str,
    why: str,
    replaces: str | None = None,
    key: str | None = None,
) -> Decided:
    """Says which of a fact's claims holds; the others stay visible. Raises `Refused` for a claim of another fact."""
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        return pen.decide(lambda: _preference(pen, fact, claim, why, replaces))


def _preference(pen: Pen, fact: str, claim: str, why: str, replaces: str | None) -> Draft:
    known = near(pen.ws, [fact])
    found = fact_in(known, fact)
    if claim not in found.claims:
        raise Refused(f"{claim} is no claim of {found.id}.", f"Its claims are {', '.join(found.claims)}.")
    earlier = last_decision(pen.ws, found.id, ("prefer",), fact=found.id)
    latest = expect(pen.ws, replaces, earlier.id if earlier else None)
    content = {"fact": found.id, "claim": claim, "why": why, "replaces": latest}
    return pen.draft("prefer", content, (*subjects_of(known, [found.id]), claim))


@told
def undo(ws: Workspace, entry: str, *, by: str, now: str, why: str, key: str | None = None) -> Decided:
    """Withdraws one decision, as if it had never been made; it stays in the history. An undone undo counts again.

    Raises `NotFound`, and `Refused` for what is no decision.
    """
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        return pen.decide(lambda: _undoing(pen, entry, why))


def _undoing(pen: Pen, entry: str, why: str) -> Draft:
    target = entry_of(pen.ws, entry)
    if target.action in LASTING:
        raise Refused(f"Entry {target.id} ({target.action}) is no decision.", "Only decisions can be undone.")
    subjects = target.body.subjects if target.body else ()
    if target.id in near(pen.ws, subjects).withdrawn:
        raise Refused(f"Entry {target.id} is undone already.", "Nothing was written.")
    return pen.draft("withdraw", {"decision": target.id, "why": why}, subjects)


@told
def withdraw(
    ws: Workspace, target: str, *, by: str, now: str, why: str, on: date | None = None, key: str | None = None
) -> Effect:
    """Takes back a fact, a claim or a decision, and says what that changes in the figures of the day `on` (None: of
    `now`).
    """
    day = on or date.fromisoformat(now[:10])
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        before = figures(ws, as_of=day)
        decided = pen.decide(lambda: _withdrawal(pen, target, why))
        return Effect(decided, change_between(before, figures(ws, as_of=day)))


def _withdrawal(pen: Pen, target: str, why: str) -> Draft:
    if ":" in target:
        return _undoing(pen, target, why)
    known = near(pen.ws, [target])
    if target in known.claims:
        claim = known.claims[target]
        return pen.draft("withdraw", {"claim": claim.id, "why": why}, (claim.record, claim.fact, claim.id))
    fact = fact_in(known, target)
    return pen.draft("withdraw", {"fact": fact.id, "why": why}, subjects_of(known, [fact.id]))
