"""What a text says of a known person beside what the register says: the same, something else, or nothing there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from habeas.check.against.held import AGREES, DIFFERS, UNSAID, HeldClaim, HeldPerson
from habeas.lexicon import When
from habeas.lexicon.wording import say_claim
from habeas.reading.proposals import Proposal, Reading
from habeas.register import Fact, Register
from habeas.register.facts import DEFINING

HELD = (
    "charge", "sentence", "custody", "release", "proceeding", "enforcement", "ill_treatment", "restriction", "listing",
    "protection", "finding", "death",
)  # fmt: skip
"""Kinds that are held against the register."""
ANSWERS: Mapping[str, tuple[str, ...]] = {"sentence": ("length",), "restriction": ("length",)}
"""Fields that answer a question: of the same penalty on the same day, another length is a difference."""


def held_claims(reading: Reading, register: Register, people: Mapping[str, HeldPerson]) -> Iterator[HeldClaim]:
    """Each claim about a person who is in the register, in the order of the text."""
    for claim in sorted(reading.claims, key=lambda c: c.span):
        for id in claim.persons:
            known = people.get(id)
            if claim.kind in HELD and known and known.person:
                yield _held(claim, known, register)


def _held(claim: Proposal, known: HeldPerson, register: Register) -> HeldClaim:
    facts = register.facts_of(known.person or "", claim.kind)
    same = [f for f in facts if _agrees(claim, f)]
    other = [] if same else [f for f in facts if _contradicts(claim, f)]
    verdict = AGREES if same else DIFFERS if other else UNSAID
    found = same or other
    return HeldClaim(
        known.person or "", known.known_as, claim.span, claim.kind, verdict, _line(claim),
        tuple(map(_fact_line, found)), tuple(f.id for f in found),
    )  # fmt: skip


def _agrees(claim: Proposal, fact: Fact) -> bool:
    """True when some reading of the fact says so too; what one of the two leaves out speaks against nothing."""
    return any(
        reading.modality == claim.modality
        and _fields(claim, reading.fields, DEFINING.get(claim.kind, ()))
        and _dates(claim.when, reading.when)
        for reading in (*fact.readings, *fact.others)
    )


def _contradicts(claim: Proposal, fact: Fact) -> bool:
    """True when both tell of one thing and differ: in a field that answers, or in the day of one that happens once."""
    answers = ANSWERS.get(claim.kind, ())
    rest = tuple(f for f in DEFINING.get(claim.kind, ()) if f not in answers)
    for reading in fact.readings:
        if reading.modality != claim.modality or not _fields(claim, reading.fields, rest):
            continue
        if not _fields(claim, reading.fields, answers):
            if _dates(claim.when, reading.when):
                return True
        elif answers and claim.when and reading.when and not _dates(claim.when, reading.when):
            return True
    return False


def _fields(claim: Proposal, fields: Mapping[str, object], names: tuple[str, ...]) -> bool:
    return all(
        claim.fields.get(n) in (None, "") or fields.get(n) in (None, "") or claim.fields[n] == fields[n] for n in names
    )


def _dates(said: str | None, known: When | None) -> bool:
    return said is None or known is None or When.parse(said).overlaps(known)


def _line(claim: Proposal) -> str:
    return say_claim(claim.kind, claim.fields, when=claim.when, attribution=claim.attribution, modality=claim.modality)


def _fact_line(fact: Fact) -> str:
    reading = fact.readings[0]
    return say_claim(
        reading.kind, reading.fields, when=reading.when.text if reading.when else None,
        attribution=reading.attribution, modality=reading.modality,
    )  # fmt: skip
