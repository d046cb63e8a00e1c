"""A text held against a register: which of its numbers still hold, whom it names, what it says otherwise.

In come a document, its reading, a register with its figures and a day; out comes an `AgainstRegister`. Nobody is
joined, nothing is stored; what the register does not say is told as absent, not as wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from habeas.check.against.claims import held_claims
from habeas.check.against.held import AgainstRegister, HeldClaim, HeldNumber, HeldPerson
from habeas.check.against.numbers import held_numbers
from habeas.check.against.people import held_people
from habeas.evidence.document import Document
from habeas.figures import Figure
from habeas.reading.proposals import Reading
from habeas.register import Register


def check_against(
    document: Document, reading: Reading, register: Register, figures: Sequence[Figure], *, as_of: date
) -> AgainstRegister:
    """Holds a text against a register. `figures` are those of the day."""
    counted = {f.name: f for f in figures if f.category is None}
    people = tuple(held_people(reading, register))
    claims = tuple(held_claims(reading, register, {p.id: p for p in people}))
    named = {p.person for p in people} | {i for p in people for i in p.others}
    listed = counted["listed"].counted if "listed" in counted else ()
    missing = sorted(((i, register.people[i].name) for i in listed if i not in named), key=lambda pair: pair[1])
    numbers = tuple(held_numbers(document, reading, counted))
    return AgainstRegister(document, as_of.isoformat(), numbers, people, claims, tuple(missing))


__all__ = ["AgainstRegister", "HeldClaim", "HeldNumber", "HeldPerson", "check_against"]
