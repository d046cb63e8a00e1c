"""What a member points at: claims, facts, people and entries of the present register, found by id or name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from habeas.desk.faults import NotFound, told
from habeas.desk.folding import folded, register
from habeas.desk.workspace import Workspace
from habeas.errors import HabeasError
from habeas.ledger import Entry
from habeas.register import Fact, HeldClaim, Person, Register

LISTED = 12
"""How many namesakes an error lists."""


class DecidedMeanwhile(HabeasError):
    """Someone decided on the same thing after the member looked at it."""

    exit_code = 6


class Ambiguous(NotFound):
    """Several people fit the name."""


@told
def find_person(ws: Workspace, who: str, *, known_at: str | None = None) -> Person:
    """The person with this id (old ids redirect) or name.

    Raises `NotFound`; `Ambiguous` when several fit, listing them.
    """
    return person_in(register(ws, known_at=known_at), who)


def person_in(known: Register, who: str) -> Person:
    """The same in a register at hand: id, then whole name, then part of a name; any case."""
    if who in known.person_of:
        return known.people[known.person_of[who]]
    wanted = " ".join(who.split()).casefold()
    named = {p.id: [n.casefold() for n in (p.name, *p.names)] for p in known.people.values()}
    exact = [i for i, names in named.items() if wanted in names]
    found = exact or [i for i, names in named.items() if wanted and any(wanted in n for n in names)]
    if not found:
        raise NotFound(f"There is no person {who!r} in the register.", "`habeas list` prints everyone's name and id.")
    if len(found) > 1:
        people = "; ".join(f"{known.people[i].name} ({i})" for i in sorted(found)[:LISTED])
        raise Ambiguous(f"{len(found)} people fit {who!r}: {people}.", "Give the id of one of them.")
    return known.people[found[0]]


def claim_in(known: Register, claim: str) -> HeldClaim:
    """The accepted claim with this id. Raises `NotFound`."""
    if claim not in known.claims:
        raise NotFound(f"There is no accepted claim {claim}.", "`habeas person NAME` prints the ids of claims.")
    return known.claims[claim]


def fact_in(known: Register, fact: str) -> Fact:
    """The fact with this id (old ids redirect). Raises `NotFound`."""
    found = known.facts.get(known.fact_of.get(fact, fact))
    if found is None:
        raise NotFound(f"There is no fact {fact}.", "`habeas person NAME` prints the ids of facts.")
    return found


def entry_of(ws: Workspace, name: str) -> Entry:
    """The entry with this id (`feed:seq`, or the number alone). Raises `NotFound`."""
    number = name.rpartition(":")[2]
    found = next((e for e in folded(ws).entries if e.id == name), None)
    if found is None and number == name and number.isdigit():
        found = ws.journal.entry(int(number))
    if found is None:
        raise NotFound(f"There is no entry {name}.", "`habeas person NAME --history` prints the ids of entries.")
    return found


def last_decision(ws: Workspace, entity: str, actions: Sequence[str], **content: str) -> Entry | None:
    """The latest entry of these actions about the entity whose content holds these values, or None."""
    found = [
        e
        for e in ws.journal.about([entity])
        if e.action in actions and e.body and all(e.body.content.get(k) == v for k, v in content.items())
    ]
    return found[-1] if found else None


def expect(ws: Workspace, seen: str | None, latest: str | None) -> str | None:
    """The decision to name as replaced: the latest. Raises `DecidedMeanwhile` when the member had seen another one."""
    if seen is not None and seen != latest:
        raise DecidedMeanwhile(*_told_what(ws, latest))
    return latest


def _told_what(ws: Workspace, latest: str | None) -> tuple[str, str]:
    if latest is None:
        return "The decision that you saw has been withdrawn.", "Look again, then decide."
    entry = entry_of(ws, latest)
    who = register(ws).members.get(entry.body.author, entry.body.author) if entry.body else "someone"
    return (
        f"{who} decided on this meanwhile: {entry.action}, entry {entry.id}, {entry.header.at}.",
        "Look at it, then decide again.",
    )


def subjects_of(known: Register, facts: Iterable[str]) -> tuple[str, ...]:
    """The records that the claims of these facts hang on, then the facts."""
    facts = list(facts)
    records = (claim.record for fact in facts for claim in known.claims_of(fact))
    return (*dict.fromkeys(records), *facts)
