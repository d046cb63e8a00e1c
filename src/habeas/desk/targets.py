"""What a member points at: claims, facts, people and entries of the present register, found by id or name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Exists, OuterRef, Q

from habeas.desk import models
from habeas.desk.faults import NotFound
from habeas.desk.holdings import TEAM, Holdings, Line, Present, visible_people
from habeas.desk.names_searched import fits, searchable
from habeas.desk.names_searched import wanted as sought_of
from habeas.desk.slices import slice_about
from habeas.desk.workspace import Workspace
from habeas.errors import HabeasError
from habeas.ledger import Entry
from habeas.register import Fact, HeldClaim, Register

LISTED = 12
"""How many namesakes an error lists."""


class DecidedMeanwhile(HabeasError):
    """Someone decided on the same thing after the member looked at it."""

    exit_code = 6


class Ambiguous(NotFound):
    """Several people fit the name."""


def near(ws: Workspace, entities: Iterable[str]) -> Register:
    """The register around these ids: whole for the people concerned, without most of the others."""
    return slice_about(ws, entities).register


def person_line(held: Holdings, who: str, audience: str = "team") -> Line:
    """The row of the person with this id (old ids redirect) or name; a whole name goes before parts of names.

    A surname that a source uses alone is a part: others may bear it.

    Raises `NotFound`, also for someone of whom the audience may see nothing, and `Ambiguous`, listing those who fit.
    """
    people = {line["id"]: line for line in visible_people(held, audience)}
    record = next((r for r in held.all(models.RecordRow) if r["record"] == who), None)
    if record and record["person"] in people:
        return people[record["person"]]
    wanted = " ".join(who.split()).casefold()
    named = {i: [n.casefold() for n in (line["name"], *line["names"])] for i, line in people.items()}
    exact = [i for i, line in people.items() if wanted == line["name"].casefold()]
    parts = [i for i, names in named.items() if wanted and any(wanted in n for n in names)]
    found = sorted(exact or parts or _sounding(people, who))
    if not found:
        raise NotFound(f"There is no person {who!r} in the register.", "`habeas list` prints everyone's name and id.")
    if len(found) > 1:
        listed = "; ".join(f"{people[i]['name']} ({i})" for i in found[:LISTED])
        raise Ambiguous(f"{len(found)} people fit {who!r}: {listed}.", "Give the id of one of them.")
    return people[found[0]]


def _sounding(people: Mapping[str, Line], who: str) -> list[str]:
    """People whose names sound like this, in any script: the last resort of somebody who types a name."""
    sought = sought_of(who)
    return [i for i, line in people.items() if sought and fits(searchable((line["name"], *line["names"])), sought)]


def line_of(ws: Workspace, who: str, top: int) -> Line | None:
    """The row of the person with this id now (old ids redirect), if there is something to see. One query."""
    seen = models.CountedFact.objects.using(ws.alias).filter(person=OuterRef("id"), level__lte=top)
    person = models.RecordRow.objects.using(ws.alias).filter(record=who).values("person")
    rows = models.PersonRow.objects.using(ws.alias).filter(id__in=person)
    return rows.filter(Exists(seen) | Q(facts=0 if top >= TEAM else -1)).values().first()


def person_id(ws: Workspace, who: str) -> str:
    """The id of the person with this id or name, now. Raises `NotFound`, `Ambiguous`."""
    return str(person_line(Present(ws), who, "sealed")["id"])


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
    found = ws.journal.entry(name)
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
    names = {m["id"]: m["name"] for m in Present(ws).all(models.MemberRow)}
    who = names.get(entry.body.author, entry.body.author) if entry.body else "Someone"
    return (
        f"{who} decided on this meanwhile: {entry.action}, entry {entry.id}, {entry.header.at}.",
        "Look at it, then decide again.",
    )


def subjects_of(known: Register, facts: Iterable[str]) -> tuple[str, ...]:
    """The records that the claims of these facts hang on, then the facts and their claims."""
    facts = list(facts)
    claims = [claim for fact in facts for claim in known.claims_of(fact)]
    return (*dict.fromkeys(c.record for c in claims), *facts, *(c.id for c in claims))
