"""Who is who: same, different, split. A member judges; ids stay good and old ones redirect."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.desk.faults import BadRequest, NotFound, Refused, told
from habeas.desk.members import member
from habeas.desk.results import Decided
from habeas.desk.signing import Pen
from habeas.desk.targets import fact_in, near, subjects_of
from habeas.desk.workspace import Workspace
from habeas.ledger import Draft
from habeas.register import Register


@told
def same(ws: Workspace, ids: Sequence[str], *, by: str, now: str, why: str, key: str | None = None) -> Decided:
    """Says that records (or people) are one person, or that facts of one person are one fact.

    What is joined already stays as it is. Raises `Refused` for facts of different people or kinds.
    """
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        known = near(ws, ids)
        if _joined(known, ids):
            return Decided("same", (), tuple(ids), tuple(ids))
        return pen.decide(lambda: _judgement(pen, "same", ids, why))


@told
def different(ws: Workspace, ids: Sequence[str], *, by: str, now: str, why: str, key: str | None = None) -> Decided:
    """Says that records (or facts) are not the same, so that nothing proposes to join them again.

    Raises `Refused` when they are joined now: `split` takes them apart.
    """
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        if _joined(near(ws, ids), ids):
            raise Refused(
                "These are joined in the register.",
                "Take them apart first, with `split`, or undo the decision that joined them.",
            )
        return pen.decide(lambda: _judgement(pen, "different", ids, why))


@told
def split(ws: Workspace, records: Sequence[str], *, by: str, now: str, why: str, key: str | None = None) -> Decided:
    """Takes records, together, out of their person. What was decided since the join waits to be assigned."""
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        return pen.decide(lambda: _parting(pen, records, why))


def _parting(pen: Pen, records: Sequence[str], why: str) -> Draft:
    known = near(pen.ws, records)
    for record in records:
        if record not in known.records:
            raise NotFound(f"There is no record {record}.", "`habeas person NAME` prints the records of a person.")
    persons = {known.person_of[r] for r in records}
    staying = [r for p in persons for r in known.people[p].records if r not in records]
    if not records or len(persons) > 1 or not staying:
        raise Refused(
            "A split takes some records out of one person.", "Name records of one person, and leave one at least."
        )
    return pen.draft("split", {"records": sorted(records), "why": why}, (*sorted(records), *staying))


def _judgement(pen: Pen, action: str, ids: Sequence[str], why: str) -> Draft:
    known = near(pen.ws, ids)
    if len(set(ids)) < 2:
        raise BadRequest(f"`{action}` needs two ids at least.", "Name the records, or the facts.")
    if all(i in known.person_of for i in ids):
        return pen.draft(action, {"records": sorted(set(ids)), "why": why}, sorted(set(ids)))
    facts = [fact_in(known, i) for i in ids]
    if len({f.person for f in facts}) > 1 or len({f.kind for f in facts}) > 1:
        raise Refused("These facts are about different people, or of different kinds.", "Join the people first.")
    names = sorted(f.id for f in facts)
    return pen.draft(action, {"facts": names, "why": why}, subjects_of(known, names))


def _joined(known: Register, ids: Sequence[str]) -> bool:
    if len(ids) < 2:
        return False
    return len({known.person_of.get(i) or known.fact_of.get(i) or i for i in ids}) == 1
