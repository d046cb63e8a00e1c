"""Levels and their basis: what may be seen, by whom, and why. Everything is closed until a member opens it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from habeas.desk import models
from habeas.desk.faults import BadRequest, NotFound, Refused, told
from habeas.desk.folding import register
from habeas.desk.members import member
from habeas.desk.results import Decided
from habeas.desk.signing import Pen
from habeas.desk.targets import fact_in, near, person_id, subjects_of
from habeas.desk.workspace import Workspace
from habeas.ledger import Draft
from habeas.lexicon.when import When
from habeas.register import Fact, Register, is_photograph, visible

SEALED, TEAM, PUBLIC = 4, 2, 0
SOURCE, MANDATE = "source:", "mandate:"


@told
def release(
    ws: Workspace,
    facts: Sequence[str] = (),
    *,
    level: int,
    basis: str,
    by: str,
    now: str,
    person: str | None = None,
    kind: str | None = None,
    key: str | None = None,
) -> Decided:
    """Sets the level (0 public ... 4 sealed) of facts: those named, or all of a person, or of a kind, or both.

    `basis` is `source:SHA256` (the start of it will do), a source that each fact rests on, or `mandate:ID`. What
    started above the team (health, relations, minors) needs a mandate. Raises `Refused` without a basis that holds,
    `NotFound`.
    """
    if not 0 <= level <= SEALED:
        raise BadRequest(f"There is no level {level}.", "Levels run from 0 (public) to 4 (sealed).")
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        of = person_id(ws, person) if person else None
        around = facts or ([of] if of else [])
        known = near(ws, around) if around else register(ws)
        chosen = _chosen(known, facts, of, kind)
        ground = held_basis(ws, known, basis, on=date.fromisoformat(now[:10]))
        if not facts:
            chosen = [f for f in chosen if _fits(known, f, level, ground)] or chosen[:1]
        for fact in chosen:
            _refuse_unfit(known, fact, level, ground)
        return pen.decide_all(lambda: _opening(pen, known, chosen, level, ground))


def _opening(pen: Pen, known: Register, chosen: Sequence[Fact], level: int, basis: str) -> list[Draft]:
    """One entry for each person, so that erasing one of them leaves what was released about the others."""
    by_person: dict[str, list[str]] = {}
    for fact in chosen:
        by_person.setdefault(fact.person or "", []).append(fact.id)
    return [
        pen.draft("release", {"facts": names, "level": level, "basis": basis}, (*subjects_of(known, names), basis))
        for names in by_person.values()
    ]


def _chosen(known: Register, facts: Sequence[str], person: str | None, kind: str | None) -> list[Fact]:
    """The facts named; else those that fit the filter."""
    if facts:
        return [fact_in(known, name) for name in dict.fromkeys(facts)]
    if person is None and kind is None:
        raise BadRequest("No facts are named.", "Name facts, or a person, or a kind.")
    of = {person} if person else set(known.people)
    found = [f for f in known.facts.values() if f.person in of and kind in (None, f.kind)]
    if not found:
        raise NotFound("No fact fits.", "`habeas person NAME` prints facts.")
    return sorted(found, key=lambda f: f.id)


def held_basis(ws: Workspace, known: Register, basis: str, *, on: date) -> str:
    """The basis with its whole id. Raises `Refused` when it is none, was withdrawn, or ran out before `on`."""
    if basis.startswith(SOURCE):
        begun = models.SourceRecord.objects.using(ws.alias).filter(sha256__startswith=basis.removeprefix(SOURCE))
        found = list(begun.values_list("sha256", flat=True)[:2]) if len(basis) > len(SOURCE) + 3 else []
        whole = SOURCE + found[0] if len(found) == 1 else None
    else:
        name = basis.removeprefix(MANDATE)
        whole = MANDATE + name if basis.startswith(MANDATE) and name in known.mandates else None
        until = known.mandates[name].until if whole else None
        if until is not None and until.latest is not None and until.latest < on:
            raise Refused(f"The mandate {name} ran out on {until}.", "Record a new mandate, then release.")
    if whole is None:
        raise Refused(
            f"{basis!r} is no basis that this workspace holds.",
            "Say source:SHA256 or mandate:ID; without a basis nothing is released.",
        )
    if whole in _withdrawn(ws, known):
        raise Refused(f"The basis {whole} was withdrawn.", "Release on another basis.")
    return whole


def _withdrawn(ws: Workspace, known: Register) -> set[str]:
    entries = ws.journal.about((), actions=("basis_withdrawn",))
    return {e.body.content["basis"] for e in entries if e.body and e.id not in known.withdrawn}


def _fits(known: Register, fact: Fact, level: int, basis: str) -> bool:
    try:
        _refuse_unfit(known, fact, level, basis)
    except Refused:
        return False
    return True


def _refuse_unfit(known: Register, fact: Fact, level: int, basis: str) -> None:
    claims = known.claims_of(fact.id)
    photograph = is_photograph(fact.kind, fact.fields)
    if photograph and level < TEAM:
        _refuse_other_consent(fact, basis)
    if basis.startswith(SOURCE):
        if not photograph and basis.removeprefix(SOURCE) not in {c.document for c in claims}:
            raise Refused(f"{fact.id} does not rest on that source.", "Name a source of the fact, or a mandate.")
        if level < TEAM < max(c.base for c in claims):
            raise Refused(
                f"{fact.id} is sensitive (level {max(c.base for c in claims)}).",
                "Such a fact needs a mandate of the person.",
            )
    if level == PUBLIC and not visible(fact.kind, None, PUBLIC, "public"):
        raise Refused(
            f"{fact.id} is of a kind that is never public: {fact.kind}.", "Release it to partners (level 1) at most."
        )


def _refuse_other_consent(fact: Fact, basis: str) -> None:
    """A photograph leaves the office on the consent that its claim names, and on nothing else."""
    consent = fact.fields.get("consent")
    if consent is None:
        raise Refused(
            f"{fact.id} is a photograph to which nobody consented.",
            "Correct its claim first: consent is mandate:ID, or source:ID of a public source that published it.",
        )
    if consent != basis:
        raise Refused(
            f"{fact.id} is a photograph; the consent to it is {consent}.",
            "Release it on that, or correct the consent of its claim first.",
        )


@told
def record_mandate(
    ws: Workspace,
    *,
    giver: str,
    scope: str,
    purpose: str,
    by: str,
    now: str,
    until: str | None = None,
    proof: str | None = None,
    mandate: str | None = None,
    person: str | None = None,
    key: str | None = None,
) -> Decided:
    """Records a power of attorney or a consent, sealed (level 4). `until` is EDTF, `person` whom it is about.

    The id is random unless given; `subjects` of the answer begin with it.
    """
    if until is not None:
        When.parse(until)
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        about = person_id(ws, person) if person else None
        known = near(ws, [about] if about else ())
        name = mandate or "k-" + ws.random_key()[:10]
        if name in known.mandates and not (key and ws.journal.by_key(key)):
            raise Refused(f"There is a mandate {name} already.", "Choose another id.")
        content = {"mandate": name, "giver": giver, "scope": scope, "purpose": purpose, "until": until, "proof": proof}
        records = known.people[about].records if about else ()
        return pen.decide(lambda: pen.draft("mandate_recorded", content, (name, *records), level=SEALED))


@told
def withdraw_basis(ws: Workspace, basis: str, *, by: str, now: str, why: str, key: str | None = None) -> Decided:
    """Takes back everything released on this basis, and lets nothing rest on it again.

    Raises `Refused` when there is none.
    """
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        known = register(ws)
        earlier = ws.journal.by_key(key) if key else None
        whole = basis if earlier else held_basis(ws, known, basis, on=date.min)
        facts = sorted({c.fact for c in known.claims.values() if c.basis == whole})
        return pen.decide(
            lambda: pen.draft("basis_withdrawn", {"basis": whole, "why": why}, (whole, *subjects_of(known, facts)))
        )
