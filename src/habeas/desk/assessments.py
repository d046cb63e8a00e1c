"""Assessing a person by a definition: what the facts bear, what members decided, who seconded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.desk.faults import BadRequest, NotFound, Refused, told
from habeas.desk.folding import register
from habeas.desk.members import member
from habeas.desk.results import Decided
from habeas.desk.signing import Pen
from habeas.desk.targets import entry_of, person_id
from habeas.desk.workspace import Workspace
from habeas.law import Definition, definition
from habeas.lexicon.wording import say_claim
from habeas.register import Assessment, Borne, Fact, Register, borne

ANSWERS = ("met", "not_met", "cannot_tell")


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact in a line, by its id."""

    id: str
    line: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One criterion for one person: what bears and weakens it, what is missing, what members decided (or None)."""

    borne: Borne
    bearing: tuple[FactLine, ...]
    weakening: tuple[FactLine, ...]
    decided: Assessment | None
    author: str
    second: str


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """A person by one definition. `outcome` is what the confirmed answers amount to; people recognise, not this."""

    person: str
    name: str
    definition: Definition
    on: date
    criteria: tuple[Standing, ...]

    @property
    def met(self) -> tuple[str, ...]:
        """Criteria that are met and confirmed by a second member."""
        found = (s for s in self.criteria if s.decided and s.decided.answer == "met" and s.decided.confirmed)
        return tuple(s.borne.criterion.id for s in found if not s.borne.criterion.excludes)

    @property
    def excluded(self) -> tuple[str, ...]:
        """Exclusions that are met."""
        found = (s for s in self.criteria if s.decided and s.decided.answer == "met")
        return tuple(s.borne.criterion.id for s in found if s.borne.criterion.excludes)

    @property
    def open(self) -> tuple[str, ...]:
        """Criteria that nobody answered, or that no second member has confirmed."""
        return tuple(s.borne.criterion.id for s in self.criteria if s.decided is None or not s.decided.confirmed)


@told
def assessment(ws: Workspace, who: str, *, name: str, on: date, known_at: str | None = None) -> AssessmentPage:
    """Where a person (id or name) stands by a definition on a day. Raises `NotFound`, `NoCriteria`."""
    held = register(ws, known_at=known_at)
    person = held.resolve(person_id(ws, who))
    chosen = definition(name)
    decided = {a.criterion: a for a in held.assessments.get(person, ()) if a.definition == name}
    bearing = borne(held, person, chosen, on, country=ws.config.country)
    lines = tuple(_standing(held, b, decided.get(b.criterion.id)) for b in bearing)
    return AssessmentPage(person, held.people[person].name, chosen, on, lines)


@told
def assess(
    ws: Workspace,
    who: str,
    *,
    name: str,
    criterion: str,
    answer: str,
    why: str,
    by: str,
    now: str,
    facts: Sequence[str] = (),
    against: Sequence[str] = (),
    key: str | None = None,
) -> Decided:
    """Decides on one criterion, on facts for and against. It replaces the earlier answer, which stays in the history.

    Raises `NotFound`, `NoCriteria`, `BadRequest` for another answer, a fact of somebody else, or no reason.
    """
    if answer not in ANSWERS:
        raise BadRequest(f"{answer!r} is no answer.", f"Answers are {', '.join(ANSWERS)}.")
    if not why.strip():
        raise BadRequest("An assessment needs a reason.", "Say why, for those who read it later.")
    chosen = definition(name).criterion(criterion)
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        held = register(ws)
        record = held.resolve(person_id(ws, who))
        named = [_fact_of(held, record, f) for f in facts]
        contrary = [_fact_of(held, record, f) for f in against]
        if answer == "met" and not named:
            raise BadRequest("Nothing bears the criterion.", "Name at least one fact on which it is met.")
        earlier = [
            a.entry for a in held.assessments.get(record, ()) if (a.definition, a.criterion) == (name, chosen.id)
        ]
        content = {
            "record": record, "definition": name, "criterion": chosen.id, "answer": answer, "facts": named,
            "against": contrary, "why": why, "replaces": earlier[-1] if earlier else None,
        }  # fmt: skip
        return pen.decide(lambda: pen.draft("assess", content, (record, *named, *contrary)))


@told
def second(ws: Workspace, entry: str, *, agrees: bool, why: str, by: str, now: str, key: str | None = None) -> Decided:
    """A second member agrees with an assessment, or does not. Raises `NotFound`; `Refused` for the first one."""
    if not why.strip():
        raise BadRequest("A second opinion needs a reason.", "Say what was read.")
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        held = register(ws)
        entry = entry_of(ws, entry).id
        found = next((a for all_ in held.assessments.values() for a in all_ if a.entry == entry), None)
        if found is None:
            raise NotFound(f"There is no assessment {entry} in force.", "`habeas assessment NAME` prints their ids.")
        if found.author == pen.member.id:
            raise Refused("Nobody seconds their own assessment.", "Ask another member.")
        content = {"assessment": entry, "agrees": agrees, "why": why}
        return pen.decide(lambda: pen.draft("assessment_seconded", content, (found.record,)))


def _standing(held: Register, found: Borne, decided: Assessment | None) -> Standing:
    names: Mapping[str, str] = held.members
    return Standing(
        found,
        tuple(_line(f) for f in found.bearing),
        tuple(_line(f) for f in found.weakening),
        decided,
        names.get(decided.author, "") if decided else "",
        names.get(decided.second or "", "") if decided else "",
    )


def _line(fact: Fact) -> FactLine:
    reading = fact.readings[0]
    when = reading.when.text if reading.when else None
    said = say_claim(
        reading.kind, reading.fields, when=when, attribution=reading.attribution, modality=reading.modality
    )
    return FactLine(fact.id, said)


def _fact_of(held: Register, person: str, fact: str) -> str:
    found = held.facts.get(held.fact_of.get(fact, fact))
    if found is None or found.person != person:
        raise BadRequest(f"{fact} is no fact of this person.", "`habeas person NAME` prints the ids of facts.")
    return found.id
